import { invalid, missing } from "../errors";
import { leastSquares, type LeastSquares } from "../numeric/leastSquares";
import { neweyWest } from "../numeric/neweyWest";
import { COINTEGRATION_QUANTILES, COINTEGRATION_ROWS } from "./cointegrationTable";
import { driverProbabilities } from "./driverProbability";
import { changes } from "../series/changes";
import { refuseLags } from "./unitRoot";
import type { History } from "../series/observed";

const { floor, max, min } = Math;

/** What a spread should be, by a regression on what drives it. */
export interface FairValueFit {
  /** The constant, then one for each driver. */
  readonly coefficients: Float64Array;
  /** Newey–West standard errors of the coefficients. */
  readonly standardErrors: Float64Array;
  readonly rSquared: number;
  /** Rows with all values. */
  readonly rows: number;
  /** Rows apart at which residuals may still move together. */
  readonly lags: number;
  /** Durbin–Watson: 2 where residuals do not follow on from each other, near 0 where they do. */
  readonly durbinWatson: number;
  /** The last residual in standard errors of the regression: above 0, wide of fair value. */
  readonly residualZ: number;
  /** Whether {@link driverProbabilities} can be had: the residuals revert. */
  readonly reverts: boolean;
  /**
   * The probability of a t-ratio as large as each coefficient's where the driver has nothing to do with the spread;
   * null unless the residuals revert: of levels that wander apart no t-ratio says anything.
   */
  readonly probabilities: () => Float64Array | null;
  /** Augmented Dickey–Fuller t-ratio of the residuals, without a constant; null in short samples. */
  readonly engleGranger: number | null;
  /** Its 5% critical value for so many drivers and rows; null beyond the table. */
  readonly critical: number | null;
}

/** The most drivers that the critical values know. */
const MOST_DRIVERS = COINTEGRATION_QUANTILES.length;

/** The rows that have all values. */
function complete(y: History, drivers: readonly History[]) {
  drivers.forEach((driver, j) => {
    if (driver.length === y.length) return;
    throw invalid(
      `X, column ${j + 1}, has ${driver.length} rows and y ${y.length}; both must have the same length`,
    );
  });
  const rows = Array.from(y.keys()).filter(
    (t) => ![y, ...drivers].some((it) => Number.isNaN(it[t])),
  );
  const inRows = (history: History) => Float64Array.from(rows, (t) => history[t] as number);
  return { y: inRows(y), drivers: drivers.map(inRows) };
}

/**
 * Fits a spread to its drivers by least squares in levels.
 *
 * Levels on levels find relations among series that wander apart: unless the residuals revert (the
 * Engle–Granger statistic is below its critical value), fit changes instead.
 *
 * @param y - The spread, oldest first, NaN where missing.
 * @param drivers - One to five, of the same rows.
 * @param lags - Of the standard errors; null: ⌊4 (n/100)^(2/9)⌋.
 * @param testLags - Earlier changes in the test of the residuals.
 * @returns The fit over the rows that have all values.
 * @throws CalcError `invalid` when lengths differ or there are too many drivers; `missing` when there
 *   are too few rows or drivers are combinations of each other.
 * @see R. Engle, C. Granger, "Co-integration and error correction", Econometrica 55(2), 1987
 *
 * @example
 * const y = Float64Array.of(101, 98, 104, 110, 107, 99, 95, 92);
 * const x = Float64Array.of(88, 86, 92, 99, 95, 90, 84, 80);
 * fairValueFit(y, [x], 2).coefficients[1].toFixed(5); // => "0.96941"
 */
export function fairValueFit(
  y: History,
  drivers: readonly History[],
  lags: number | null,
  testLags = 1,
): FairValueFit {
  refuseLags(testLags, "testLags");
  if (drivers.length > MOST_DRIVERS) {
    throw invalid(`X has ${drivers.length} columns; it must have at most ${MOST_DRIVERS}`);
  }
  const there = complete(y, drivers);
  const n = there.y.length;
  const columns = [new Float64Array(n).fill(1), ...there.drivers];
  const fit = leastSquares(columns, there.y);
  const used = lags ?? floor(4 * (n / 100) ** (2 / 9));
  const { residuals, residualDeviation } = fit;
  const isLong = n >= max(COINTEGRATION_ROWS[0] as number, 2 * testLags + 4);
  const engleGranger = isLong ? residualUnitRoot(residuals, testLags) : null;
  const critical = isLong ? criticalValue(drivers.length, n) : null;
  const reverts = engleGranger !== null && critical !== null && engleGranger < critical;
  const standardErrors = neweyWest(columns, fit, used);
  return {
    coefficients: fit.coefficients,
    standardErrors,
    reverts,
    probabilities: () => (reverts ? driverProbabilities(columns, fit, standardErrors, used) : null),
    rSquared: rSquaredOf(there.y, fit),
    rows: n,
    lags: used,
    durbinWatson: durbinWatson(residuals),
    residualZ: (residuals[n - 1] as number) / residualDeviation,
    engleGranger,
    critical,
  };
}

/**
 * Fair value at today's drivers.
 *
 * @param y - The spread, oldest first, NaN where missing.
 * @param drivers - Of the same rows.
 * @param now - Today's value of each driver.
 * @returns In the unit of y.
 * @throws CalcError `missing` when today's drivers are further from their mean than in any row of the
 *   fit, by Mahalanobis distance: nothing is extrapolated.
 *
 * @example
 * const y = Float64Array.of(101, 98, 104, 110, 107, 99, 95, 92);
 * const x = Float64Array.of(88, 86, 92, 99, 95, 90, 84, 80);
 * fairValue(y, [x], [80]).toFixed(2); // => "91.78"
 */
export function fairValue(y: History, drivers: readonly History[], now: ArrayLike<number>): number {
  if (now.length !== drivers.length) {
    throw invalid(
      `xNow has ${now.length} values and X ${drivers.length} columns; both must have the same length`,
    );
  }
  const there = complete(y, drivers);
  const columns = [new Float64Array(there.y.length).fill(1), ...there.drivers];
  const { coefficients, inverse } = leastSquares(columns, there.y);
  // With a constant the leverage x′(X′X)⁻¹x rises with the Mahalanobis distance alone.
  const leverage = (row: readonly number[]) =>
    row.reduce(
      (sum, a, i) =>
        sum + a * row.reduce((part, b, j) => part + (inverse[i]?.[j] as number) * b, 0),
      0,
    );
  const today = [1, ...Array.from(now)];
  let widest = 0;
  for (let t = 0; t < there.y.length; t++) {
    widest = max(widest, leverage(columns.map((column) => column[t] as number)));
  }
  if (leverage(today) > widest * (1 + 1e-9)) {
    throw missing(
      "xNow is further from the drivers' mean than any row of the fit; nothing is extrapolated",
    );
  }
  return today.reduce((sum, value, j) => sum + value * (coefficients[j] as number), 0);
}

function rSquaredOf(y: Float64Array, { residuals }: LeastSquares): number {
  const mean = y.reduce((sum, it) => sum + it, 0) / y.length;
  const squares = (values: Float64Array) => values.reduce((sum, it) => sum + it * it, 0);
  return 1 - squares(residuals) / squares(y.map((it) => it - mean));
}

function durbinWatson(residuals: Float64Array): number {
  let [steps, squares] = [0, 0];
  residuals.forEach((residual, t) => {
    squares += residual * residual;
    if (t > 0) steps += (residual - (residuals[t - 1] as number)) ** 2;
  });
  return steps / squares;
}

/**
 * The t-ratio of the level in a regression of the residuals' change on their level and their earlier
 * changes, without a constant: residuals have the mean 0.
 *
 * @param residuals - Of the regression, oldest first.
 * @param lags - Earlier changes.
 * @returns The statistic; the further below 0, the more the residuals revert.
 * @see test/golden/cointegration.csv
 *
 * @example
 * residualUnitRoot(Float64Array.from({ length: 40 }, (_, t) => Math.sin(t * t))) < -3; // => true
 */
export function residualUnitRoot(residuals: Float64Array, lags = 1): number {
  const steps = changes(residuals);
  const n = steps.length - lags;
  const earlier = Array.from({ length: lags }, (_, lag) =>
    steps.subarray(lags - 1 - lag, lags - 1 - lag + n),
  );
  const { coefficients, standardErrors } = leastSquares(
    [residuals.subarray(lags, lags + n), ...earlier],
    steps.subarray(lags),
  );
  return (coefficients[0] as number) / (standardErrors[0] as number);
}

/** The 5% quantile for so many drivers and rows: linear in the reciprocal of the rows. */
function criticalValue(drivers: number, rows: number): number {
  const quantiles = COINTEGRATION_QUANTILES[drivers - 1] as readonly number[];
  const last = COINTEGRATION_ROWS.length - 1;
  const at = min(last - 1, max(0, COINTEGRATION_ROWS.findIndex((it) => it >= rows) - 1));
  const i = rows > (COINTEGRATION_ROWS[last] as number) ? last - 1 : at;
  const [from, to] = [COINTEGRATION_ROWS[i] as number, COINTEGRATION_ROWS[i + 1] as number];
  const share = (1 / from - 1 / rows) / (1 / from - 1 / to);
  const [a, b] = [quantiles[i] as number, quantiles[i + 1] as number];
  return a + share * (b - a);
}
