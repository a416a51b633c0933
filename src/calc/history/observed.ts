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
  let n = 0;
  for (const value of history) if (value === value) n++;
  if (n === history.length) return history;
  const values = new Float64Array(n);
  let next = 0;
  for (const value of history) if (value === value) values[next++] = value;
  return values;
}
