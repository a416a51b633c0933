/* The script of bonds: `rotationBonds.bonds(…)`. */
import { bonds as kind } from "../rows/bonds";
import { rowFunction } from "./rowFunction";

export const bonds = rowFunction(kind);
