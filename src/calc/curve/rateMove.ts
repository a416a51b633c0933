import { rate } from "../units";
import type { DiscountCurve } from "./discountCurve";
import type { ParCurve } from "./parCurve";

/**
 * What a parallel move moves: the par yields at the curve's tenors, from which the curve is made again,
 * or its continuous zero rates. Durations of the one and of the other do not add up.
 */
export const RATE_MOVES = ["par", "zero"] as const;
export type RateMove = (typeof RATE_MOVES)[number];

/**
 * Par yields moved in parallel.
 *
 * @param par - Par yields by tenor.
 * @param move - Decimal.
 * @returns The moved par yields.
 *
 * @example
 * movedPar({ tenors: Float64Array.of(2, 10), yields: Float64Array.of(0.03, 0.04) }, 0.0025).yields[1].toFixed(4); // => "0.0425"
 */
export const movedPar = (par: ParCurve, move: number): ParCurve => ({
  ...par,
  yields: par.yields.map((yld) => rate(yld + move)),
});

/**
 * A curve whose continuous zero rates have moved in parallel.
 *
 * @param curve - Discount factors.
 * @param move - Decimal.
 * @returns The moved curve.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 10), exponents: Float64Array.of(0, 0.4) };
 * movedZero(flat, 0.0025).exponents[1].toFixed(4); // => "0.4250"
 */
export const movedZero = (curve: DiscountCurve, move: number): DiscountCurve => ({
  ...curve,
  exponents: curve.exponents.map((exponent, i) => exponent + move * (curve.times[i] as number)),
});
