import { readPrice, readRate } from "../assumptions/humanValues";
import { bondPayments, type BondPayments, type PaymentSchedule } from "../calc/bond/bondPayments";
import { bondPrice, bondYield } from "../calc/bond/price";
import { bondRisk, couponsLeft } from "../calc/bond/risk";
import { scheduledPayments } from "../calc/bond/scheduledPayments";
import { truePayments } from "../calc/bond/truePayments";
import { discountFactor } from "../calc/curve/discountCurve";
import { invalid } from "../calc/errors";
import { datedCurve } from "../calc/spread/bondSpread";
import type { Price, Rate } from "../calc/units";
import { bondArguments, type SettledBond } from "./terms/bondTerms";
import { cases, oneCase } from "./excel/elementwise";
import type { Argument } from "./excel/grid";
import { choice, optional } from "./excel/oneCell";
import { curve as readCurve } from "./terms/curve";
import { paymentArguments } from "./terms/paymentTerms";
import { card, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/**
 * Clean price of a bond at a yield, per 100 of face value. One answer a row. Out of the box as the market does it; with "excel" as PRICE, ODDFPRICE and ODDLPRICE do.
 * @customfunction BONDPRICE
 * @param {any[][]} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} yld Yield a year as a decimal, compounding as often as coupons are paid; negative is allowed.
 * @param {any[][]} [redemption] What is paid back per 100; 100 by default.
 * @param {any[][]} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any[][]} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any[][]} [issue] Day from which interest accrues; with firstCoupon.
 * @param {any[][]} [firstCoupon] First coupon day, where the first period is odd.
 * @param {any[][]} [convention] "street" (default): compounding, simple interest when one payment is left; "treasury": simple interest over the first part of a period; "excel": Excel's functions to the digit; "true": as street, each payment on the business day on which it is made (US government bond calendar), and with ACT/360 and ACT/365 of the interest that its days earn.
 * @param {any[][]} [lastCoupon] Last coupon day before maturity, where the last period is odd.
 * @returns {any[][]} The clean price of each row.
 */
export function bondPriceCells(
  settlement: any[][],
  maturity: any[][],
  coupon: any[][],
  yld: any[][],
  redemption?: any[][],
  frequency?: any[][],
  basis?: any[][],
  issue?: any[][],
  firstCoupon?: any[][],
  convention?: any[][],
  lastCoupon?: any[][],
): any[][] {
  const terms = { redemption, frequency, basis, issue, firstCoupon, convention, lastCoupon };
  return forExcel(() =>
    cases<SettledBond & { yld: Rate }>(
      {
        ...bondArguments(settlement, maturity, coupon, terms),
        yld: { argument: yld, reader: readRate },
      },
      (bond) => bondPrice(bond, bond.settlement, bond.yld, bond.convention),
    ),
  );
}

/**
 * Yield of a bond at a clean price, as a decimal a year: the inverse of BONDPRICE, negative yields included. One answer a row.
 * @customfunction BONDYIELD
 * @param {any[][]} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any[][]} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} [redemption] What is paid back per 100; 100 by default.
 * @param {any[][]} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any[][]} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any[][]} [issue] Day from which interest accrues; with firstCoupon.
 * @param {any[][]} [firstCoupon] First coupon day, where the first period is odd.
 * @param {any[][]} [convention] "street" (default), "treasury", "excel" or "true", as for BONDPRICE.
 * @param {any[][]} [lastCoupon] Last coupon day before maturity, where the last period is odd.
 * @returns {any[][]} The yield of each row.
 */
export function bondYieldCells(
  settlement: any[][],
  maturity: any[][],
  coupon: any[][],
  price: any[][],
  redemption?: any[][],
  frequency?: any[][],
  basis?: any[][],
  issue?: any[][],
  firstCoupon?: any[][],
  convention?: any[][],
  lastCoupon?: any[][],
): any[][] {
  const terms = { redemption, frequency, basis, issue, firstCoupon, convention, lastCoupon };
  return forExcel(() =>
    cases<SettledBond & { price: Price }>(
      {
        ...bondArguments(settlement, maturity, coupon, terms),
        price: { argument: price, reader: readPrice },
      },
      (bond) => bondYield(bond, bond.settlement, bond.price, bond.convention),
    ),
  );
}

/**
 * What a bond's price does when its yield moves: prices, accrued interest, durations in years, convexity in years², value of a basis point, and the coupons around settlement.
 * @customfunction BONDRISK
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} yld Yield a year as a decimal, compounding as often as coupons are paid.
 * @param {any} [redemption] What is paid back per 100; 100 by default.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [issue] Day from which interest accrues; with firstCoupon.
 * @param {any} [firstCoupon] First coupon day, where the first period is odd.
 * @param {any} [convention] "street" (default), "treasury", "excel" or "true", as for BONDPRICE.
 * @param {any} [lastCoupon] Last coupon day before maturity, where the last period is odd.
 * @param {any} [field] "ALL" (default) for the card, or one measure: clean, accrued, dirty, macaulay, modified, convexity, dv01, previousCoupon, nextCoupon, coupons. The convexity is the second derivative over the price, not halved.
 * @returns {any[][]} A card, or the one measure.
 */
export function bondRiskCard(
  settlement: any,
  maturity: any,
  coupon: any,
  yld: any,
  redemption?: any,
  frequency?: any,
  basis?: any,
  issue?: any,
  firstCoupon?: any,
  convention?: any,
  lastCoupon?: any,
  field?: any,
): any[][] {
  const terms = { redemption, frequency, basis, issue, firstCoupon, convention, lastCoupon };
  return forExcel(() => {
    const bond = oneCase<SettledBond & { yld: Rate }>(
      {
        ...bondArguments(settlement, maturity, coupon, terms),
        yld: { argument: yld, reader: readRate },
      },
      "a card is",
    );
    const risk = bondRisk(bond, bond.settlement, bond.yld, bond.convention);
    const around = couponsLeft(bond, bond.settlement);
    return card(
      [
        ["clean", risk.clean],
        ["accrued", risk.accrued],
        ["dirty", risk.dirty],
        ["macaulay", risk.macaulay],
        ["modified", risk.modified],
        ["convexity", risk.convexity],
        ["dv01", risk.dv01],
        ["previousCoupon", around.previousCoupon],
        ["nextCoupon", around.nextCoupon],
        ["coupons", around.coupons],
      ],
      field,
    );
  });
}

const flowDays = choice(["street", "true"]);

/**
 * What a bond still pays after settlement: a row a payment day with the time in coupon periods, interest and principal per 100 of face value.
 * @customfunction BONDFLOWS
 * @param {any} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any} maturity Maturity day.
 * @param {any} coupon Coupon a year as a decimal: 0.05, not 5.
 * @param {any} [redemption] What is paid back per 100; 100 by default.
 * @param {any} [frequency] Coupons a year: 1, 2 (default), 4 or 12.
 * @param {any} [basis] Day count: 0 30/360 US (default), 1 ACT/ACT, 2 ACT/360, 3 ACT/365, 4 30E/360.
 * @param {any} [issue] Day from which interest accrues; with firstCoupon.
 * @param {any} [firstCoupon] First coupon day, where the first period is odd.
 * @param {any} [lastCoupon] Last coupon day before maturity, where the last period is odd.
 * @param {any} [headings] TRUE puts the names of the columns on top: date, periods, interest, principal, total.
 * @param {any} [convention] "street" (default): payments on their own days; "true": on the business days on which they are made, by the US government bond calendar.
 * @param {any[][]} [couponSteps] Two columns: coupon days from which another coupon holds, rising, and the coupons as decimals.
 * @param {any[][]} [sinking] Two columns: coupon days on which principal is repaid at 100, rising, and its amount per 100 of face value at issue; rows are per 100 of what is left at settlement.
 * @param {any} [floatFrom] The coupon day from which a fixed-to-float bond floats: the index of the curve and floatBp, quarterly, ACT/360. To its call: BONDFLOWS and BONDYIELD with that day as maturity.
 * @param {any} [floatBp] Margin over the index in basis points.
 * @param {any[][]} [curve] Two columns: tenor in years, rising, and semiannual par yield as a decimal; with floatFrom.
 * @returns {any[][]} A row a payment. Format the first column as a date.
 */
export function bondFlowsRows(
  settlement: any,
  maturity: any,
  coupon: any,
  redemption?: any,
  frequency?: any,
  basis?: any,
  issue?: any,
  firstCoupon?: any,
  lastCoupon?: any,
  headings?: any,
  convention?: any,
  couponSteps?: any[][],
  sinking?: any[][],
  floatFrom?: any,
  floatBp?: any,
  curve?: any[][],
): any[][] {
  const terms = { redemption, frequency, basis, issue, firstCoupon, lastCoupon };
  return forExcel(() => {
    const bond = oneCase(bondArguments(settlement, maturity, coupon, terms), "a schedule is");
    const isTrue = optional(convention, "convention", flowDays, "street") === "true";
    const schedule = paymentArguments({ couponSteps, sinking, floatFrom, floatBp });
    if (isTrue && !isPlain(schedule)) {
      throw invalid(
        'convention is "true"; it must be "street" where there are couponSteps, sinking or floatFrom',
      );
    }
    const payments = isTrue
      ? truePayments(bond, bond.settlement)
      : paymentsBy(schedule, bond, curve);
    const { days, periods, interest, principal } = payments;
    const rows = Array.from(days, (day, i) => {
      const paid = interest[i] as number;
      const repaid = principal[i] as number;
      return [day, periods[i] as number, paid, repaid, paid + repaid];
    });
    return table(["date", "periods", "interest", "principal", "total"], rows, headings);
  });
}
const isPlain = ({ steps, sinking, floating }: PaymentSchedule): boolean =>
  steps.length === 0 && sinking.length === 0 && floating === undefined;

/** Payments by a schedule, on their own days. */
function paymentsBy(schedule: PaymentSchedule, bond: SettledBond, curve: Argument): BondPayments {
  if (schedule.floating === undefined) return bondPayments(bond, schedule, bond.settlement);
  const { discount } = datedCurve(readCurve(curve, "curve"), bond.settlement);
  return scheduledPayments(bond, schedule, bond.settlement, (years) =>
    discountFactor(discount, years),
  );
}
