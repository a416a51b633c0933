import { invalid } from "../errors";
import type { Bp, Years } from "../units";

/** How the two legs of a switch are balanced. */
export const SWITCH_METHODS = ["duration", "vol"] as const;

/** One leg's risk. */
export interface LegRisk {
  readonly duration: Years;
  /** Volatility of its spread, basis points per √year. */
  readonly vol: Bp;
}

/**
 * Market value to take on so that the interest-rate risk stays: value × D of what is given up ÷ D
 * of what is taken on.
 *
 * @param marketValue - Given up, any currency.
 * @param from - Duration of what is given up, years.
 * @param to - Duration of what is taken on, years above 0.
 * @returns Market value in the same currency.
 * @throws CalcError `invalid` when the duration of what is taken on is not above 0.
 *
 * @example
 * durationRatio(99.75, years(5.6), years(6.1)).toFixed(2); // => "91.57"
 */
export function durationRatio(marketValue: number, from: Years, to: Years): number {
  if (!(to > 0)) throw invalid(`durationTo is ${to}; it must be a number of years above 0`);
  return (marketValue * from) / to;
}

/**
 * Market value to take on so that the spread risk stays: by duration × volatility of the spread.
 *
 * By measured volatility, not by spread: on an option-adjusted spread near 0 a mortgage would look
 * riskless (.18 in place of 1.15).
 *
 * @param marketValue - Given up, any currency.
 * @param from - What is given up.
 * @param to - What is taken on; duration and volatility above 0.
 * @param beta - Change of the spread taken on for one of the spread given up, in units of the ratio
 * of their volatilities; 1 by default.
 * @returns Market value in the same currency.
 * @throws CalcError `invalid` when a duration or volatility of what is taken on is not above 0.
 *
 * @example
 * volatilityRatio(1, { duration: years(5.6), vol: bp(35) }, { duration: years(6.1), vol: bp(28) }, 1).toFixed(4); // => "1.1475"
 */
export function volatilityRatio(
  marketValue: number,
  from: LegRisk,
  to: LegRisk,
  beta: number,
): number {
  if (!(from.vol >= 0))
    throw invalid(`volFrom is ${from.vol}; it must be a number of basis points, 0 or more`);
  if (!(to.vol > 0))
    throw invalid(`volTo is ${to.vol}; it must be a number of basis points above 0`);
  return (durationRatio(marketValue, from.duration, to.duration) * from.vol * beta) / to.vol;
}
