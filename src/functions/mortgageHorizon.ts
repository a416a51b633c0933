import { readRate } from "../assumptions/humanValues";
import { impliedSpeed } from "../calc/mortgage/impliedSpeed";
import { poolHorizon } from "../calc/returns/poolHorizon";
import { countFrom, optional, required } from "./excel/oneCell";
import { onePool, poolPriceReader } from "./terms/poolTerms";
import { oneTiming } from "./terms/settlement";
import { isOmitted } from "./excel/series";
import { speed as readSpeed } from "./terms/speed";
import { card, finiteCell, forExcel } from "./excel/results";

/**
 * Return of a pass-through over a horizon from its cash flows: payments are reinvested, what is left is sold at the exit yield.
 * @customfunction MBSHORIZON
 * @param {any} price Clean price today per 100: 99.5, or in 32nds "99-16".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any[][]} speed Speed until the horizon: a CPR as a decimal such as 0.06; "150 PSA", "0.5 SMM", "6 24 R 18"; or a column of monthly CPRs, of which the last holds.
 * @param {any} months Months held.
 * @param {any} exitYield Bond-equivalent yield at the horizon as a decimal.
 * @param {any[][]} [exitSpeed] Speed from the horizon on: a CPR as a decimal or a text as for the speed; the same by default.
 * @param {any} [reinvestment] Rate that payments earn until the horizon, a decimal compounding monthly; the exit yield by default.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @returns {any[][]} A card: return as a decimal, not annualised; factor; exitPrice; returnBey.
 */
export function mbsHorizonCard(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  speed: any[][],
  months: any,
  exitYield: any,
  exitSpeed?: any[][],
  reinvestment?: any,
  delayDays?: any,
  accruedDays?: any,
): any[][] {
  return forExcel(() => {
    const now = readSpeed(speed, "speed");
    const exit = required(exitYield, "exitYield", readRate);
    const found = poolHorizon({
      pool: onePool({ coupon, wac, wam, age }),
      timing: oneTiming(delayDays, accruedDays),
      price: required(price, "price", poolPriceReader),
      speed: now,
      months: required(months, "months", countFrom(1)),
      exitYield: exit,
      exitSpeed: isOmitted(exitSpeed, "exitSpeed") ? now : readSpeed(exitSpeed, "exitSpeed"),
      reinvestment: optional(reinvestment, "reinvestment", readRate, exit),
    });
    return card([
      ["return", found.return],
      ["factor", found.factor],
      ["exitPrice", found.exitPrice],
      ["returnBey", found.returnBey],
    ]);
  });
}

/**
 * The constant speed at which a pass-through bought at a price yields the target: faster, and a premium yields less. #N/A when there is none.
 * @customfunction BREAKEVENCPR
 * @param {any} price Clean price per 100: 103, or in 32nds "103-00".
 * @param {any} coupon Net coupon a year as a decimal: 0.05, not 5.
 * @param {any} wac Rate of the loans as a decimal, not below the coupon.
 * @param {any} wam Months that are left.
 * @param {any} age Age of the loans in months.
 * @param {any} targetYield Bond-equivalent yield wanted as a decimal.
 * @param {any} [delayDays] Actual payment delay in days: UMBS 24 (default), Ginnie Mae I 14, II 19; "24 true" moves payments to business days, with the settlement as accruedDays.
 * @param {any} [accruedDays] Days of accrued interest at settlement, 0 by default; or the settlement itself: a month such as "2026-08", with a class "2026-08 C" (A by default), or the day.
 * @returns {any} The CPR as a decimal.
 */
export function breakevenCprCell(
  price: any,
  coupon: any,
  wac: any,
  wam: any,
  age: any,
  targetYield: any,
  delayDays?: any,
  accruedDays?: any,
): any {
  return forExcel(() =>
    finiteCell(
      impliedSpeed(
        onePool({ coupon, wac, wam, age }),
        oneTiming(delayDays, accruedDays),
        required(price, "price", poolPriceReader),
        required(targetYield, "targetYield", readRate),
        "CPR",
      ),
    ),
  );
}
