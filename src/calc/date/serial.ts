import { invalid } from "../errors";
import { daySerial, type DaySerial } from "../units";

/** A day of the Gregorian calendar; month 1..12, day 1..31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1 March 1900. Excel counts a 29 February 1900 that never was, so earlier serials are refused. */
export const FIRST_SERIAL = 61;
/** 31 December 9999, Excel's last day. */
export const LAST_SERIAL = 2_958_465;

/** Excel's serial of 1 March of the year 0 by the Gregorian calendar reckoned backward. */
const MARCH_OF_YEAR_0 = -693_899;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Excel's serial number of a calendar day.
 *
 * Years are counted from March, so that the leap day is a year's last day and months have the
 * repeating lengths 31 30 31 30 31: (153 m + 2) div 5.
 *
 * @param year - 1900..9999.
 * @param month - 1..12.
 * @param day - 1..31, a day that the month has.
 * @returns The serial; 1 March 1900 is 61.
 * @throws CalcError `invalid` when there is no such day, or it is before 1 March 1900.
 *
 * @example
 * serialOf(2026, 1, 15); // => 46037
 */
export function serialOf(year: number, month: number, day: number): DaySerial {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
    throw invalid(`${year}-${month}-${day} is not a day of the calendar`);
  }
  const serial = serialOfPacked(packDay(year, month, day));
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
    throw invalid(`${year}-${month}-${day} is outside 1900-03-01 to 9999-12-31`);
  }
  return serial;
}

/**
 * The serial of a packed day, without a check: the day must be one of the calendar.
 *
 * @param packed - A packed day.
 * @returns The serial.
 *
 * @example
 * serialOfPacked(packDay(2026, 1, 15)); // => 46037
 */
export function serialOfPacked(packed: number): DaySerial {
  const month = monthOf(packed);
  const year = month > 2 ? yearOf(packed) : yearOf(packed) - 1;
  const monthFromMarch = (month + 9) % 12;
  return daySerial(
    MARCH_OF_YEAR_0 +
      365 * year +
      ((year / 4) | 0) -
      ((year / 100) | 0) +
      ((year / 400) | 0) +
      (((153 * monthFromMarch + 2) / 5) | 0) +
      (dayOf(packed) - 1),
  );
}

/**
 * The calendar day of one of Excel's serial numbers.
 *
 * @param serial - 61 (1 March 1900) or later; a time of day is dropped.
 * @returns Year, month and day.
 *
 * @example
 * calendarDay(daySerial(46037)); // => { year: 2026, month: 1, day: 15 }
 */
export function calendarDay(serial: DaySerial): CalendarDay {
  const packed = packedDay(serial);
  return { year: yearOf(packed), month: monthOf(packed), day: dayOf(packed) };
}

/**
 * A calendar day as one number, year · 512 + month · 32 + day, for loops that must not allocate:
 * later days are greater.
 *
 * @param serial - 61 (1 March 1900) or later; a time of day is dropped.
 * @returns The packed day; `yearOf`, `monthOf` and `dayOf` take it apart.
 *
 * @example
 * packedDay(daySerial(46037)) === (2026 << 9) + (1 << 5) + 15; // => true
 */
export function packedDay(serial: DaySerial): number {
  const index = (serial | 0) - FIRST_SERIAL;
  if (!(index >= 0 && index < PACKED.length)) return workOutDay(serial);
  const known = PACKED[index] as number;
  if (known !== 0) return known;
  const packed = workOutDay(serial);
  PACKED[index] = packed;
  return packed;
}

/** Days up to the year 2100, each worked out once: five divisions are half the price of a bond. */
const PACKED = new Int32Array(73_050);

function workOutDay(serial: DaySerial): number {
  // Whole numbers all the way (| 0 drops the fraction): every quotient here is of positive numbers.
  const days = (serial | 0) - MARCH_OF_YEAR_0;
  const era = (days / DAYS_IN_400_YEARS) | 0;
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) /
      365) |
    0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return packDay(year, month, dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1);
}

/**
 * @param year - 1900..9999.
 * @param month - 1..12.
 * @param day - 1..31.
 * @returns The packed day.
 */
export const packDay = (year: number, month: number, day: number): number =>
  (year << 9) | (month << 5) | day;
/** @param packed - A packed day. @returns Its year. */
export const yearOf = (packed: number): number => packed >> 9;
/** @param packed - A packed day. @returns Its month, 1..12. */
export const monthOf = (packed: number): number => (packed >> 5) & 15;
/** @param packed - A packed day. @returns Its day of the month, 1..31. */
export const dayOf = (packed: number): number => packed & 31;

/**
 * @param packed - A packed day.
 * @returns Whether it is the last day of its month.
 */
export const isMonthEnd = (packed: number): boolean =>
  dayOf(packed) === daysInMonth(yearOf(packed), monthOf(packed));

/**
 * Number of days in a month.
 *
 * @param year - The year, for February.
 * @param month - 1..12.
 * @returns 28..31.
 *
 * @example
 * daysInMonth(2100, 2); // => 28
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day some months after a packed day: the same day of the month, or the month's last.
 *
 * @param packed - A packed day.
 * @param count - Months; below 0 before it.
 * @returns The packed day.
 *
 * @example
 * addMonths(packDay(2026, 8, 31), 6) === packDay(2027, 2, 28); // => true
 */
export function addMonths(packed: number, count: number): number {
  const months = 12 * yearOf(packed) + monthOf(packed) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - 12 * year + 1;
  return packDay(year, month, Math.min(dayOf(packed), daysInMonth(year, month)));
}

/**
 * The day some months after a day: the same day of the month, or the month's last.
 *
 * @param day - A day.
 * @param count - Months; below 0 before it.
 * @returns The serial.
 *
 * @example
 * isoFromSerial(monthsLater(serialOf(2026, 8, 31), 6)); // => "2027-02-28"
 */
export const monthsLater = (day: DaySerial, count: number): DaySerial =>
  serialOfPacked(addMonths(packedDay(day), count));

/**
 * A day written year-month-day.
 *
 * @param text - For example "2026-01-15".
 * @returns The serial, or null when the text is not of that form.
 * @throws CalcError `invalid` when it is of that form but there is no such day.
 *
 * @example
 * serialFromIso("2026-01-15"); // => 46037
 */
export function serialFromIso(text: string): DaySerial | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match === null ? null : serialOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * A day as year-month-day.
 *
 * @param serial - Excel's serial number.
 * @returns For example "2026-01-15".
 *
 * @example
 * isoFromSerial(daySerial(46037)); // => "2026-01-15"
 */
export function isoFromSerial(serial: DaySerial): string {
  const { year, month, day } = calendarDay(serial);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
