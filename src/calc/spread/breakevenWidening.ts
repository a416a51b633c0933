import { invalid } from "../errors";
import { bp, years, type Bp, type Years } from "../units";

/** How long, how much roll, and whether the bond has aged by then. */
export interface BreakevenOptions {
  readonly horizon?: Years;
  /** Roll down the curve over the horizon, basis points of price return. */
  readonly roll?: Bp;
  /** TRUE (default): duration at the horizon is duration − horizon. */
  readonly aged?: boolean;
}

/**
 * By how much a spread may widen until the horizon before its carry is gone:
 * (s·h + roll) / (D − h), or over D when the bond is not aged.
 *
 * @param spread - Basis points a year.
 * @param duration - Spread duration in years.
 * @param options - Horizon in years (1), roll in basis points (0), aged (TRUE).
 * @returns Basis points; below 0 when the carry is negative.
 * @throws CalcError `invalid` when the horizon is not above 0, or reaches the duration.
 *
 * @example
 * breakevenWidening(bp(62), years(6.1)).toFixed(2); // => "12.16"
 */
export function breakevenWidening(
  spread: Bp,
  duration: Years,
  { horizon = years(1), roll = bp(0), aged = true }: BreakevenOptions = {},
): Bp {
  if (!(horizon > 0)) throw invalid(`horizon is ${horizon}; it must be a number of years above 0`);
  const remaining = aged ? duration - horizon : duration;
  if (!(remaining > 0)) {
    throw invalid(
      `duration is ${duration}; it must be more than ${aged ? `the horizon of ${horizon}` : "0"} years`,
    );
  }
  return bp((spread * horizon + roll) / remaining);
}

/**
 * Duration times spread in years × percent: proportional to a corporate bond's volatility of
 * excess return. Not for mortgages on OAS, where a small residual would say "riskless".
 *
 * @param durations - Years, one a position.
 * @param spreads - Basis points, one a position.
 * @param weights - Shares of market value; any scale.
 * @returns The weighted mean, years × percent (= bp·years ÷ 100).
 * @throws CalcError `invalid` when the weights sum to 0.
 * @see Ben Dor and others, "DTS", Journal of Portfolio Management 33(2), 2007
 *
 * @example
 * dts([6.1], [62], [1]).toFixed(3); // => "3.782"
 */
export function dts(
  durations: ArrayLike<number>,
  spreads: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < durations.length; i++) {
    const weight = weights[i] as number;
    sum += (weight * (durations[i] as number) * (spreads[i] as number)) / 100;
    total += weight;
  }
  if (total === 0) throw invalid("weights sum to 0; they must sum to another number");
  return sum / total;
}
