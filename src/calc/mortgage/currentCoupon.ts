import { invalid, missing } from "../errors";
import { rate, type Rate } from "../units";

/** How a mortgage yield is quoted: as twice its half-year yield, or as twelve times its monthly one. */
export const MORTGAGE_YIELD_BASES = ["BEY", "mortgage"] as const;
export type MortgageYieldBasis = (typeof MORTGAGE_YIELD_BASES)[number];

/**
 * A monthly mortgage yield as a bond-equivalent one.
 *
 * @param monthly - Twelve times the yield a month, decimal.
 * @returns Twice the yield a half-year, decimal.
 *
 * @example
 * bondEquivalent(rate(0.0498)).toFixed(4); // => "0.0503"
 */
export const bondEquivalent = (monthly: Rate): Rate => rate(2 * ((1 + monthly / 12) ** 6 - 1));

/**
 * The coupon at which a pool would cost its face value, read off linearly between the two traded
 * coupons around it. A price counts as par when it makes up for the payment delay.
 *
 * @param coupons - Net coupons, decimals, rising.
 * @param prices - Clean prices per 100, NaN where there was none.
 * @param delayDays - Actual payment delay in days (UMBS 24).
 * @param basis - How the yield is quoted.
 * @returns The current coupon, decimal.
 * @throws CalcError `invalid` when coupons do not rise; `missing` when no two neighbours lie on both
 *   sides of par: beyond the traded coupons nothing is extrapolated.
 *
 * @example
 * currentCoupon([0.03, 0.035], [99, 101], 24, "BEY").toFixed(5); // => "0.03218"
 */
export function currentCoupon(
  coupons: ArrayLike<number>,
  prices: ArrayLike<number>,
  delayDays: number,
  basis: MortgageYieldBasis,
): Rate {
  let [lowCoupon, lowValue] = [NaN, NaN];
  let found: number | null = null;
  let before = NaN;
  for (let k = 0; k < coupons.length; k++) {
    const coupon = coupons[k] as number;
    if (before >= coupon) {
      throw invalid(`coupons, row ${k + 1}, is ${coupon} after ${before}; coupons must rise`);
    }
    before = coupon;
    const price = prices[k] as number;
    if (Number.isNaN(price)) continue;
    const value = price + (100 * coupon * delayDays) / 360;
    if (found === null && lowValue <= 100 && value >= 100 && value > lowValue) {
      found = lowCoupon + ((coupon - lowCoupon) * (100 - lowValue)) / (value - lowValue);
    }
    [lowCoupon, lowValue] = [coupon, value];
  }
  if (found === null) {
    throw missing(
      "no two neighbouring coupons have prices on both sides of par; nothing is extrapolated",
    );
  }
  return basis === "BEY" ? bondEquivalent(rate(found)) : rate(found);
}
