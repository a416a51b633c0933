/* How often a driver that has nothing to do with a spread has a t-ratio as large as the one found. */
import { leastSquares, type LeastSquares } from "../numeric/leastSquares";
import { neweyWest } from "../numeric/neweyWest";
import { shockPaths } from "./shockPaths";

const { abs, floor, max, min } = Math;

/** Draws for a short history, and for a long one, whose draws take longer. */
const [MOST_DRAWS, FEWEST_DRAWS] = [399, 199];
/** Rows that are drawn at most, where more than the fewest draws are made. */
const MOST_ROWS = 60_000;
const SEED = 20_261_130;

/**
 * The probability of each coefficient's t-ratio, or a larger one on either side, where the coefficient is 0.
 *
 * Tables of the t distribution call an unrelated driver significant far too often where both move slowly. Here
 * the residuals are taken for a first-order autoregression, whose shocks are drawn again in blocks; each draw is
 * fitted to the same drivers, and its t-ratios about the truth are what the one found is held to.
 *
 * @param columns - The constant and the drivers.
 * @param fit - Of the spread to them; its residuals revert.
 * @param standardErrors - Newey–West, of its coefficients.
 * @param lags - Of the standard errors.
 * @returns A probability for each column; 1 where a standard error is 0.
 * @see E. Mammen, "When Does Bootstrap Work?", 1992, for regressions with drivers held; coverage in
 *   docs/calibration.md
 *
 * @example
 * const columns = [new Float64Array(8).fill(1), Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)];
 * const residuals = Float64Array.of(0.1, -0.1, 0.2, -0.2, 0.1, -0.1, 0.2, -0.2);
 * const fit = { coefficients: Float64Array.of(0, 2), residuals };
 * driverProbabilities(columns, fit, Float64Array.of(0.1, 0.02), 1)[1] < 0.05; // => true
 */
export function driverProbabilities(
  columns: readonly Float64Array[],
  fit: Pick<LeastSquares, "coefficients" | "residuals">,
  standardErrors: Float64Array,
  lags: number,
): Float64Array {
  const n = fit.residuals.length;
  const draws = max(FEWEST_DRAWS, min(MOST_DRAWS, floor(MOST_ROWS / n)));
  const ratios = fit.coefficients.map((coefficient, j) =>
    ratioOf(coefficient, standardErrors[j] as number),
  );
  const asLarge = new Float64Array(ratios.length);
  const { path } = shockPaths(fit.residuals, null, SEED);
  const drawn = new Float64Array(n);
  for (let i = 0; i < draws; i++) {
    const other = leastSquares(columns, path(drawn));
    const errors = neweyWest(columns, other, lags);
    for (let j = 0; j < ratios.length; j++) {
      const ratio = ratioOf(other.coefficients[j] as number, errors[j] as number);
      if (ratio >= (ratios[j] as number)) asLarge[j] = (asLarge[j] as number) + 1;
    }
  }
  // The one found is one of the draws: no probability is 0.
  return asLarge.map((count) => (count + 1) / (draws + 1));
}

const ratioOf = (coefficient: number, error: number): number =>
  error > 0 ? abs(coefficient / error) : 0;
