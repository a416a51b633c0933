import { excelAccruedDays, couponDate, type Basis, type Frequency } from "../date/couponGrid";
import { days30Excel } from "../date/dayCount";
import { isoFromSerial, packedDay, serialOfPacked } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial, Rate } from "../units";

/**
 * Interest accrued from issue to settlement as Excel's ACCRINT has it: period by period on the grid
 * of the first coupon, the first of them shortened to the days from issue.
 *
 * @param issue - The day from which interest accrues.
 * @param firstInterest - The first coupon date; after settlement.
 * @param settlement - A day after issue.
 * @param coupon - Coupon a year, decimal.
 * @param par - Face value.
 * @param frequency - Coupons a year.
 * @param basis - Day count.
 * @returns Interest in the unit of the face value.
 * @throws CalcError `invalid` when the days are out of order.
 *
 * @example
 * // Microsoft's example of ACCRINT
 * accruedInterest(serialOf(2008, 3, 1), serialOf(2008, 8, 31), serialOf(2008, 5, 1), rate(0.1), 1000, 2, 0).toFixed(6); // => "16.666667"
 */
export function accruedInterest(
  issue: DaySerial,
  firstInterest: DaySerial,
  settlement: DaySerial,
  coupon: Rate,
  par: number,
  frequency: Frequency,
  basis: Basis,
): number {
  if (!(issue < settlement && settlement < firstInterest)) {
    throw invalid(
      `issue, settlement and firstInterest are ${[issue, settlement, firstInterest].map(isoFromSerial).join(", ")}; days must rise`,
    );
  }
  const grid = packedDay(firstInterest);
  const [start, day] = [packedDay(issue), packedDay(settlement)];
  const date = (n: number) => couponDate(grid, frequency, n);
  const actual = (from: number, to: number) => serialOfPacked(to) - serialOfPacked(from);
  const length = (from: number, to: number) =>
    basis === 1 ? actual(from, to) : (basis === 3 ? 365 : 360) / frequency;
  const previous = date(-1);
  let periods = excelAccruedDays(basis, Math.max(start, previous), day) / length(previous, grid);
  for (let n = -1; date(n) > start; n--) {
    const [from, to] = [date(n - 1), date(n)];
    if (start <= from) periods += 1;
    else {
      const whole =
        basis === 0
          ? days30Excel(from, to, true)
          : basis === 2
            ? days30Excel(from, to)
            : length(from, to);
      periods += excelAccruedDays(basis, Math.max(start, from), to) / whole;
    }
  }
  return ((par * coupon) / frequency) * periods;
}
