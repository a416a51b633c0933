import { invalid, missing } from "../errors";
import { sampleStandardDeviation } from "../numeric/statistics";
import { bp, type Bp } from "../units";
import { observed, type History } from "./observed";

/**
 * Changes of a history over a number of rows; they overlap when it is more than one.
 *
 * @param values - Without missing rows, oldest first.
 * @param lag - Rows between the two ends of a change.
 * @returns values[i] − values[i − lag].
 *
 * @example
 * [...changes(Float64Array.of(1, 4, 9, 16), 2)]; // => [8, 12]
 */
export function changes(values: Float64Array, lag = 1): Float64Array {
  const result = new Float64Array(Math.max(0, values.length - lag));
  for (let i = 0; i < result.length; i++) {
    result[i] = (values[i + lag] as number) - (values[i] as number);
  }
  return result;
}

/** How many rows a year, how many changes count, and over how many rows a change goes. */
export interface RealisedVolatilityOptions {
  readonly periods?: number;
  readonly window?: number | null;
  readonly lag?: number;
}

/**
 * Realised volatility: standard deviation of changes (divisor n − 1), scaled to a year by
 * √(periods ÷ lag).
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param options - Rows a year (12); the last so many changes (all); rows a change (1).
 * @returns In the history's unit per √year: basis points for a spread.
 * @throws CalcError `missing` when there are fewer changes than the window asks for, or fewer than
 * two; `invalid` when an option is no sensible number.
 *
 * @example
 * realisedVolatility(Float64Array.of(50, 53, 52, 54), { periods: 1 }).toFixed(4); // => "2.0817"
 */
export function realisedVolatility(
  history: History,
  { periods = 12, window = null, lag = 1 }: RealisedVolatilityOptions = {},
): Bp {
  if (!(periods > 0))
    throw invalid(`periods is ${periods}; it must be a number of rows a year above 0`);
  if (!(Number.isInteger(lag) && lag >= 1)) {
    throw invalid(`lag is ${lag}; it must be a whole number of rows, 1 or more`);
  }
  if (window !== null && !(Number.isInteger(window) && window >= 2)) {
    throw invalid(`window is ${window}; it must be a whole number of changes, 2 or more`);
  }
  const all = changes(observed(history), lag);
  const wanted = window ?? all.length;
  if (wanted > all.length || all.length < 2) {
    throw missing(
      window === null
        ? `the series has ${all.length} changes over ${lag} rows; a volatility needs 2`
        : `window is ${window} changes but the series has only ${all.length}`,
    );
  }
  return bp(sampleStandardDeviation(all.subarray(-wanted)) * Math.sqrt(periods / lag));
}
