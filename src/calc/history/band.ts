import { mean, sampleStandardDeviation } from "../numeric/statistics";
import { observed, type History } from "../series/observed";

/** The usual range of a history. */
export interface Band {
  readonly low: number;
  readonly centre: number;
  readonly high: number;
}

/**
 * The mean of a history with one standard deviation on either side, for a chart.
 *
 * @param history - Values in any one unit, oldest first; NaN where missing.
 * @returns The band in the same unit, the last value included.
 * @throws CalcError `missing` when fewer than two values are there.
 *
 * @example
 * band(Float64Array.of(1, 2, 3)); // => { low: 1, centre: 2, high: 3 }
 */
export function band(history: History): Band {
  const values = observed(history);
  const centre = mean(values);
  const deviation = sampleStandardDeviation(values, centre);
  return { low: centre - deviation, centre, high: centre + deviation };
}
