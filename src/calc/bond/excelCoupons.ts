import {
  excelAccruedDays,
  couponDate,
  couponNumber,
  periodDays,
  type Basis,
  type Frequency,
} from "../date/couponGrid";
import { days30E, days30Excel } from "../date/dayCount";
import { packedDay, serialOfPacked } from "../date/serial";
import type { DaySerial } from "../units";

/** Excel's COUP functions of one bond, by the names of their results. */
export interface ExcelCoupons {
  /** COUPPCD. */
  readonly previous: DaySerial;
  /** COUPNCD. */
  readonly next: DaySerial;
  /** COUPNUM. */
  readonly count: number;
  /** COUPDAYBS: days from the previous coupon to settlement. */
  readonly daysAccrued: number;
  /** COUPDAYS: days of the period. */
  readonly days: number;
  /** COUPDAYSNC: days to the next coupon; with ACT/360 and ACT/365 not the difference of the others. */
  readonly daysToNext: number;
}

/**
 * The coupon period that settlement lies in, as Excel's COUPPCD, COUPNCD, COUPNUM, COUPDAYBS,
 * COUPDAYS and COUPDAYSNC describe it.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param frequency - Coupons a year.
 * @param basis - Day count.
 * @returns The six results.
 *
 * @example
 * // Microsoft's example of COUPDAYS
 * excelCoupons(serialOf(2011, 1, 25), serialOf(2011, 11, 15), 2, 1).days; // => 181
 */
export function excelCoupons(
  settlement: DaySerial,
  maturity: DaySerial,
  frequency: Frequency,
  basis: Basis,
): ExcelCoupons {
  const anchor = packedDay(maturity);
  const day = packedDay(settlement);
  const number = couponNumber(anchor, frequency, day);
  const [previous, next] = [number, number + 1].map((n) => couponDate(anchor, frequency, n)) as [
    number,
    number,
  ];
  const daysAccrued = excelAccruedDays(basis, previous, day);
  const daysToNext =
    basis === 0
      ? days30Excel(previous, next, true) - daysAccrued
      : basis === 4
        ? days30E(day, next)
        : serialOfPacked(next) - settlement;
  return {
    previous: serialOfPacked(previous),
    next: serialOfPacked(next),
    count: -number,
    daysAccrued,
    days: periodDays(basis, frequency, previous, next),
    daysToNext,
  };
}
