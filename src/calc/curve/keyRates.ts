import { invalid } from "../errors";
import { rate } from "../units";
import { couponsTo, discountFactor, emptyCurve, type DiscountCurve } from "./discountCurve";
import type { ParCurve } from "./parCurve";

/*
 * Key rates move the par yields of every half-year. Moves at a sparse curve's few rows alone would be
 * carried elsewhere by the log-linear discount factors between them.
 */

/** Tenors closer than this are one. */
const SAME_TENOR = 1e-6;

/** Tenors in half-year steps: the par bond of each pays its coupons at tenors of the ladder. */
export interface HalfYearLadder {
  /** Years, above 0, rising. */
  readonly tenors: Float64Array;
  /** The number of the tenor half a year earlier; −1 where that would be 0 or less. */
  readonly earlier: Int32Array;
}

/**
 * The ladder of tenors and of every half-year counted back from each of them.
 *
 * @param tenors - Years, above 0, in any order.
 * @returns The ladder, none twice.
 *
 * @example
 * Array.from(halfYearLadder([1.5, 1.25, 1]).tenors); // => [0.25, 0.5, 0.75, 1, 1.25, 1.5]
 */
export function halfYearLadder(tenors: Iterable<number>): HalfYearLadder {
  const all: number[] = [];
  for (const tenor of tenors) {
    for (let k = couponsTo(tenor) - 1; k >= 0; k--) all.push(tenor - k / 2);
  }
  const steps = Float64Array.from(all)
    .sort()
    .filter((tenor, i, sorted) => i === 0 || tenor - (sorted[i - 1] as number) > SAME_TENOR);
  const earlier = new Int32Array(steps.length).fill(-1);
  let before = 0;
  for (let i = 0; i < steps.length; i++) {
    const wanted = (steps[i] as number) - 0.5;
    while ((steps[before] as number) < wanted - SAME_TENOR) before++;
    if (Math.abs((steps[before] as number) - wanted) <= SAME_TENOR) earlier[i] = before;
  }
  return { tenors: steps, earlier };
}

/** Share of its first period that has gone by when a par bond of a tenor is bought. */
const shareGone = (tenor: number): number => couponsTo(tenor) - 2 * tenor;

/**
 * The par yields that a curve has on a ladder.
 *
 * @param curve - Discount factors.
 * @param ladder - The tenors.
 * @returns Semiannual par yields, decimals; `discountCurveOf` gives the curve back where the ladder
 *   holds all its nodes.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 10), exponents: Float64Array.of(0, 0.4) };
 * parYieldsOf(flat, halfYearLadder([1])).map((it) => 1e4 * it)[1].toFixed(4); // => (2e4 * Math.expm1(0.02)).toFixed(4)
 */
export function parYieldsOf(
  curve: DiscountCurve,
  { tenors, earlier }: HalfYearLadder,
): Float64Array {
  const annuities = new Float64Array(tenors.length);
  return tenors.map((tenor, i) => {
    const factor = discountFactor(curve, tenor);
    const annuity = factor + (annuities[earlier[i] as number] ?? 0);
    annuities[i] = annuity;
    return (2 * (1 - factor)) / (annuity - shareGone(tenor));
  });
}

/**
 * The curve of log-linear discount factors between the tenors of a ladder that has its par yields.
 *
 * @param ladder - The tenors.
 * @param yields - Semiannual par yields, decimals, one for each tenor.
 * @returns The curve.
 * @throws CalcError `invalid` when no discount factor prices a par bond.
 *
 * @example
 * discountCurveOf(halfYearLadder([1]), Float64Array.of(0.04, 0.04)).exponents[2].toFixed(12); // => (2 * Math.log(1.02)).toFixed(12)
 */
export function discountCurveOf(
  { tenors, earlier }: HalfYearLadder,
  yields: Float64Array,
): DiscountCurve {
  const curve = emptyCurve(tenors.length);
  const annuities = new Float64Array(tenors.length);
  for (let i = 0; i < tenors.length; i++) {
    const tenor = tenors[i] as number;
    const half = (yields[i] as number) / 2;
    const before = annuities[earlier[i] as number] ?? 0;
    // Coupons and face value are worth 1 and the interest accrued.
    const factor = (1 + half * shareGone(tenor) - half * before) / (1 + half);
    if (!(factor > 0)) {
      throw invalid(
        `curve has a par yield of ${yields[i]} at ${tenor} years, which no discount factor explains; it must have a yield that fits the shorter ones`,
      );
    }
    annuities[i] = before + factor;
    curve.times[i + 1] = tenor;
    curve.exponents[i + 1] = -Math.log(factor);
  }
  return curve;
}

/**
 * Par yields that have moved around one key tenor in the form of a tent: down to 0 at the key tenors
 * beside it, flat beyond the first and the last. The moves of all key tenors are together a parallel
 * one.
 *
 * @param par - Par yields by tenor.
 * @param keyTenors - Years, rising.
 * @param key - The number of the key tenor.
 * @param move - Decimal.
 * @returns The moved par yields.
 *
 * @example
 * const par = { tenors: Float64Array.of(2, 5, 10), yields: Float64Array.of(0.03, 0.03, 0.03) };
 * Array.from(movedAround(par, Float64Array.of(2, 8), 1, 0.01), (it) => it.toFixed(3)); // => ["0.030", "0.035", "0.040"]
 */
export const movedAround = (
  { tenors, yields }: ParCurve,
  keyTenors: Float64Array,
  key: number,
  move: number,
): Float64Array =>
  yields.map((yld, i) => rate(yld + move * tent(keyTenors, key, tenors[i] as number)));

/** The height at a tenor of the tent over a key tenor. */
function tent(keys: Float64Array, key: number, tenor: number): number {
  const at = keys[key] as number;
  const beside = tenor < at ? keys[key - 1] : keys[key + 1];
  if (tenor === at || beside === undefined) return 1;
  return Math.max(0, 1 - (tenor - at) / (beside - at));
}
