import { rate } from "../units";
import type { ParCurve } from "./parCurve";

/**
 * A par curve whose yields around one tenor have moved in the form of a tent: down to 0 at the key
 * tenors beside it, flat beyond the first and the last. The moves of all key tenors are together a
 * parallel one.
 *
 * @param par - Par yields by tenor.
 * @param keyTenors - Years, rising.
 * @param key - The number of the key tenor.
 * @param move - Decimal.
 * @returns The moved curve.
 *
 * @example
 * const par = { tenors: Float64Array.of(2, 5, 10), yields: Float64Array.of(0.03, 0.03, 0.03) };
 * Array.from(movedAround(par, Float64Array.of(2, 8), 1, 0.01).yields, (it) => it.toFixed(3)); // => ["0.030", "0.035", "0.040"]
 */
export const movedAround = (
  par: ParCurve,
  keyTenors: Float64Array,
  key: number,
  move: number,
): ParCurve => ({
  ...par,
  yields: par.yields.map((yld, i) =>
    rate(yld + move * tent(keyTenors, key, par.tenors[i] as number)),
  ),
});

/** The height at a tenor of the tent over a key tenor. */
function tent(keys: Float64Array, key: number, tenor: number): number {
  const at = keys[key] as number;
  const beside = tenor < at ? keys[key - 1] : keys[key + 1];
  if (tenor === at || beside === undefined) return 1;
  return Math.max(0, 1 - (tenor - at) / (beside - at));
}
