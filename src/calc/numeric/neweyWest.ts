import { invalid } from "../errors";
import type { LeastSquares } from "./leastSquares";
import type { Numbers } from "./statistics";

/**
 * Standard errors of a regression that allow for autocorrelated residuals of unequal variance.
 *
 * Newey and West with Bartlett weights 1 − l/(lags + 1) and without a small-sample factor; with 0
 * lags these are White's.
 *
 * @param columns - The explaining variables of the regression, its constant among them.
 * @param fit - The regression.
 * @param lags - How many rows apart residuals may still move together; 0 or more, below n.
 * @returns One standard error for each coefficient.
 * @throws CalcError `invalid` when lags is no such whole number.
 * @see W. Newey and K. West, Econometrica 55(3), 1987
 *
 * @example
 * neweyWest([[1, 1, 1, 1]], { residuals: Float64Array.of(1, -1, 1, -1), inverse: [Float64Array.of(0.25)] }, 0)[0]; // => 0.5
 */
export function neweyWest(
  columns: readonly Numbers[],
  { residuals, inverse }: Pick<LeastSquares, "residuals" | "inverse">,
  lags: number,
): Float64Array {
  const n = residuals.length;
  if (!(Number.isInteger(lags) && lags >= 0 && lags < n)) {
    throw invalid(`lags is ${lags}; it must be a whole number from 0 to ${n - 1}`);
  }
  const scores = columns.map((column) =>
    residuals.map((residual, t) => residual * (column[t] as number)),
  );
  // The matrix is symmetric: its upper half counts twice off the diagonal.
  const long = scores.map((a, i) => scores.slice(i).map((b) => longRunCovariance(a, b, lags)));
  return Float64Array.from(inverse, (row) => {
    let variance = 0;
    for (const [i, upper] of long.entries()) {
      for (const [k, covariance] of upper.entries()) {
        const twice = k === 0 ? 1 : 2;
        variance += twice * (row[i] as number) * covariance * (row[i + k] as number);
      }
    }
    // Bartlett's weights keep it from being negative but for rounding.
    return Math.sqrt(Math.max(0, variance));
  });
}

/** Sum of products at lag 0 and, weighted, at every lag in both directions. */
function longRunCovariance(a: Float64Array, b: Float64Array, lags: number): number {
  let sum = productAtLag(a, b, 0);
  for (let lag = 1; lag <= lags; lag++) {
    const forward = productAtLag(a, b, lag);
    const backward = a === b ? forward : productAtLag(b, a, lag);
    sum += (1 - lag / (lags + 1)) * (forward + backward);
  }
  return sum;
}

function productAtLag(a: Float64Array, b: Float64Array, lag: number): number {
  let sum = 0;
  for (let t = lag; t < a.length; t++) sum += (a[t] as number) * (b[t - lag] as number);
  return sum;
}
