/* The script of mortgages: `rotationMortgages.pools(…)`. */
import { pools as kind } from "../rows/pools";
import { rowFunction } from "./rowFunction";

export const pools = rowFunction(kind);
