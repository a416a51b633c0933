import { invalid, missing } from "../errors";
import { fitLine } from "../numeric/line";
import { bp, type Bp, type Years } from "../units";
import { observed, type History } from "../series/observed";

/** A first-order autoregression x_t = constant + phi·x_(t−1) + shock. */
export interface Autoregression {
  readonly constant: number;
  /** Least squares; biased down in short histories. */
  readonly phi: number;
  /** phi + (1 + 3·phi) / T, the bias of first order taken off (Kendall; Marriott and Pope). */
  readonly correctedPhi: number;
  /** Standard error of phi. */
  readonly phiError: number;
  /** Standard deviation of the shocks. */
  readonly shock: number;
  /** Means of the rows before and of the rows after, over all pairs. */
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Pairs of rows. */
  readonly n: number;
}

/**
 * Fits a first-order autoregression by least squares.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @returns The fit, in the history's unit a row.
 * @throws CalcError `missing` when there are fewer than five values, or they do not vary.
 *
 * @example
 * autoregression(Float64Array.of(1, 2, 1, 2, 1, 2)).phi.toFixed(2); // => "-1.00"
 */
export const autoregression = (history: History): Autoregression =>
  autoregressionOfPresent(observed(history));

function autoregressionOfPresent(values: Float64Array): Autoregression {
  if (values.length < 5) {
    throw missing(`the series has ${values.length} values; an autoregression needs 5`);
  }
  const [before, after] = [values.subarray(0, -1), values.subarray(1)];
  const { intercept, slope, slopeError, residualDeviation, meanX, meanY, n } = fitLine(
    before,
    after,
  );
  return {
    constant: intercept,
    phi: slope,
    correctedPhi: slope + (1 + 3 * slope) / n,
    phiError: slopeError,
    shock: residualDeviation,
    meanBefore: meanX,
    meanAfter: meanY,
    n,
  };
}

/**
 * Rows until half of a deviation is gone, for a coefficient of first order: ln ½ ÷ ln φ.
 *
 * @param phi - The autoregressive coefficient.
 * @returns Rows.
 * @throws CalcError `missing` when phi is 1 or more (nothing reverts: never a half-life of
 * hundreds of months), or 0 or less (it is gone within a row).
 *
 * @example
 * halfLifeOf(0.5); // => 1
 */
export function halfLifeOf(phi: number): number {
  if (!(phi < 1)) throw missing("no mean reversion detectable");
  if (!(phi > 0)) throw missing("the half-life is shorter than one row");
  return Math.log(0.5) / Math.log(phi);
}

/**
 * Half-life of a history's deviations from its mean.
 *
 * Least squares finds reversion that is not there: with a true half-life of 12 months its median
 * over 60 months is 5.8. The corrected coefficient has none of that bias at first order, and says
 * "no mean reversion detectable" where it reaches 1.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param corrected - Take the bias off (TRUE).
 * @param dt - Length of a row, in the unit of the answer; 1 answers in rows.
 * @returns Half-life in units of dt.
 * @throws CalcError `missing` when no reversion is detectable, or there are too few values.
 *
 * @example
 * halfLife(Float64Array.of(64, 32, 16, 8, 4, 2, 1, 0.5, 0.25), false); // => 1
 */
export const halfLife = (history: History, corrected = true, dt = 1): number =>
  halfLifeOfPresent(observed(history), corrected, dt);

/**
 * {@link halfLife} of a history whose missing rows have been dropped already.
 *
 * @param values - Without missing rows, oldest first.
 * @param corrected - As there.
 * @param dt - As there.
 * @returns As there.
 * @throws CalcError as there.
 *
 * @example
 * halfLifeOfPresent(Float64Array.of(64, 32, 16, 8, 4, 2, 1, 0.5, 0.25), false, 1); // => 1
 */
export function halfLifeOfPresent(values: Float64Array, corrected: boolean, dt: number): number {
  if (!(dt > 0)) throw invalid(`dt is ${dt}; it must be a length of a row above 0`);
  return halfLifeOfFit(autoregressionOfPresent(values), corrected) * dt;
}

/**
 * Half-life of a fitted autoregression.
 *
 * @param fit - The autoregression.
 * @param corrected - Take the bias off.
 * @returns Rows.
 * @throws CalcError `missing` when the corrected coefficient shows no reversion, also for a
 * half-life that is not corrected.
 *
 * @example
 * halfLifeOfFit({ phi: 0.5, correctedPhi: 0.75 }, false); // => 1
 */
export function halfLifeOfFit(
  { phi, correctedPhi }: Pick<Autoregression, "phi" | "correctedPhi">,
  corrected: boolean,
): number {
  // Uncorrected, a series that reverts to nothing still shows a half-life, of hundreds of rows.
  halfLifeOf(correctedPhi);
  return halfLifeOf(corrected ? correctedPhi : phi);
}

/** An Ornstein–Uhlenbeck process: dx = kappa·(theta − x)·dt + sigma·dW. */
export interface OrnsteinUhlenbeck {
  /** Speed of reversion a year. */
  readonly kappa: number;
  /** Level that it reverts to. */
  readonly theta: number;
  /** Volatility per √year. */
  readonly sigma: number;
  readonly phi: number;
  readonly phiError: number;
}

/**
 * Fits an Ornstein–Uhlenbeck process through its exact discrete form.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param dt - Years a row; 1/12 for months.
 * @param corrected - Use the coefficient with its bias taken off (FALSE).
 * @returns Speed, level and volatility; φ as it was used and its standard error.
 * @throws CalcError `missing` when no mean reversion is detectable.
 *
 * @example
 * ouFit(Float64Array.of(8, 4, 2, 1, 0.5), 1).kappa.toFixed(4); // => "0.6931"
 */
export function ouFit(history: History, dt = 1 / 12, corrected = false): OrnsteinUhlenbeck {
  if (!(dt > 0)) throw invalid(`dt is ${dt}; it must be a number of years a row above 0`);
  const fit = autoregression(history);
  const phi = corrected ? fit.correctedPhi : fit.phi;
  halfLifeOf(phi);
  const kappa = -Math.log(phi) / dt;
  // The regression line goes through the means, so that a corrected slope keeps them.
  const constant = corrected ? fit.meanAfter - phi * fit.meanBefore : fit.constant;
  return {
    kappa,
    theta: constant / (1 - phi),
    sigma: fit.shock * Math.sqrt((2 * kappa) / (1 - phi * phi)),
    phi,
    phiError: fit.phiError,
  };
}

/** Where a process will be: mean, standard deviation, and the band of 80%. */
export interface Forecast {
  readonly mean: number;
  readonly sd: number;
  readonly p10: number;
  readonly p90: number;
}

/** The 90th percentile of the standard normal distribution. */
const NINETIETH = 1.2815515655446004;

/**
 * Forecast of an Ornstein–Uhlenbeck process.
 *
 * @param start - Where it is now.
 * @param theta - Level that it reverts to, in the same unit.
 * @param halfLifeMonths - Half-life in months, above 0.
 * @param sigma - Volatility per √year in the same unit, 0 or more.
 * @param horizon - Years, 0 or more.
 * @returns Mean, standard deviation, 10th and 90th percentile, in the same unit.
 * @throws CalcError `invalid` when the half-life, volatility or horizon is out of range.
 *
 * @example
 * ouForecast(bp(39), bp(55), 8, bp(14), years(0.5)).mean.toFixed(2); // => "45.49"
 */
export function ouForecast(
  start: Bp,
  theta: Bp,
  halfLifeMonths: number,
  sigma: Bp,
  horizon: Years,
): Forecast {
  if (!(halfLifeMonths > 0)) {
    throw invalid(`halfLife is ${halfLifeMonths}; it must be a number of months above 0`);
  }
  if (!(sigma >= 0)) throw invalid(`sigma is ${sigma}; it must be a volatility of 0 or more`);
  if (!(horizon >= 0))
    throw invalid(`horizon is ${horizon}; it must be a number of years, 0 or more`);
  const kappa = (Math.LN2 / halfLifeMonths) * 12;
  const kept = Math.exp(-kappa * horizon);
  const mean = theta + (start - theta) * kept;
  const sd = sigma * Math.sqrt((1 - kept * kept) / (2 * kappa));
  return { mean: bp(mean), sd, p10: mean - NINETIETH * sd, p90: mean + NINETIETH * sd };
}
