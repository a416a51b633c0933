/* The script of histories: `rotationSeries.series(…)`. */
import { seriesOfPairs } from "../rows/seriesOfPairs";
import { rowFunction } from "./rowFunction";

export const series = rowFunction(seriesOfPairs);
