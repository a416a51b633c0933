import { invalid } from "../errors";
import { price, rate, type DaySerial, type Price, type Rate } from "../units";
import type { Bond, YieldConvention } from "./bond";
import { periodYield } from "./periodYield";
import { dirtyPrice, periodYieldAt } from "./presentValue";
import { Remaining } from "./remaining";
import { truePayments } from "./truePayments";
import { periodTrueYield, truePrice } from "./trueYield";

/** Filled again by each call. */
const remaining = new Remaining();

/**
 * Clean price of a bond at a yield.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param yld - Yield a year, decimal, compounding as often as coupons are paid; negative is allowed.
 * @param convention - How the yield discounts.
 * @returns Clean price per 100 of face value.
 * @throws CalcError `invalid` when days are out of order, or the yield is −100% a period or less.
 *
 * @example
 * // 31 CFR part 356, appendix B, example A: 8¾% due 15 May 2020 at 8.84%
 * const bond = { maturity: serialOf(2020, 5, 15), coupon: rate(0.0875), redemption: price(100), frequency: 2, basis: 1, issue: null, firstCoupon: null, lastCoupon: null };
 * bondPrice(bond, serialOf(1990, 5, 15), rate(0.0884), "treasury").toFixed(6); // => "99.057893"
 */
export function bondPrice(
  bond: Bond,
  settlement: DaySerial,
  yld: Rate,
  convention: YieldConvention = "street",
): Price {
  const perPeriod = periodYield(yld, bond.frequency);
  if (convention === "true") {
    const payments = truePayments(bond, settlement);
    return price(truePrice(payments, perPeriod) - payments.accrued);
  }
  remaining.fill(bond, settlement, convention);
  return price(dirtyPrice(remaining, perPeriod) - remaining.accrued);
}

/**
 * Yield of a bond at a clean price: the inverse of `bondPrice`.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100 of face value.
 * @param convention - How the yield discounts.
 * @returns Yield a year, decimal, compounding as often as coupons are paid.
 * @throws CalcError `invalid` when days are out of order, or no yield explains the price.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * bondYield(bond, serialOf(2026, 1, 15), price(100)).toFixed(12); // => "0.050000000000"
 */
export function bondYield(
  bond: Bond,
  settlement: DaySerial,
  clean: Price,
  convention: YieldConvention = "street",
): Rate {
  if (convention === "true") {
    const payments = truePayments(bond, settlement);
    const solve = (dirty: number) => periodTrueYield(payments, dirty);
    return explained(clean, payments.accrued, bond.frequency, solve);
  }
  remaining.fill(bond, settlement, convention);
  const solve = (dirty: number) => periodYieldAt(remaining, dirty);
  return explained(clean, remaining.accrued, remaining.frequency, solve);
}

/** The yield a year that a solver finds at a price; an error where it finds none. */
function explained(
  clean: Price,
  interest: number,
  frequency: number,
  solve: (dirty: number) => number,
): Rate {
  const dirty = clean + interest;
  const found = dirty > 0 ? solve(dirty) : NaN;
  if (!Number.isFinite(found)) {
    throw invalid(
      `price is ${clean}, with accrued interest ${dirty}; it must be a price that some yield explains, above 0 with accrued interest`,
    );
  }
  return rate(found * frequency);
}

/**
 * Interest accrued on a settlement day.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @returns Per 100 of face value.
 * @throws CalcError `invalid` when days are out of order.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * accrued(bond, serialOf(2026, 4, 15)); // => 1.25
 */
export function accrued(bond: Bond, settlement: DaySerial): number {
  remaining.fill(bond, settlement, "street");
  return remaining.accrued;
}
