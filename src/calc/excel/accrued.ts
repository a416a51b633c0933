import { accruedInterest } from "../bond/accruedInterest";
import { couponDate, couponNumber, type Basis, type Frequency } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import type { DaySerial, Rate } from "../units";

/**
 * ACCRINT: interest accrued at settlement, also after the first coupon date, where the grid of the
 * first coupon goes on.
 *
 * @param issue - The day from which interest accrues.
 * @param firstInterest - The first coupon date.
 * @param settlement - A day after issue.
 * @param coupon - Coupon a year, decimal.
 * @param par - Face value.
 * @param frequency - Coupons a year.
 * @param basis - Day count.
 * @param fromIssue - After the first coupon date: whether all since issue counts, or since that date.
 * @returns Interest in the unit of the face value.
 *
 * @example
 * // Microsoft's third example of ACCRINT: issued on 5 April 2008
 * accrint(serialOf(2008, 4, 5), serialOf(2008, 8, 31), serialOf(2008, 5, 1), rate(0.1), 1000, 2, 0, true).toFixed(6); // => "7.222222"
 */
export function accrint(
  issue: DaySerial,
  firstInterest: DaySerial,
  settlement: DaySerial,
  coupon: Rate,
  par: number,
  frequency: Frequency,
  basis: Basis,
  fromIssue: boolean,
): number {
  const accrued = (from: DaySerial, next: DaySerial): number =>
    accruedInterest(from, next, settlement, coupon, par, frequency, basis);
  if (settlement < firstInterest) return accrued(issue, firstInterest);
  const anchor = packedDay(firstInterest);
  const number = couponNumber(anchor, frequency, packedDay(settlement));
  const next = serialOfPacked(couponDate(anchor, frequency, number + 1));
  if (fromIssue) return accrued(issue, next);
  return settlement === firstInterest ? 0 : accrued(firstInterest, next);
}
