import { readRate } from "../assumptions/humanValues";
import { currentCoupon, MORTGAGE_YIELD_BASES } from "../calc/mortgage/currentCoupon";
import { carryRoll } from "../calc/spread/carryRoll";
import { choice, countFrom, optional, required, tenor } from "./excel/oneCell";
import { complete, sameLength, series } from "./excel/series";
import { curve as readCurve } from "./terms/curve";
import { card, finiteCell, forExcel } from "./excel/results";

/**
 * The mortgage current coupon as a decimal: the coupon whose pool would cost par, read off between the two traded coupons around it. #N/A when no two neighbours lie on both sides of par.
 * @customfunction CURRENTCOUPON
 * @param {any[][]} coupons Net coupons as decimals, rising, one row or column.
 * @param {any[][]} prices Clean prices per 100, as many; a blank where there was no quote.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19.
 * @param {any} [basis] "BEY" (default), bond-equivalent; "mortgage", twelve times the monthly yield.
 * @returns {any} The current coupon as a decimal.
 */
export function currentCouponCell(
  coupons: any[][],
  prices: any[][],
  delayDays?: any,
  basis?: any,
): any {
  return forExcel(() => {
    const rates = complete(coupons, "coupons");
    rates.forEach((value, i) => readRate(value, `coupons, row ${i + 1},`));
    const values = series(prices, "prices", true);
    sameLength({ coupons: rates, prices: values });
    const delay = optional(delayDays, "delayDays", countFrom(0), 24);
    const quoted = optional(basis, "basis", choice(MORTGAGE_YIELD_BASES), "BEY");
    return finiteCell(currentCoupon(rates, values, delay, quoted));
  });
}

/**
 * What a bond returns over a horizon when nothing changes but time, in basis points: carry over funding, roll down the curve, and their total. The roll takes the duration at the horizon.
 * @customfunction CARRYROLL
 * @param {any} yld Yield as a decimal.
 * @param {any} funding Funding rate as a decimal.
 * @param {any} duration Duration in years, above the horizon.
 * @param {any} years Maturity in years.
 * @param {any} horizon Horizon in years, for example 0.25.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal; #N/A where it does not reach.
 * @returns {any[][]} A card: carry, roll, total.
 */
export function carryRollCard(
  yld: any,
  funding: any,
  duration: any,
  years: any,
  horizon: any,
  curve: any[][],
): any[][] {
  return forExcel(() => {
    const { carry, roll, total } = carryRoll(
      required(yld, "yld", readRate),
      required(funding, "funding", readRate),
      required(duration, "duration", tenor),
      required(years, "years", tenor),
      required(horizon, "horizon", tenor),
      readCurve(curve, "curve"),
    );
    return card([
      ["carry", carry],
      ["roll", roll],
      ["total", total],
    ]);
  });
}
