import { readNumber, readRate, readSpread } from "../assumptions/humanValues";
import { invalid, missing } from "../calc/errors";
import { MOST_ASSETS, rotationTilt } from "../calc/trade/rotationWeights";
import { viewPosterior } from "../calc/trade/viewPosterior";
import { bp } from "../calc/units";
import { matrix } from "./excel/matrix";
import { optional, required } from "./excel/oneCell";
import { grid, width, type Argument } from "./excel/grid";
import { isBlank, NOT_AVAILABLE, plain } from "./excel/cellContent";
import { complete, isOmitted, sameLength } from "./excel/series";
import { finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/**
 * The tilt with the highest expected return whose weights sum to 0, within a tracking-error budget and bounds: exact, by an active-set method.
 * @customfunction ROTATIONWEIGHTS
 * @param {any[][]} expected Expected excess returns in basis points a year, one row or column, at most 40.
 * @param {any[][]} covariance Covariances of their returns as decimals squared a year: 1.1% of volatility is 0.000121.
 * @param {any} trackingError Tracking-error budget in basis points a year.
 * @param {any[][]} [benchmark] Benchmark weights as decimals, as many; with them no weight after the tilt is below 0.
 * @param {any[][]} [bounds] Two columns, least and most tilt of each as decimals; blank for no bound.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of tilt and weight (benchmark plus tilt) as decimals, share of the expected return and of the tracking error in basis points; then the total.
 */
export function rotationWeightsRows(
  expected: any[][],
  covariance: any[][],
  trackingError: any,
  benchmark?: any[][],
  bounds?: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const returns = complete(expected, "expected");
    const n = returns.length;
    const weights = benchmarkOf(benchmark, n);
    const [lower, upper] = boundsOf(bounds, n);
    const tilt = rotationTilt({
      expected: returns,
      covariance: covariances(covariance, n),
      trackingError: required(trackingError, "trackingError", readSpread),
      lower:
        weights === null ? lower : lower.map((low, i) => Math.max(low, -(weights[i] as number))),
      upper,
    });
    const weightOf = (i: number) => (weights?.[i] ?? 0) + (tilt.weights[i] as number);
    const rows = Array.from(tilt.weights, (weight, i) => [
      finiteCell(weight),
      finiteCell(weightOf(i)),
      finiteCell(tilt.returns[i] as number),
      finiteCell(tilt.risks[i] as number),
    ]);
    const held = weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
    return table(
      ["tilt", "weight", "return", "risk"],
      [...rows, [0, held, finiteCell(tilt.expected), finiteCell(tilt.trackingError)]],
      headings,
    );
  });
}

/**
 * Expected returns after a view on one mix of assets, by Black and Litterman: with a confidence of 0.5 the mix moves half the way to the view, and the other assets move with it.
 * @customfunction BLPOSTERIOR
 * @param {any[][]} prior Expected returns before the view in basis points, one row or column.
 * @param {any[][]} covariance Covariances of their returns as decimals squared; only the proportions count.
 * @param {any[][]} pick How much of each asset is in the mix, plain numbers, as many: 0, 1, −1 is the second less the third.
 * @param {any} view What the mix is expected to return, in basis points.
 * @param {any} confidence From 0 (nothing is known) to 1 (certain), a decimal.
 * @param {any} [tau] Uncertainty of the prior, a plain number; 0.05 by default. It cancels, because the view's uncertainty is measured by it.
 * @param {any} [headings] TRUE puts the column's name on top; FALSE by default.
 * @returns {any[][]} A column of expected returns in basis points.
 */
export function blPosteriorColumn(
  prior: any[][],
  covariance: any[][],
  pick: any[][],
  view: any,
  confidence: any,
  tau?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const before = complete(prior, "prior");
    const mix = complete(pick, "pick");
    sameLength({ prior: before, pick: mix });
    const after = viewPosterior(
      before,
      covariances(covariance, before.length),
      {
        pick: mix,
        view: bp(required(view, "view", readSpread)),
        confidence: required(confidence, "confidence", readRate),
      },
      optional(tau, "tau", readNumber, 0.05),
    );
    return table(
      ["posterior"],
      Array.from(after, (value) => [finiteCell(value)]),
      headings,
    );
  });
}

/** A square of covariances; its size is checked before thousands of cells are read. */
function covariances(argument: Argument, size: number): Float64Array[] {
  if (size > MOST_ASSETS) {
    throw invalid(`there are ${size} assets; there must be at most ${MOST_ASSETS}`);
  }
  const cells = grid(argument, "covariance");
  if (cells !== null && (cells.length !== size || width(cells) !== size)) {
    throw invalid(
      `covariance is a range of ${cells.length}×${width(cells)} cells; it must be ${size}×${size}`,
    );
  }
  const values = matrix(argument, "covariance");
  values.forEach((row, i) => {
    const variance = row[i] as number;
    if (variance > 1) {
      throw invalid(
        `covariance, row ${i + 1}, has a variance of ${variance}, a volatility of ${Math.round(100 * Math.sqrt(variance))}%; variances must be decimals squared`,
      );
    }
  });
  return values;
}

function benchmarkOf(argument: Argument, n: number): Float64Array | null {
  if (isOmitted(argument, "benchmark")) return null;
  const weights = complete(argument, "benchmark");
  if (weights.length !== n) {
    throw invalid(
      `benchmark has ${weights.length} rows but expected has ${n}; both must have the same length`,
    );
  }
  weights.forEach((weight, i) => {
    readRate(weight, `benchmark, row ${i + 1},`);
    if (weight < 0) {
      throw invalid(`benchmark, row ${i + 1}, is ${weight}; it must be a weight of 0 or more`);
    }
  });
  return weights;
}

function boundsOf(argument: Argument, n: number): [lower: Float64Array, upper: Float64Array] {
  const [lower, upper] = [new Float64Array(n).fill(-Infinity), new Float64Array(n).fill(Infinity)];
  if (isOmitted(argument, "bounds")) return [lower, upper];
  const cells = grid(argument, "bounds") ?? [];
  if (cells.length !== n || width(cells) !== 2) {
    throw invalid(
      `bounds is a range of ${cells.length}×${width(cells)} cells; it must be ${n}×2: least and most tilt of each`,
    );
  }
  cells.forEach((row, i) => {
    for (const [j, column] of [lower, upper].entries()) {
      const where = `bounds, row ${i + 1}, column ${j + 1},`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE) throw missing(`${where} is #N/A`);
      if (!isBlank(value)) column[i] = readRate(value, where);
    }
  });
  return [lower, upper];
}
