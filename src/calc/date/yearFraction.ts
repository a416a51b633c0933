import type { DaySerial } from "../units";
import type { Basis } from "./couponGrid";
import { days30E, days30Excel } from "./dayCount";
import { daysInMonth, packedDay, serialOf, yearOf } from "./serial";

/**
 * Years between two days as Excel's YEARFRAC counts them, for any order of the days.
 *
 * ACT/ACT is Excel's own: within a year the length of that year or of the one with the 29 February
 * in between; beyond, the mean length of the calendar years that are touched.
 *
 * @param from - A day.
 * @param to - Another.
 * @param basis - 0 to 4, Excel's codes.
 * @returns Years, 0 or more.
 *
 * @example
 * yearFraction(serialOf(2012, 1, 1), serialOf(2012, 7, 30), 1).toFixed(8); // => "0.57650273"
 */
export function yearFraction(from: DaySerial, to: DaySerial, basis: Basis): number {
  const [start, end] = from <= to ? [from, to] : [to, from];
  switch (basis) {
    case 0:
      return days30Excel(packedDay(start), packedDay(end)) / 360;
    case 1:
      return (end - start) / meanYear(start, end);
    case 2:
      return (end - start) / 360;
    case 3:
      return (end - start) / 365;
    case 4:
      return days30E(packedDay(start), packedDay(end)) / 360;
  }
}

function meanYear(start: DaySerial, end: DaySerial): number {
  const [a, b] = [packedDay(start), packedDay(end)];
  const [first, last] = [yearOf(a), yearOf(b)];
  // Packed days of one year compare as days of the year do.
  const withinYear = first === last || (last === first + 1 && (b & 511) <= (a & 511));
  if (!withinYear) {
    return (serialOf(last, 12, 31) + 1 - serialOf(first, 1, 1)) / (last - first + 1);
  }
  if (first === last) return 337 + daysInMonth(first, 2);
  const has29 = (year: number) =>
    daysInMonth(year, 2) === 29 && serialOf(year, 2, 29) >= start && serialOf(year, 2, 29) <= end;
  return has29(first) || has29(last) ? 366 : 365;
}
