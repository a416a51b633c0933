import {
  excelAccruedDays,
  couponDate,
  couponNumber,
  periodDays,
  type Basis,
  type Frequency,
} from "../date/couponGrid";
import { days30Excel } from "../date/dayCount";
import {
  addMonths,
  dayOf,
  daysInMonth,
  isMonthEnd,
  isoFromSerial,
  monthOf,
  packDay,
  packedDay,
  yearOf,
} from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial } from "../units";
import type { Bond } from "./bond";

/*
 * Odd first and last periods as Excel's ODDFPRICE, ODDFYIELD and ODDLPRICE have them: Microsoft's
 * documented sums over quasi-coupon periods, with day counts that follow Excel's own results where
 * the documentation leaves them open. Periods are counted one after another from the odd coupon,
 * each by the day of the month of the one before it, so that they drift (30 November, 28 February,
 * 28 May); the coupons after them lie on the grid of the maturity.
 */

/** What differs from a regular bond, in coupon periods. */
export interface ExcelOdd {
  readonly accrued: number;
  /** The first coupon as a multiple of a regular one. */
  readonly firstCoupon: number;
  readonly firstTime: number;
  readonly count: number;
}

/**
 * A bond before its odd first coupon.
 *
 * @param bond - The bond, with its issue day.
 * @param firstCoupon - The first coupon date.
 * @param settlement - A day from issue on, before the first coupon.
 * @returns Interest and times in periods.
 * @throws CalcError `invalid` when issue is missing, or days are out of order.
 */
export function excelOddFirst(bond: Bond, firstCoupon: DaySerial, settlement: DaySerial): ExcelOdd {
  const { basis, frequency, issue, maturity } = bond;
  if (issue === null || !(issue < settlement)) {
    throw invalid(
      `issue is ${issue === null ? "missing" : isoFromSerial(issue)}; it must be a day before settlement, ${isoFromSerial(settlement)}`,
    );
  }
  const [start, day, first] = [packedDay(issue), packedDay(settlement), packedDay(firstCoupon)];
  const anchor = packedDay(maturity);
  const grid = couponNumber(anchor, frequency, first);
  if (couponDate(anchor, frequency, grid) !== first || grid >= 0) {
    throw invalid(
      `firstCoupon is ${isoFromSerial(firstCoupon)}; it must be a coupon date counted back from maturity`,
    );
  }
  const number = couponNumber(first, frequency, day);
  const previous = couponDate(first, frequency, number);
  const next = couponDate(first, frequency, number + 1);
  const length = periodDays(basis, frequency, previous, next);
  const days = daysOf(basis);
  if (days(start, first) < length) {
    return {
      accrued: days(start, day) / length,
      firstCoupon: days(start, first) / length,
      firstTime: days(day, first) / length,
      count: -couponNumber(anchor, frequency, day),
    };
  }
  let [interest, accrued, late] = [0, 0, first];
  for (let i = -couponNumber(first, frequency, start); i >= 1; i--) {
    const early = addMonths(late, -12 / frequency);
    const period = basis === 1 ? days(early, late) : length;
    interest += (i > 1 ? period : days(start, late)) / period;
    accrued += days(Math.max(start, early), Math.min(day, late)) / period;
    late = early;
  }
  const toNext = basis === 2 || basis === 3 ? days(day, next) : length - days(previous, day);
  return {
    accrued,
    firstCoupon: interest,
    firstTime: toNext / length + wholePeriods(day, first, frequency),
    count: 1 - grid,
  };
}

/**
 * A bond in its odd last period.
 *
 * @param bond - The bond.
 * @param lastCoupon - The last coupon date before maturity.
 * @param settlement - A day after it, before maturity.
 * @returns Accrued interest, the last coupon as a multiple of a regular one, and the time to it.
 * @throws CalcError `invalid` when settlement is not after the last coupon: Excel has no such function.
 */
export function excelOddLast(
  bond: Bond,
  lastCoupon: DaySerial,
  settlement: DaySerial,
): { accrued: number; interest: number; time: number } {
  if (!(settlement > lastCoupon)) {
    throw invalid(
      `settlement is ${isoFromSerial(settlement)}, not after lastCoupon, ${isoFromSerial(lastCoupon)}, as Excel's ODDLPRICE needs; use the convention street`,
    );
  }
  const { basis, frequency, maturity } = bond;
  const [day, end] = [packedDay(settlement), packedDay(maturity)];
  const days = daysOf(basis);
  const wholeDays = (from: number, to: number) =>
    basis === 0 ? Math.max(0, days30Excel(from, to, true)) : days(from, to);
  const periods = -couponNumber(end, frequency, packedDay(lastCoupon));
  let [accrued, interest, time, early] = [0, 0, 0, packedDay(lastCoupon)];
  for (let i = 1; i <= periods; i++) {
    const late = addMonths(early, 12 / frequency);
    const period = wholeDays(early, late);
    const paid = i < periods ? period : wholeDays(early, end);
    interest += paid / period;
    if (late < day) accrued += paid / period;
    else if (early < day) accrued += days(early, day) / period;
    time += days(Math.max(day, early), Math.min(end, late)) / period;
    early = late;
  }
  return { accrued, interest, time };
}

/** Days between two packed days as Excel counts them, 0 in place of a negative number. */
const daysOf =
  (basis: Basis) =>
  (from: number, to: number): number =>
    Math.max(0, excelAccruedDays(basis, from, to));

/** Excel's count of whole periods between settlement and the period of the first coupon. */
function wholePeriods(day: number, first: number, frequency: Frequency): number {
  const atMonthEnd =
    isMonthEnd(first) || (monthOf(first) !== 2 && dayOf(first) > 28 && isMonthEnd(day));
  const shift = (packed: number, months: number) => {
    const moved = addMonths(packed, months);
    return atMonthEnd
      ? packDay(yearOf(moved), monthOf(moved), daysInMonth(yearOf(moved), monthOf(moved)))
      : moved;
  };
  const start = shift(day, 0);
  let count = day < start ? 1 : 0;
  for (let date = shift(start, 12 / frequency); date < first; date = shift(date, 12 / frequency)) {
    count++;
  }
  return count;
}
