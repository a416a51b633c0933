import { missing } from "../errors";
import { naturalSpline } from "../numeric/spline";
import { rate, type Rate, type Years } from "../units";
import type { ParCurve } from "./parCurve";

/** How a par yield between two tenors is read off. */
export const YIELD_METHODS = ["linear", "cubic"] as const;
export type YieldMethod = (typeof YIELD_METHODS)[number];

/**
 * Par yield at a tenor, read off between the curve's points.
 *
 * @param curve - Semiannual par yields by tenor.
 * @param tenor - Years, within the curve's tenors.
 * @param method - `linear` in the tenor, or `cubic`: a natural spline.
 * @returns The par yield, decimal.
 * @throws CalcError `missing` outside the curve's tenors: a benchmark is never extrapolated.
 *
 * @example
 * parYield({ tenors: Float64Array.of(5, 10), yields: Float64Array.of(0.04, 0.05) }, years(7.5)); // => 0.045
 */
export function parYield(curve: ParCurve, tenor: Years, method: YieldMethod = "linear"): Rate {
  const { tenors, yields } = curve;
  const last = tenors.length - 1;
  const valueAt = (values: Float64Array, i: number) => values[i] as number;
  if (!(tenor >= valueAt(tenors, 0) && tenor <= valueAt(tenors, last))) {
    throw missing(
      `${tenor} years is outside the curve, which goes from ${valueAt(tenors, 0)} to ${valueAt(tenors, last)} years`,
    );
  }
  if (method === "cubic") return rate(naturalSpline(tenors, yields)(tenor));
  let i = 0;
  while (i < last - 1 && tenor > valueAt(tenors, i + 1)) i++;
  const weight = (tenor - valueAt(tenors, i)) / (valueAt(tenors, i + 1) - valueAt(tenors, i));
  // Each end is met exactly, and a flat curve stays flat.
  return rate(
    weight === 1
      ? valueAt(yields, i + 1)
      : valueAt(yields, i) + weight * (valueAt(yields, i + 1) - valueAt(yields, i)),
  );
}
