import { invalid } from "../errors";
import { rate, type Rate } from "../units";

const MOST_STEPS = 200;
/** A price as near as this, relatively, is met. */
const MET = 1e-14;

/**
 * Street yield of payments of any size: compounding once a coupon period, simple interest where one
 * payment is left. The logarithm of their value is convex in the growth's, so that Newton's method ends
 * from any start.
 *
 * @param dirty - What they cost, with accrued interest.
 * @param times - From settlement, in coupon periods, above 0.
 * @param amounts - 0 or more each.
 * @param frequency - Coupon periods a year.
 * @returns A year, decimal, compounding as often as coupons are paid.
 * @throws CalcError `invalid` when no yield explains the price.
 *
 * @example
 * flowYield(3 / 1.02 + 103 / 1.02 ** 2, [1, 2], [3, 103], 2).toFixed(12); // => "0.040000000000"
 */
export function flowYield(
  dirty: number,
  times: ArrayLike<number>,
  amounts: ArrayLike<number>,
  frequency: number,
): Rate {
  if (dirty > 0 && times.length === 1) {
    return rate((((amounts[0] as number) / dirty - 1) / (times[0] as number)) * frequency);
  }
  let growth = 0;
  for (let step = 0; step < MOST_STEPS && dirty > 0; step++) {
    let [value, fall] = [0, 0];
    for (let k = 0; k < times.length; k++) {
      const worth = (amounts[k] as number) * Math.exp(-growth * (times[k] as number));
      value += worth;
      fall += worth * (times[k] as number);
    }
    const off = Math.log(value / dirty);
    growth += (off * value) / fall;
    if (Math.abs(off) < MET) return rate(Math.expm1(growth) * frequency);
    if (!Number.isFinite(growth)) break;
  }
  throw invalid(
    `price with accrued interest is ${dirty}; it must be a price that some yield explains, above 0`,
  );
}
