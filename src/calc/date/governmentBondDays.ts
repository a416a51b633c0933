import { invalid } from "../errors";
import { daySerial, type DaySerial } from "../units";
import { dayOf, isoFromSerial, monthOf, packedDay, serialOf, yearOf } from "./serial";

/** The rules below have held since then. */
const FIRST_YEAR = 1990;

/** Days of the week as the remainder of Excel's serials by 7. */
const [SATURDAY, SUNDAY, MONDAY, THURSDAY, FRIDAY] = [0, 1, 2, 5, 6];

/**
 * Whether US government bonds settle on a day: the holidays that the bond market's association
 * recommends as full closes, by rule.
 *
 * A holiday on a Sunday is kept on Monday, one on a Saturday on Friday, but for New Year's Day and
 * Veterans Day, which are then not kept. Good Friday is no settlement day, also in the years in which
 * the market trades until noon because employment figures come out. Closes at short notice (a
 * president's funeral, a hurricane) are no rule and not here.
 *
 * @param day - A day from 1990 on.
 * @returns Whether it is a business day.
 * @throws CalcError `invalid` for a day before 1990.
 * @see SIFMA, Holiday Schedule; its recommendations for Good Friday of 21 March 2012, 9 March 2015 and
 * 20 March 2026; 5 U.S.C. 6103 for the days themselves
 *
 * @example
 * // Independence Day of 2026 is a Saturday.
 * [2, 3, 6].map((day) => isGovernmentBondDay(serialOf(2026, 7, day))); // => [true, false, true]
 */
export function isGovernmentBondDay(day: DaySerial): boolean {
  const weekday = Math.floor(day) % 7;
  const packed = packedDay(day);
  if (yearOf(packed) < FIRST_YEAR) {
    throw invalid(
      `${isoFromSerial(day)} is before ${FIRST_YEAR}; the rules of the holidays are known from then on`,
    );
  }
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  return !isHoliday(yearOf(packed), monthOf(packed), dayOf(packed), weekday);
}

/** Whether a weekday is a holiday. */
function isHoliday(year: number, month: number, date: number, weekday: number): boolean {
  /** The nth such weekday of the month. */
  const isNth = (n: number, wanted: number) =>
    weekday === wanted && date > 7 * (n - 1) && date <= 7 * n;
  /** A fixed date, or the Monday after it when it is a Sunday. */
  const isMovedForward = (fixed: number) =>
    date === fixed || (date === fixed + 1 && weekday === MONDAY);
  /** The same, or the Friday before it when it is a Saturday. */
  const isMoved = (fixed: number) =>
    isMovedForward(fixed) || (date === fixed - 1 && weekday === FRIDAY);
  switch (month) {
    case 1: // New Year's Day, Martin Luther King's birthday
      return isMovedForward(1) || isNth(3, MONDAY);
    case 2: // Washington's birthday
      return isNth(3, MONDAY);
    case 3:
    case 4:
      return weekday === FRIDAY && isGoodFriday(year, month, date);
    case 5: // Memorial Day
      return weekday === MONDAY && date > 24;
    case 6: // Juneteenth
      return year >= 2022 && isMoved(19);
    case 7: // Independence Day
      return isMoved(4);
    case 9: // Labor Day
      return isNth(1, MONDAY);
    case 10: // Columbus Day
      return isNth(2, MONDAY);
    case 11: // Veterans Day, Thanksgiving
      return isMovedForward(11) || isNth(4, THURSDAY);
    case 12: // Christmas
      return isMoved(25);
    default:
      return false;
  }
}

const isGoodFriday = (year: number, month: number, date: number): boolean =>
  serialOf(year, month, date) === easterSunday(year) - 2;

/**
 * Easter Sunday of the Gregorian calendar.
 *
 * @param year - 1900 or later.
 * @returns The day.
 * @see Anonymous, Nature 13, 1876, as in J. Meeus, Astronomical Algorithms, 1991, chapter 8
 *
 * @example
 * isoFromSerial(easterSunday(2026)); // => "2026-04-05"
 */
export function easterSunday(year: number): DaySerial {
  const div = (a: number, b: number) => Math.floor(a / b);
  const golden = year % 19;
  const century = div(year, 100);
  const yearOfCentury = year % 100;
  const correction = div(century - div(century + 8, 25) + 1, 3);
  const moon = (19 * golden + century - div(century, 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * div(yearOfCentury, 4) - moon - (yearOfCentury % 4)) % 7;
  const late = div(golden + 11 * moon + 22 * weekday, 451);
  const days = moon + weekday - 7 * late + 114;
  return serialOf(year, div(days, 31), (days % 31) + 1);
}

/**
 * The day itself where it is a business day, otherwise the next one.
 *
 * @param day - A day from 1990 on.
 * @returns The business day.
 *
 * @example
 * isoFromSerial(nextGovernmentBondDay(serialOf(2026, 4, 3))); // => "2026-04-06"
 */
export function nextGovernmentBondDay(day: DaySerial): DaySerial {
  let found = Math.floor(day);
  while (!isGovernmentBondDay(daySerial(found))) found++;
  return daySerial(found);
}

/**
 * The day itself where it is a business day, otherwise the one before.
 *
 * @param day - A day from 1990 on.
 * @returns The business day.
 *
 * @example
 * isoFromSerial(previousGovernmentBondDay(serialOf(2026, 4, 5))); // => "2026-04-02"
 */
export function previousGovernmentBondDay(day: DaySerial): DaySerial {
  let found = Math.floor(day);
  while (!isGovernmentBondDay(daySerial(found))) found--;
  return daySerial(found);
}
