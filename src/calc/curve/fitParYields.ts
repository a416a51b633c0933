import { bp, rate, type Bp, type Rate } from "../units";
import { couponsTo } from "./discountCurve";
import { fitNelsonSiegel, type CurveModel, type CurveTarget } from "./fitNelsonSiegel";
import type { NelsonSiegel } from "./nelsonSiegel";
import type { ParCurve } from "./parCurve";

const { sqrt } = Math;

/** A curve fitted to par yields. */
export interface ParFit {
  readonly curve: NelsonSiegel;
  /** Semiannual par yields of the curve at the tenors. */
  readonly fitted: readonly Rate[];
  /** Root of the mean squared difference of the par yields. */
  readonly rmse: Bp;
}

/**
 * Fits a Nelson–Siegel or Svensson curve to semiannual par yields by the least sum of their squared
 * differences.
 *
 * @param par - The par yields; at least as many as the model has parameters.
 * @param model - `NS` or `NSS`.
 * @returns The curve, its par yields and how far they are off.
 * @throws CalcError `missing` when there are fewer points than parameters.
 *
 * @example
 * // A flat par curve is a flat curve: β₀ = 2 ln 1.02, and no slope or hump.
 * const par = { tenors: Float64Array.of(1, 2, 5, 10, 30), yields: Float64Array.of(0.04, 0.04, 0.04, 0.04, 0.04) };
 * fitParYields(par, "NS").curve.beta0.toFixed(8); // => (2 * Math.log(1.02)).toFixed(8)
 */
export function fitParYields(par: ParCurve, model: CurveModel): ParFit {
  const targets = Array.from(par.tenors, (tenor, i) => parBond(tenor, par.yields[i] as number));
  const { curve, residuals, sumOfSquares } = fitNelsonSiegel(targets, model);
  return {
    curve,
    fitted: Array.from(residuals, (residual, i) => rate((par.yields[i] as number) + residual)),
    rmse: bp(10_000 * sqrt(sumOfSquares / residuals.length)),
  };
}

/** The par yield 2 (1 − D(T))/(Σ D − accrued) of a bond paid every half-year counted back from T. */
function parBond(tenor: number, yld: number): CurveTarget {
  const coupons = couponsTo(tenor);
  const accrued = coupons - 2 * tenor;
  return {
    times: Float64Array.from({ length: coupons }, (_, k) => tenor - 0.5 * (coupons - 1 - k)),
    residual: (discounts, slopes) => {
      let annuity = -accrued;
      for (let k = 0; k < coupons; k++) annuity += discounts[k] as number;
      const fitted = (2 * (1 - (discounts[coupons - 1] as number))) / annuity;
      slopes.fill(-fitted / annuity);
      slopes[coupons - 1] = -(fitted + 2) / annuity;
      return fitted - yld;
    },
  };
}
