import { invalid } from "../errors";
import { parYield } from "../curve/parYield";
import type { ParCurve } from "../curve/parCurve";
import { bpBetween, rate, type Bp, type Rate, type Years } from "../units";

/**
 * G-spread: a yield over the par curve at the same maturity (for mortgages, at the average life).
 *
 * @param yld - Yield, decimal, semiannual.
 * @param tenor - Maturity in years.
 * @param curve - Treasury par yields by tenor; read off linearly.
 * @returns Basis points.
 * @throws CalcError `missing` when the maturity is outside the curve.
 *
 * @example
 * gSpread(rate(0.05), years(7.5), { tenors: Float64Array.of(5, 10), yields: Float64Array.of(0.04, 0.05) }).toFixed(6); // => "50.000000"
 */
export const gSpread = (yld: Rate, tenor: Years, curve: ParCurve): Bp =>
  bpBetween(yld, parYield(curve, tenor));

/** Which two tenors a blend takes, and how much of the shorter one. */
export interface Blend {
  readonly shortTenor: Years;
  readonly longTenor: Years;
  /** 0 to 1. */
  readonly shortWeight: number;
}

/**
 * Spread of a yield over a blend of two par yields: the press measure of the mortgage current
 * coupon takes half 5-year and half 10-year.
 *
 * The choice of benchmark moves a mortgage spread by 20 to 40 bp: keep it with the number.
 *
 * @param yld - Yield, decimal, semiannual.
 * @param curve - Treasury par yields by tenor.
 * @param blend - Two tenors in years and the weight of the shorter one.
 * @returns Basis points.
 * @throws CalcError `missing` when a tenor is outside the curve; `invalid` when the weight is not
 * within 0..1.
 *
 * @example
 * blendSpread(rate(0.05), { tenors: Float64Array.of(5, 10), yields: Float64Array.of(0.04, 0.05) }, { shortTenor: years(5), longTenor: years(10), shortWeight: 0.5 }).toFixed(6); // => "50.000000"
 */
export function blendSpread(yld: Rate, curve: ParCurve, blend: Blend): Bp {
  const { shortTenor, longTenor, shortWeight } = blend;
  if (!(shortWeight >= 0 && shortWeight <= 1)) {
    throw invalid(`shortWeight is ${shortWeight}; it must be a weight from 0 to 1`);
  }
  const benchmark =
    shortWeight * parYield(curve, shortTenor) + (1 - shortWeight) * parYield(curve, longTenor);
  return bpBetween(yld, rate(benchmark));
}
