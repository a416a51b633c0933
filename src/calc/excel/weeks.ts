import { dayOfSerial, serialOfDay } from "./calendar";

/**
 * The day of the week, from Excel's calendar: serial 1 is a Sunday there.
 *
 * @param serial - Excel's serial number, 0 or more.
 * @returns 0 for Monday to 6 for Sunday.
 *
 * @example
 * weekdayOf(serialOf(2026, 1, 15)); // => 3
 */
export const weekdayOf = (serial: number): number => (Math.floor(serial) + 5) % 7;

/**
 * ISOWEEKNUM: the week of the year by ISO 8601, which begins on Monday; week 1 has the first Thursday.
 *
 * @param serial - Excel's serial number, 0 or more.
 * @returns 1 to 53.
 *
 * @example
 * // Microsoft's example of ISOWEEKNUM: 9 March 2012
 * isoWeek(serialOf(2012, 3, 9)); // => 10
 */
export function isoWeek(serial: number): number {
  const thursday = Math.floor(serial) - weekdayOf(serial) + 3;
  // The first days of 1900 belong to the last week of 1899, which was its 52nd.
  if (thursday < 1) return 52;
  const first = serialOfDay(dayOfSerial(thursday).year, 1, 1);
  return 1 + Math.floor((thursday - first) / 7);
}

/** WEEKNUM's types: the day that a week begins on, Monday being 0. */
const WEEK_BEGINS: ReadonlyMap<number, number> = new Map([
  [1, 6],
  [2, 0],
  ...Array.from({ length: 7 }, (_, i): [number, number] => [11 + i, i]),
]);

/**
 * WEEKNUM: the week of the year; week 1 has 1 January.
 *
 * @param serial - Excel's serial number, 0 or more.
 * @param type - 1 or 17 begins on Sunday, 2 or 11 on Monday, 12 to 16 on the days after; 21 is ISO 8601.
 * @returns 1 to 54; NaN for a type that Excel does not have.
 *
 * @example
 * // Microsoft's examples of WEEKNUM: 9 March 2012
 * weekOf(serialOf(2012, 3, 9), 1); // => 10
 * weekOf(serialOf(2012, 3, 9), 2); // => 11
 */
export function weekOf(serial: number, type: number): number {
  if (type === 21) return isoWeek(serial);
  const begins = WEEK_BEGINS.get(type);
  if (begins === undefined) return NaN;
  const first = serialOfDay(dayOfSerial(serial).year, 1, 1);
  const before = (weekdayOf(first) - begins + 7) % 7;
  return 1 + Math.floor((Math.floor(serial) - first + before) / 7);
}
