import { mean } from "../numeric/statistics";

/**
 * A history as the functions of this folder take it: oldest first, NaN where there was no value.
 * NaN because a typed array has no null; it never leaves the calculation module.
 */
export type History = Float64Array;

/**
 * The rows of a history that hold a value.
 *
 * Missing rows are dropped, not filled: a window counts values, and nothing is interpolated.
 *
 * @param history - Oldest first, NaN where missing.
 * @returns The values in order; the same array when nothing is missing.
 *
 * @example
 * observed(Float64Array.of(39, NaN, 41)).length; // => 2
 */
export function observed(history: History): Float64Array {
  // One missing row makes the sum NaN, and a sum is quicker than a look at each row.
  if (history.length === 0 || !Number.isNaN(mean(history))) return history;
  const values = new Float64Array(history.length);
  let n = 0;
  for (let i = 0; i < history.length; i++) {
    const value = history[i] as number;
    if (!Number.isNaN(value)) values[n++] = value;
  }
  return values.subarray(0, n);
}

/**
 * A function of the values that are there, row by row of the history: a missing row has no result.
 *
 * @param history - Oldest first, NaN where missing.
 * @param ofValues - Gives as many results as it is given values.
 * @returns A result a row, NaN where the row is missing.
 *
 * @example
 * [...atRows(Float64Array.of(39, NaN, 41), (values) => values.map((it) => it - 39))]; // => [0, NaN, 2]
 */
export function atRows(
  history: History,
  ofValues: (values: Float64Array) => Float64Array,
): Float64Array {
  const values = observed(history);
  const results = ofValues(values);
  if (values === history) return results;
  let next = 0;
  return history.map((value) => (Number.isNaN(value) ? NaN : (results[next++] as number)));
}
