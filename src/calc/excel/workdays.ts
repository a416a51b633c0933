import { weekdayOf } from "./weeks";

/** Whether each day of the week, Monday first, is off. */
export type Weekend = readonly boolean[];

/** The weekend of WORKDAY and NETWORKDAYS: Saturday and Sunday. */
export const SATURDAY_SUNDAY: Weekend = [false, false, false, false, false, true, true];

/**
 * The weekend that WORKDAY.INTL and NETWORKDAYS.INTL are told.
 *
 * @param code - 1 to 7: two days, from Saturday and Sunday on; 11 to 17: one day, from Sunday on; or
 *   seven characters from Monday on, 1 for a day off.
 * @returns The weekend; null where Excel knows no such code.
 *
 * @example
 * weekendOf("0000011"); // => [false, false, false, false, false, true, true]
 */
export function weekendOf(code: number | string): Weekend | null {
  if (typeof code === "string") {
    return /^[01]{7}$/.test(code) ? Array.from(code, (day) => day === "1") : null;
  }
  const first = (code + 4) % 7;
  if (code >= 1 && code <= 7) return daysOff(first, (first + 1) % 7);
  return code >= 11 && code <= 17 ? daysOff((code - 5) % 7) : null;
}

const daysOff = (...off: number[]): Weekend => SATURDAY_SUNDAY.map((_, day) => off.includes(day));

/**
 * WORKDAY: the day some working days later, or before for a negative number.
 *
 * @param start - Serial; not counted itself.
 * @param count - Working days; 0 gives start.
 * @param weekend - The days of the week that are off.
 * @param holidays - Other days off.
 * @returns The serial; NaN before serial 0, and where every day is off.
 *
 * @example
 * // Microsoft's example of WORKDAY: 151 working days after 1 October 2008
 * workday(serialOf(2008, 10, 1), 151, SATURDAY_SUNDAY, new Set()) === serialOf(2009, 4, 30); // => true
 */
export function workday(
  start: number,
  count: number,
  weekend: Weekend,
  holidays: ReadonlySet<number>,
): number {
  const week = weekend.filter((off) => !off).length;
  if (week === 0) return NaN;
  const step = Math.sign(count);
  let day = start;
  let left = Math.abs(count);
  if (holidays.size === 0) {
    // Whole weeks at once: each has the same number of working days.
    const weeks = Math.max(0, Math.floor(left / week) - 1);
    day += step * 7 * weeks;
    left -= weeks * week;
  }
  while (left > 0) {
    day += step;
    if (day < 0) return NaN;
    if (!weekend[weekdayOf(day)] && !holidays.has(day)) left--;
  }
  return day;
}

/**
 * NETWORKDAYS: working days from start to end, both counted.
 *
 * @param start - Serial.
 * @param end - Serial.
 * @param weekend - The days of the week that are off.
 * @param holidays - Other days off.
 * @returns Days; below 0 where end is before start.
 *
 * @example
 * // Microsoft's example of NETWORKDAYS: 1 October 2012 to 1 March 2013
 * networkDays(serialOf(2012, 10, 1), serialOf(2013, 3, 1), SATURDAY_SUNDAY, new Set()); // => 110
 */
export function networkDays(
  start: number,
  end: number,
  weekend: Weekend,
  holidays: ReadonlySet<number>,
): number {
  const [from, to] = start <= end ? [start, end] : [end, start];
  const weeks = Math.floor((to - from + 1) / 7);
  let count = weeks * weekend.filter((off) => !off).length;
  for (let day = from + 7 * weeks; day <= to; day++) if (!weekend[weekdayOf(day)]) count++;
  for (const day of holidays) if (day >= from && day <= to && !weekend[weekdayOf(day)]) count--;
  return start <= end ? count : -count;
}
