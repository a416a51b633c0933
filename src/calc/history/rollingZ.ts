import { invalid } from "../errors";

const { max, sqrt } = Math;
const { isNaN } = Number;

/**
 * The z-score of every row against the `window` values before it, in one pass: `zScore` row by row.
 *
 * Sums go from row to row, counted from a value of the window so that no digits are lost, and are made
 * anew once a window; a row depends on nothing but the rows before it.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped, not filled.
 * @param window - Values before each row, 2 or more.
 * @returns Standard deviations a row; NaN where the row is missing, fewer values are before it, or they
 *   do not vary.
 * @throws CalcError `invalid` when the window is no such number.
 *
 * @example
 * Array.from(rollingZ(Float64Array.of(50, 60, 40, 55), 2), (it) => it.toFixed(4)); // => ["NaN", "NaN", "-2.1213", "0.3536"]
 */
export function rollingZ(history: Float64Array, window: number): Float64Array {
  if (!(Number.isInteger(window) && window >= 2)) {
    throw invalid(`window is ${window}; a whole number of rows, 2 or more, was expected`);
  }
  const scores = new Float64Array(history.length).fill(NaN);
  // The last values, in turn in each place.
  const kept = new Float64Array(window);
  let [count, place, origin, sum, squares] = [0, 0, 0, 0, 0];
  for (let t = 0; t < history.length; t++) {
    const value = history[t] as number;
    if (isNaN(value)) continue;
    if (count >= window) {
      if (place === 0) {
        origin = kept[0] as number;
        sum = 0;
        squares = 0;
        for (let i = 0; i < window; i++) {
          const off = (kept[i] as number) - origin;
          sum += off;
          squares += off * off;
        }
      }
      const mean = sum / window;
      const variance = max(0, squares - sum * mean) / (window - 1);
      // What is left of equal values is rounding.
      if (variance > 1e-14 * (squares / window)) {
        scores[t] = (value - origin - mean) / sqrt(variance);
      }
      const gone = (kept[place] as number) - origin;
      const come = value - origin;
      sum += come - gone;
      squares += come * come - gone * gone;
    }
    kept[place] = value;
    place = place + 1 === window ? 0 : place + 1;
    count++;
  }
  return scores;
}
