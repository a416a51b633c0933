import { rate } from "../units";
import type { ParCurve } from "./parCurve";

/** Tenors closer than this are one. */
const SAME_TENOR = 1e-6;

/**
 * The tenors at which a par curve is read before its key rates move: its own, the key tenors, and
 * every half-year counted back from an end. Moves at its own few tenors alone would be carried
 * elsewhere by the log-linear discount factors between them.
 *
 * @param tenors - The curve's own, years, rising.
 * @param keyTenors - Years, rising.
 * @param end - Years, above 0: the latest half-year.
 * @returns Years, rising, none twice.
 *
 * @example
 * Array.from(keyRateTenors(Float64Array.of(0.25, 1), Float64Array.of(0.75), 1.5)); // => [0.25, 0.5, 0.75, 1, 1.5]
 */
export function keyRateTenors(
  tenors: Float64Array,
  keyTenors: Float64Array,
  end: number,
): Float64Array {
  const count = Math.ceil(2 * end - SAME_TENOR);
  const halfYears = Float64Array.from({ length: count }, (_, k) => end - k / 2);
  const all = Float64Array.of(...tenors, ...keyTenors, ...halfYears).sort();
  return all.filter((tenor, i) => i === 0 || tenor - (all[i - 1] as number) > SAME_TENOR);
}

/**
 * A par curve whose yields around one tenor have moved in the form of a tent: down to 0 at the key
 * tenors beside it, flat beyond the first and the last. The moves of all key tenors are together a
 * parallel one.
 *
 * @param par - Par yields at the tenors of `keyRateTenors`.
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
