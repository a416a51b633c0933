import { days30E, days30Excel, days30US } from "./dayCount";
import { dayOf, daysInMonth, isMonthEnd, monthOf, packDay, serialOfPacked, yearOf } from "./serial";

/** Coupons a year. */
export const FREQUENCIES = [1, 2, 4, 12] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Excel's codes of day counts: 30/360 US, ACT/ACT ICMA, ACT/360, ACT/365, 30E/360. */
export const BASES = [0, 1, 2, 3, 4] as const;
export type Basis = (typeof BASES)[number];

/*
 * The grid of coupon dates: an anchor (the maturity, or the last regular coupon) and every day a
 * whole number of periods before and after it. The anchor has the number 0, the coupon before it −1.
 * If the anchor is the last day of its month, all the dates are (the end-of-month rule).
 *
 * Dates are packed days (serial.ts); nothing here allocates.
 */

/**
 * The coupon date with a number.
 *
 * @param anchor - Packed day.
 * @param frequency - Coupons a year.
 * @param number - Periods after the anchor; below 0 before it.
 * @returns The packed day.
 *
 * @example
 * const anchor = packDay(2026, 8, 31);
 * couponDate(anchor, 2, -1) === packDay(2026, 2, 28); // => true
 */
export function couponDate(anchor: number, frequency: Frequency, number: number): number {
  const months = 12 * yearOf(anchor) + monthOf(anchor) - 1 + number * (12 / frequency);
  const year = (months / 12) | 0;
  const month = months - 12 * year + 1;
  const day = dayOf(anchor);
  // No month is shorter, and no month ends before the 28th.
  if (day < 28) return packDay(year, month, day);
  const last = daysInMonth(year, month);
  return packDay(year, month, isMonthEnd(anchor) ? last : Math.min(day, last));
}

/**
 * The number of the last coupon date on or before a day.
 *
 * @param anchor - Packed day.
 * @param frequency - Coupons a year.
 * @param day - Packed day.
 * @returns Its number.
 *
 * @example
 * const anchor = packDay(2026, 8, 31);
 * couponNumber(anchor, 2, packDay(2026, 2, 27)); // => -2
 */
export function couponNumber(anchor: number, frequency: Frequency, day: number): number {
  const period = 12 / frequency;
  const months = 12 * (yearOf(day) - yearOf(anchor)) + monthOf(day) - monthOf(anchor);
  // Rounded down also below 0.
  const number = (months >= 0 ? months / period : (months - period + 1) / period) | 0;
  // Within the month of a coupon date the day decides.
  const isBefore =
    number * period === months && dayOf(day) < dayOf(couponDate(anchor, frequency, number));
  return isBefore ? number - 1 : number;
}

/**
 * Days from a coupon date to a day after it, counted for accrued interest.
 *
 * @param basis - The day count.
 * @param coupon - Packed day.
 * @param day - Packed day, not before `coupon`.
 * @returns Days.
 *
 * @example
 * accruedDays(0, packDay(2026, 1, 31), packDay(2026, 3, 31)); // => 60
 */
export function accruedDays(basis: Basis, coupon: number, day: number): number {
  if (basis === 0) return days30US(coupon, day);
  if (basis === 4) return days30E(coupon, day);
  return serialOfPacked(day) - serialOfPacked(coupon);
}

/**
 * The same as Excel counts them.
 *
 * @param basis - The day count.
 * @param coupon - Packed day.
 * @param day - Packed day, not before `coupon`.
 * @returns Days.
 *
 * @example
 * excelAccruedDays(0, packDay(2026, 2, 28), packDay(2026, 3, 31)); // => 31
 */
export const excelAccruedDays = (basis: Basis, coupon: number, day: number): number =>
  basis === 0 ? days30Excel(coupon, day) : accruedDays(basis, coupon, day);

/**
 * Days of a coupon period.
 *
 * @param basis - The day count: actual days with ACT/ACT, an equal share of the year otherwise.
 * @param frequency - Coupons a year.
 * @param start - Packed coupon date.
 * @param end - The next one.
 * @returns Days; a fraction with ACT/365 four times a year.
 *
 * @example
 * periodDays(3, 4, 0, 0); // => 91.25
 */
export function periodDays(basis: Basis, frequency: Frequency, start: number, end: number): number {
  if (basis === 1) return serialOfPacked(end) - serialOfPacked(start);
  return (basis === 3 ? 365 : 360) / frequency;
}

/**
 * How many coupon periods of interest accrue between two days, the grid being no obstacle: a long
 * first period is more than one.
 *
 * With ACT/ACT ICMA each period of the grid has its own length; with the other day counts the days
 * from one day to the other are counted in one go.
 *
 * @param anchor - Packed day of the grid.
 * @param frequency - Coupons a year.
 * @param basis - The day count.
 * @param from - Packed day.
 * @param to - Packed day, not before `from`.
 * @returns Periods.
 *
 * @example
 * // 41 of 181 days of the period to 15 July 2026
 * accruedPeriods(packedDay(daySerial(46218)), 2, 1, packedDay(daySerial(46037)), packedDay(daySerial(46078))).toFixed(6); // => "0.226519"
 */
export function accruedPeriods(
  anchor: number,
  frequency: Frequency,
  basis: Basis,
  from: number,
  to: number,
): number {
  if (basis !== 1) return accruedDays(basis, from, to) / periodDays(basis, frequency, 0, 0);
  return gridPosition(anchor, frequency, to) - gridPosition(anchor, frequency, from);
}

/** Where a day lies on the grid in actual periods: the number of the coupon before it and a share. */
function gridPosition(anchor: number, frequency: Frequency, day: number): number {
  const number = couponNumber(anchor, frequency, day);
  const start = couponDate(anchor, frequency, number);
  const end = couponDate(anchor, frequency, number + 1);
  return number + accruedDays(1, start, day) / periodDays(1, frequency, start, end);
}
