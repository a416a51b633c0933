import { couponDate, couponNumber } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import { years, price, type DaySerial, type Rate } from "../units";
import type { Bond, BondRisk, YieldConvention } from "./bond";
import { periodYield } from "./periodYield";
import { isRegular } from "./presentValue";
import { Remaining } from "./remaining";
import { truePayments } from "./truePayments";
import { trueRisk } from "./trueYield";

/** Filled again by each call. */
const remaining = new Remaining();

/**
 * Price, durations and convexity of a bond at a yield, from closed sums.
 *
 * With Q the part that compounds and s the time of simple interest, the price is Q/(1 + s i) at the
 * yield i a period, and its derivatives follow from the moments Σ t Q_t and Σ t² Q_t.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param yld - Yield a year, decimal.
 * @param convention - How the yield discounts.
 * @returns The measures. Convexity is the second derivative itself (QuantLib's), not halved.
 * @throws CalcError `invalid` as for `bondPrice`.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * bondRisk(bond, serialOf(2026, 1, 15), rate(0.05)).modified.toFixed(4); // => "4.3760"
 */
export function bondRisk(
  bond: Bond,
  settlement: DaySerial,
  yld: Rate,
  convention: YieldConvention = "street",
): BondRisk {
  const it = remaining;
  const i = periodYield(yld, bond.frequency);
  if (convention === "true") return trueRisk(truePayments(bond, settlement), i, bond.frequency);
  it.fill(bond, settlement, convention);
  const { count: n, firstTime: w, finalTime: T, coupon: c, finalAmount: F } = it;
  const force = Math.log1p(i);
  const v = 1 / (1 + i);
  const vn = Math.exp(-n * force);
  const vw = Math.exp(-w * force);
  const final = F * (isRegular(it) ? (vw * vn) / v : Math.exp(-T * force));

  // Σ v^j, Σ j v^j and Σ j² v^j for j = 0..n−1.
  let [sum0, sum1, sum2] = [0, 0, 0];
  if (Math.abs(n * i) < CANCELS) {
    for (let j = n - 1, vj = vn / v; j >= 0; j--, vj /= v) {
      sum0 += vj;
      sum1 += j * vj;
      sum2 += j * j * vj;
    }
  } else {
    const discount = i * v;
    sum0 = (1 - vn) / discount;
    sum1 = (v * sum0 - n * vn) / discount;
    sum2 = (v * (sum0 + 2 * sum1) - n * n * vn) / discount;
  }
  const extra = it.firstExtra;
  const value = vw * (c * sum0 + extra) + final;
  const moment1 = (vw * (c * (w * sum0 + sum1) + extra * w) + T * final) / value;
  const moment2 =
    (vw * (c * (w * w * sum0 + 2 * w * sum1 + sum2) + extra * w * w) + T * T * final) / value;

  const simple = it.simpleTime / (1 + it.simpleTime * i);
  const perPeriod = moment1 * v + simple;
  const dirty = value / (1 + it.simpleTime * i);
  const modified = perPeriod / it.frequency;
  const second = (moment2 + moment1) * v * v + 2 * simple * perPeriod;
  return {
    clean: price(dirty - it.accrued),
    accrued: it.accrued,
    dirty: price(dirty),
    macaulay: years((moment1 + it.simpleTime) / it.frequency),
    // Excel divides by 1 + y/f also where it discounts the one payment left by simple interest.
    modified: years(
      convention === "excel" ? ((moment1 + it.simpleTime) * v) / it.frequency : modified,
    ),
    convexity: second / (it.frequency * it.frequency),
    dv01: modified * dirty * 1e-4,
  };
}

/** Below it the closed sums lose digits, and adding up is cheap. */
const CANCELS = 0.02;

/**
 * The coupon dates around settlement, and how many payments of interest are left.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @returns The day from which interest accrues (issue, in an odd first period), the next coupon date
 *   and the number of coupons left.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * couponsLeft(bond, serialOf(2026, 1, 15)).coupons; // => 10
 */
export function couponsLeft(
  bond: Bond,
  settlement: DaySerial,
): { previousCoupon: DaySerial; nextCoupon: DaySerial; coupons: number } {
  const { maturity, frequency, issue, firstCoupon, lastCoupon } = bond;
  const anchor = packedDay(lastCoupon ?? maturity);
  const number = couponNumber(anchor, frequency, packedDay(settlement));
  const date = (n: number) => serialOfPacked(couponDate(anchor, frequency, n));
  const odd = lastCoupon === null ? 0 : 1;
  if (lastCoupon !== null && settlement >= lastCoupon) {
    return { previousCoupon: lastCoupon, nextCoupon: maturity, coupons: 1 };
  }
  if (firstCoupon !== null && issue !== null && settlement < firstCoupon) {
    const coupons = odd - couponNumber(anchor, frequency, packedDay(firstCoupon)) + 1;
    return { previousCoupon: issue, nextCoupon: firstCoupon, coupons };
  }
  return { previousCoupon: date(number), nextCoupon: date(number + 1), coupons: odd - number };
}
