import { accruedPeriods, couponDate, couponNumber } from "../date/couponGrid";
import { nextGovernmentBondDay } from "../date/governmentBondDays";
import { packedDay } from "../date/serial";
import { daySerial, type DaySerial } from "../units";
import type { Bond } from "./bond";
import { bondFlows, type BondFlows } from "./flows";

/**
 * A bond's payments on the days on which they are made: one that is due on a weekend or a holiday of
 * the US government bond market comes on the next business day, with no interest for the wait.
 *
 * Time is counted to that day by the bond's day count, and with ACT/360 and ACT/365 a coupon is what
 * the days of its period earn. A bond without coupons has no coupon period: by ACT/ACT its time is
 * whole years back from maturity, and a share of the year before them.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity; a coupon due on or before that day belongs to the seller.
 * @returns One row a payment: the day on which it is made, its time in coupon periods from settlement.
 * @throws CalcError `invalid` when days are out of order, or a payment is due before 1990.
 * @see QuantLib, FixedRateBond and ZeroCouponBond with the payment convention Following and the
 * calendar UnitedStates::GovernmentBond
 *
 * @example
 * // The last payment is due on Martin Luther King's birthday.
 * const bond = { maturity: serialOf(2029, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * isoFromSerial(truePayments(bond, serialOf(2028, 7, 17)).days[0]); // => "2029-01-16"
 */
export function truePayments(bond: Bond, settlement: DaySerial): BondFlows {
  const flows = bondFlows(bond, settlement);
  const { days, periods, interest } = flows;
  const start = packedDay(settlement);
  const anchor = packedDay(bond.lastCoupon ?? bond.maturity);
  const coupon = (100 * bond.coupon) / bond.frequency;
  const accrue = (from: number, to: number) =>
    accruedPeriods(anchor, bond.frequency, bond.basis, from, to);
  const yearsBack = (day: number) =>
    accruedPeriods(packedDay(bond.maturity), 1, bond.basis, start, day);
  const isByDays = bond.basis === 2 || bond.basis === 3;
  for (let j = 0; j < days.length; j++) {
    const due = packedDay(daySerial(days[j] as number));
    days[j] = nextGovernmentBondDay(daySerial(days[j] as number));
    const paid = packedDay(daySerial(days[j] as number));
    if (isByDays) {
      if (isRegular(bond, settlement, due)) {
        const number = couponNumber(anchor, bond.frequency, due);
        interest[j] = coupon * accrue(couponDate(anchor, bond.frequency, number - 1), due);
      }
      periods[j] = accrue(start, paid);
    } else if (bond.basis === 1 && bond.coupon === 0) {
      periods[j] = bond.frequency * yearsBack(paid);
    } else {
      periods[j] = (periods[j] as number) + accrue(due, paid);
    }
  }
  return flows;
}

/** Whether a coupon is for one period of the grid. */
function isRegular(bond: Bond, settlement: DaySerial, due: number): boolean {
  const { firstCoupon, lastCoupon, maturity } = bond;
  const isOddFirst =
    firstCoupon !== null && settlement < firstCoupon && due === packedDay(firstCoupon);
  return !isOddFirst && !(lastCoupon !== null && due === packedDay(maturity));
}
