import { calendarDay, daysInMonth, LAST_SERIAL, packDay, serialOfPacked } from "../date/serial";
import { daySerial, type DaySerial } from "../units";

/*
 * Excel's calendar from serial 0 on, with the 29 February 1900 that never was: serial 0 is the day
 * before 1 January 1900, 60 the day that is missing in every other calendar. From 61 on it is the
 * calendar of date/serial.ts.
 */

const MISSING_DAY = 60;

/** A day as Excel's YEAR, MONTH and DAY give it. */
export interface ExcelDay {
  readonly year: number;
  readonly month: number;
  /** 0 for serial 0. */
  readonly day: number;
}

/**
 * The day of a serial.
 *
 * @param serial - Excel's serial number; the time of day is dropped.
 * @returns Year, month, day.
 *
 * @example
 * dayOfSerial(60); // => { year: 1900, month: 2, day: 29 }
 */
export function dayOfSerial(serial: number): ExcelDay {
  const whole = Math.floor(serial);
  if (whole <= MISSING_DAY) {
    return whole <= 31
      ? { year: 1900, month: 1, day: whole }
      : { year: 1900, month: 2, day: whole - 31 };
  }
  return calendarDay(daySerial(whole));
}

/**
 * The serial of a day as Excel's DATE has it: months and days beyond the calendar count on.
 *
 * @param year - 1900..9999.
 * @param month - A whole number; 13 is January of the next year.
 * @param day - A whole number; 0 is the last day of the month before.
 * @returns The serial; NaN outside Excel's calendar.
 *
 * @example
 * serialOfDay(1900, 2, 31); // => 62
 */
export function serialOfDay(year: number, month: number, day: number): DaySerial {
  const months = 12 * year + month - 1;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (y < 1900 || y > 9999) return daySerial(NaN);
  // The first of the month in Excel's calendar, then days from there.
  const real = serialOfPacked(packDay(y, m, 1));
  const first = real > MISSING_DAY ? real : real - 1;
  const serial = first + day - 1;
  return daySerial(serial >= 0 && serial <= LAST_SERIAL ? serial : NaN);
}

/**
 * EDATE and EOMONTH: a day some months later.
 *
 * @param serial - Excel's serial number, 0 or more; the time of day is dropped.
 * @param months - How many; the fraction is dropped.
 * @param toEnd - Whether the last day of that month is wanted.
 * @returns The serial; NaN outside Excel's calendar.
 *
 * @example
 * // Microsoft's example of EDATE: a month after 31 January 2011
 * monthsAfter(serialOf(2011, 1, 31), 1) === serialOf(2011, 2, 28); // => true
 */
export function monthsAfter(serial: number, months: number, toEnd = false): DaySerial {
  const { year, month, day } = dayOfSerial(serial);
  const total = 12 * year + month - 1 + Math.trunc(months);
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
  if (y < 1900 || y > 9999) return daySerial(NaN);
  const last = y === 1900 && m === 2 ? 29 : daysInMonth(y, m);
  return serialOfDay(y, m, toEnd ? last : Math.min(day, last));
}

/**
 * DAYS360: days of twelve months of thirty days, by Excel's US (NASD) or European method. The US
 * method knows no end of February for the second day.
 *
 * @param start - Serial.
 * @param end - Serial.
 * @param european - Which method.
 * @returns Days; below 0 where end is before start.
 *
 * @example
 * // Microsoft's example of DAYS360: 1 January to 31 December 2011
 * days360(serialOf(2011, 1, 1), serialOf(2011, 12, 31), false); // => 360
 */
export function days360(start: number, end: number, european: boolean): number {
  const [a, b] = [dayOfSerial(start), dayOfSerial(end)];
  let [first, last] = [a.day, b.day];
  if (european) [first, last] = [Math.min(30, first), Math.min(30, last)];
  else {
    if (first === 31 || (a.month === 2 && first === lastOfFebruary(a.year))) first = 30;
    if (last === 31 && first >= 30) last = 30;
  }
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + last - first;
}

const lastOfFebruary = (year: number): number => (year === 1900 ? 29 : daysInMonth(year, 2));
