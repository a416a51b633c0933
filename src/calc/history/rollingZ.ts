import { invalid } from "../errors";
import { atRows } from "../series/observed";

const { sqrt } = Math;

/**
 * The z-score of every row against the `window` values before it, in one pass: `zScore` row by row.
 *
 * Sums go from row to row, counted from a value of the window so that no digits are lost, and are made
 * again once a window; a row depends on nothing but the rows before it.
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
    throw invalid(`window is ${window}; it must be a whole number of rows, 2 or more`);
  }
  return atRows(history, (values) => {
    const scores = new Float64Array(values.length).fill(NaN);
    let [origin, sum, squares] = [0, 0, 0];
    let restart = window;
    for (let t = window; t < values.length; t++) {
      if (t === restart) {
        restart += window;
        origin = values[t - window] as number;
        sum = 0;
        squares = 0;
        for (let i = t - window; i < t; i++) {
          const off = (values[i] as number) - origin;
          sum += off;
          squares += off * off;
        }
      }
      const mean = sum / window;
      const come = (values[t] as number) - origin;
      const variance = (squares - sum * mean) / (window - 1);
      // What is left of equal values is rounding.
      if (variance > 1e-14 * (squares / window)) scores[t] = (come - mean) / sqrt(variance);
      const gone = (values[t - window] as number) - origin;
      sum += come - gone;
      squares += come * come - gone * gone;
    }
    return scores;
  });
}
