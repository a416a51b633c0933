import { invalid } from "../errors";

/**
 * The one-factor model of Hull and White: the short rate reverts to what fits today's curve, with
 * normal shocks of constant size.
 *
 * @see J. Hull, A. White, "Pricing interest-rate-derivative securities", Review of Financial Studies 3, 1990
 */
export interface HullWhite {
  /** Speed of reversion a year, 0 or more. */
  readonly meanReversion: number;
  /** Standard deviation of the short rate's shocks over a year, decimal: 85 bp is 0.0085. */
  readonly volatility: number;
}

/** A short rate with normal shocks, or with shocks in proportion to itself: volatility is relative then. */
export interface ShortRate extends HullWhite {
  readonly isLognormal?: boolean;
}

/** Value today of 1 paid after some years. */
export type Discount = (years: number) => number;

/** The bounds within which a model is believed; the same as those of the assumptions. */
const MOST_VOLATILITY = 0.05;
const MOST_MEAN_REVERSION = 0.5;

/**
 * A model whose parameters have been checked.
 *
 * @param volatility - Of the short rate, decimal a year, 0 to 0.05.
 * @param meanReversion - A year, 0 to 0.5.
 * @returns The model.
 * @throws CalcError `invalid` when a parameter is outside its bounds.
 *
 * @example
 * hullWhite(0.0085, 0.03).volatility; // => 0.0085
 */
export function hullWhite(volatility: number, meanReversion: number): HullWhite {
  if (!(volatility >= 0 && volatility <= MOST_VOLATILITY)) {
    throw invalid(
      `hwVol is ${volatility}; it must be a volatility of the short rate from 0 to ${MOST_VOLATILITY} a year, such as 0.0085 for 85 bp`,
    );
  }
  if (!(meanReversion >= 0 && meanReversion <= MOST_MEAN_REVERSION)) {
    throw invalid(
      `hwMeanReversion is ${meanReversion}; it must be a speed from 0 to ${MOST_MEAN_REVERSION} a year`,
    );
  }
  return { volatility, meanReversion };
}

/**
 * How much of a move of the short rate goes into the logarithm of a zero-bond's price: the B of the
 * model.
 *
 * @param meanReversion - A year, 0 or more.
 * @param years - The bond's time to maturity.
 * @returns Years.
 *
 * @example
 * [rateLoading(0, 5), rateLoading(0.1, 5).toFixed(6)]; // => [5, "3.934693"]
 */
export function rateLoading(meanReversion: number, years: number): number {
  const reverted = meanReversion * years;
  // The quotient of two tiny numbers would lose digits, and at 0 has no value.
  if (reverted < 1e-8) return years * (1 - reverted / 2);
  return -Math.expm1(-reverted) / meanReversion;
}

/**
 * Variance of the short rate, seen from today.
 *
 * @param model - The model.
 * @param years - From today.
 * @returns Decimal², the same under every forward measure.
 *
 * @example
 * shortRateVariance({ meanReversion: 0, volatility: 0.01 }, 4).toFixed(6); // => "0.000400"
 */
export function shortRateVariance({ meanReversion, volatility }: HullWhite, years: number): number {
  return volatility * volatility * rateLoading(2 * meanReversion, years);
}

/** Today's curve as a zero-bond's price in the future needs it. */
export interface CurveAround {
  /** Discount factor to the day on which the bond is priced. */
  readonly toStart: number;
  /** Discount factor to the bond's maturity. */
  readonly toMaturity: number;
  /** Instantaneous forward rate on the day on which the bond is priced, continuous. */
  readonly forward: number;
}

/**
 * Price of a zero-bond in the future, at a short rate.
 *
 * @param model - The model.
 * @param start - Years from today to the day on which it is priced.
 * @param maturity - Years from today to its maturity, `start` or later.
 * @param shortRate - The instantaneous rate on that day, continuous.
 * @param curve - Today's curve.
 * @returns Price of 1 of face value.
 *
 * @example
 * // On a flat curve of 4%, with the rate where its forward was, the convexity term alone is left.
 * const curve = { toStart: Math.exp(-0.08), toMaturity: Math.exp(-0.28), forward: 0.04 };
 * zeroBondAt({ meanReversion: 0.03, volatility: 0.015 }, 2, 7, 0.04, curve).toFixed(4); // => "0.8150"
 */
export function zeroBondAt(
  model: HullWhite,
  start: number,
  maturity: number,
  shortRate: number,
  { toStart, toMaturity, forward }: CurveAround,
): number {
  const loading = rateLoading(model.meanReversion, maturity - start);
  const convexity = (loading * loading * shortRateVariance(model, start)) / 2;
  return (toMaturity / toStart) * Math.exp(loading * (forward - shortRate) - convexity);
}
