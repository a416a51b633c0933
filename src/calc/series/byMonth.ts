import { calendarDay, daysInMonth, serialOf } from "../date/serial";
import { invalid } from "../errors";
import { mean } from "../numeric/statistics";
import type { DaySerial } from "../units";
import type { History } from "./observed";
import { requireRisingDays } from "./risingDays";

/** A history with the day of each value: as many days as values, rising, each day once. */
export interface DatedHistory {
  readonly dates: readonly DaySerial[];
  /** NaN where there was no value. */
  readonly values: History;
}

/** Which one number stands for a calendar month: its last value, or the mean of its values. */
export const MONTH_RULES = ["last", "mean"] as const;
export type MonthRule = (typeof MONTH_RULES)[number];

/** What a dated history says at one time. */
export interface Reading {
  /** In the unit of the history. */
  readonly value: number;
  /** Day of the last value that it rests on. */
  readonly day: DaySerial;
  /** Number of values that it rests on. */
  readonly count: number;
}

/** What a dated history says of one calendar month. */
export interface MonthlyReading extends Reading {
  /** The month, by its first day. */
  readonly month: DaySerial;
}

/**
 * One number for each calendar month in which a history has a value.
 *
 * A month without a value is not in the list: nothing is filled or carried over. Days of the week
 * play no part, so that a month-end row on a Sunday belongs to the month that it is written in. A
 * month's number never moves when later months are appended.
 *
 * @param history - Days and values, oldest first; NaN where missing, which is skipped.
 * @param rule - `last`: the month's last value; `mean`: the mean of the values it has.
 * @returns Readings in the unit of the history, oldest month first.
 * @throws CalcError `invalid` when days and values differ in number, or the days do not rise.
 *
 * @example
 * byMonth({ dates: [46037, 46042, 46055].map(daySerial), values: Float64Array.of(6, 8, 5) }, "mean").map((it) => it.value); // => [7, 5]
 */
export function byMonth(history: DatedHistory, rule: MonthRule): MonthlyReading[] {
  requireHistory(history);
  const months = new Map<DaySerial, { values: number[]; day: DaySerial }>();
  for (const [i, day] of history.dates.entries()) {
    const value = history.values[i] as number;
    if (Number.isNaN(value)) continue;
    const values = months.get(monthOf(day))?.values ?? [];
    values.push(value);
    months.set(monthOf(day), { values, day });
  }
  return [...months].map(([month, { values, day }]) =>
    rule === "mean"
      ? { month, day, value: mean(values), count: values.length }
      : { month, day, value: values[values.length - 1] as number, count: 1 },
  );
}

/**
 * The last value that was known on a day: of that day, or of the latest day before it.
 *
 * Never a later one, and never one older than allowed: a stale value is a missing value.
 *
 * @param history - Days and values, oldest first; NaN where missing, which is skipped.
 * @param day - The day to look from.
 * @param maxAge - How many calendar days old the value may be.
 * @returns The reading, in the unit of the history; null when there is none.
 *
 * @example
 * latestBy({ dates: [46037, 46038].map(daySerial), values: Float64Array.of(4, 5) }, daySerial(46040), 5); // => { value: 5, day: 46038, count: 1 }
 */
export function latestBy(history: DatedHistory, day: DaySerial, maxAge: number): Reading | null {
  const { dates, values } = history;
  // Found by halves: the first row after the day.
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DaySerial) <= day) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && day - (dates[i] as DaySerial) <= maxAge; i--) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) return { value, day: dates[i] as DaySerial, count: 1 };
  }
  return null;
}

/**
 * The calendar month of a day.
 *
 * @param day - Any day.
 * @returns The month's first day.
 *
 * @example
 * monthOf(daySerial(46037)); // => 46023
 */
export function monthOf(day: DaySerial): DaySerial {
  const { year, month } = calendarDay(day);
  return serialOf(year, month, 1);
}

/**
 * The last calendar day of a month, whatever day of the week it is.
 *
 * @param month - Any day of the month.
 * @returns Its last day; the day after it begins the next month.
 *
 * @example
 * monthEnd(daySerial(46037)); // => 46053
 */
export function monthEnd(month: DaySerial): DaySerial {
  const { year, month: number } = calendarDay(month);
  return serialOf(year, number, daysInMonth(year, number));
}

function requireHistory({ dates, values }: DatedHistory): void {
  if (dates.length !== values.length) {
    throw invalid(`history has ${dates.length} days but ${values.length} values`);
  }
  requireRisingDays(dates, "history");
}
