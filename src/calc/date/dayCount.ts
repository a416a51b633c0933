import { dayOf, daysInMonth, monthOf, packedDay, serialOf, yearOf } from "./serial";
import type { DaySerial } from "../units";

/*
 * Day counts. Days are packed (serial.ts) so that the 30/360 family needs no allocation; sources:
 * ISDA 2006 definitions 4.16 (30/360, 30E/360, ACT/ACT), SIFMA Standard Securities Calculation
 * Methods (30/360 US with the end of February), ICMA rule 251 (ACT/ACT ICMA).
 */

/** Days of twelve months of thirty days, after each rule's change of the two days. */
const days360 = (start: number, startDay: number, end: number, endDay: number): number =>
  360 * (yearOf(end) - yearOf(start)) + 30 * (monthOf(end) - monthOf(start)) + (endDay - startDay);

const isEndOfFebruary = (packed: number): boolean =>
  monthOf(packed) === 2 && dayOf(packed) === daysInMonth(yearOf(packed), 2);

/**
 * Days by 30/360 US, as SIFMA's rule reads in order: an end on the last of February counts as 30 where
 * the start is one too; a start on the last of February or on 31 counts as 30; an end on 31 counts as
 * 30 where the start, so changed, is on 30.
 *
 * @param start - Packed day.
 * @param end - Packed day.
 * @returns Days.
 *
 * @example
 * days30US(packedDay(serialOf(2025, 2, 28)), packedDay(serialOf(2025, 8, 31))); // => 180
 */
export function days30US(start: number, end: number): number {
  const fromFebruary = dayOf(start) >= 28 && isEndOfFebruary(start);
  const startDay = fromFebruary ? 30 : Math.min(30, dayOf(start));
  const endDay = dayOf(end);
  const endsMonth = endDay === 31 || (fromFebruary && isEndOfFebruary(end));
  return days360(start, startDay, end, endsMonth && startDay === 30 ? 30 : endDay);
}

/**
 * Days by 30/360 US as Excel counts them: as `days30US`, but after a start on the last of February an
 * end on 31 stays 31.
 *
 * @param start - Packed day.
 * @param end - Packed day.
 * @param wholePeriods - Whether an end on 31 or on the last of February counts as 30 whatever the
 *   start, as Excel has it for whole periods.
 * @returns Days.
 *
 * @example
 * days30Excel(packedDay(serialOf(2025, 2, 28)), packedDay(serialOf(2025, 8, 31))); // => 181
 */
export function days30Excel(start: number, end: number, wholePeriods = false): number {
  if (wholePeriods) {
    const startDay = isEndOfFebruary(start) ? 30 : Math.min(30, dayOf(start));
    return days360(start, startDay, end, isEndOfFebruary(end) ? 30 : Math.min(30, dayOf(end)));
  }
  const keeps31 = dayOf(end) === 31 && isEndOfFebruary(start);
  return days30US(start, end) + (keeps31 ? 1 : 0);
}

/**
 * Days by 30/360 as the bond basis has it (ISDA 30/360): as US, but February ends are ordinary days.
 *
 * @param start - Packed day.
 * @param end - Packed day.
 * @returns Days.
 *
 * @example
 * days30BondBasis(packedDay(serialOf(2023, 2, 28)), packedDay(serialOf(2023, 3, 31))); // => 33
 */
export function days30BondBasis(start: number, end: number): number {
  const startDay = Math.min(30, dayOf(start));
  const endDay = dayOf(end);
  return days360(start, startDay, end, endDay === 31 && startDay === 30 ? 30 : endDay);
}

/**
 * Days by 30E/360 (Eurobond basis): a 31 counts as 30 on both sides.
 *
 * @param start - Packed day.
 * @param end - Packed day.
 * @returns Days.
 */
export const days30E = (start: number, end: number): number =>
  days360(start, Math.min(30, dayOf(start)), end, Math.min(30, dayOf(end)));

/**
 * Year fraction by ACT/ACT ISDA: the days in each calendar year over that year's length.
 *
 * @param start - Day.
 * @param end - Day, not before `start`.
 * @returns Years.
 *
 * @example
 * yearsActActIsda(serialOf(2003, 11, 1), serialOf(2004, 5, 1)).toFixed(12); // => "0.497724380567"
 */
export function yearsActActIsda(start: DaySerial, end: DaySerial): number {
  const yearStart = (year: number) => serialOf(year, 1, 1);
  const length = (year: number) => 337 + daysInMonth(year, 2);
  const first = yearOf(packedDay(start));
  const last = yearOf(packedDay(end));
  if (first === last) return (end - start) / length(first);
  return (
    (yearStart(first + 1) - start) / length(first) +
    (last - first - 1) +
    (end - yearStart(last)) / length(last)
  );
}
