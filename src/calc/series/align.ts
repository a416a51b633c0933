import { invalid, missing } from "../errors";
import type { DaySerial } from "../units";
import { byMonth, latestBy, type DatedHistory, type Reading } from "./byMonth";
import { requireRisingDays } from "./risingDays";

/** How two calendars become one. */
export const ALIGN_METHODS = ["previous", "exact", "month end", "month mean"] as const;
export type AlignMethod = (typeof ALIGN_METHODS)[number];

/** What one of two histories says on a day. */
export interface AlignedSide {
  /** In the history's unit; null when there is none, or it is too old. */
  readonly value: number | null;
  /** Calendar days from the value's own day to the row's; null when there is no value at all. */
  readonly age: number | null;
}

/** One day, and what both histories say on it. */
export interface AlignedRow {
  readonly date: DaySerial;
  readonly a: AlignedSide;
  readonly b: AlignedSide;
}

/**
 * Puts two histories with calendars of their own on one set of days.
 *
 * - `previous`: every day on which either has a value, with the last value known on that day;
 * - `exact`: the days on which both have a value;
 * - `month end`: one row a month, with the last value of each in that month;
 * - `month mean`: one row a month, with the mean of the values that each has in that month.
 *
 * No value comes from a later day than its row. A row of a month is dated by the last day on
 * which either history has a value in it, so that a month that has only begun is not dated by an
 * end that has not been seen, and a row of a given date never moves when later rows are appended.
 *
 * @param a - Days and values, oldest first; NaN where missing, which is skipped.
 * @param b - The same of the other history, in its own unit.
 * @param method - How the calendars become one.
 * @param maxStaleDays - How many calendar days old a value may be; an older one is missing.
 * @returns Rows, oldest first; a value in its history's unit or null, ages in calendar days.
 * @throws CalcError `invalid` when a date column does not rise or the limit is below 0; `missing`
 * when there is no row.
 *
 * @example
 * align({ dates: [46037].map(daySerial), values: Float64Array.of(101) }, { dates: [46035].map(daySerial), values: Float64Array.of(62) })[1].b; // => { value: 62, age: 2 }
 */
export function align(
  a: DatedHistory,
  b: DatedHistory,
  method: AlignMethod = "previous",
  maxStaleDays = 5,
): AlignedRow[] {
  if (!(maxStaleDays >= 0)) {
    throw invalid(
      `maxStaleDays is ${maxStaleDays}; it must be a number of calendar days, 0 or more`,
    );
  }
  requireRisingDays(a.dates, "datesA");
  requireRisingDays(b.dates, "datesB");
  const rows = METHODS[method](a, b).map(({ date, a: ofA, b: ofB }) => ({
    date,
    a: side(ofA, date, maxStaleDays),
    b: side(ofB, date, maxStaleDays),
  }));
  if (rows.length === 0) {
    throw missing(
      method === "exact"
        ? "there is no day on which both series have a value"
        : "neither series has a value",
    );
  }
  return rows;
}

interface Pair {
  readonly date: DaySerial;
  readonly a: Reading | null;
  readonly b: Reading | null;
}

const METHODS: Record<AlignMethod, (a: DatedHistory, b: DatedHistory) => Pair[]> = {
  previous: (a, b) => {
    const days = [...new Set([...daysWithValue(a), ...daysWithValue(b)])].sort((x, y) => x - y);
    return days.map((date) => ({
      date,
      a: latestBy(a, date, Infinity),
      b: latestBy(b, date, Infinity),
    }));
  },

  exact: (a, b) => {
    const ofB = new Set(daysWithValue(b));
    return daysWithValue(a)
      .filter((date) => ofB.has(date))
      .map((date) => ({ date, a: latestBy(a, date, 0), b: latestBy(b, date, 0) }));
  },

  "month end": (a, b) => months(a, b, "last"),
  "month mean": (a, b) => months(a, b, "mean"),
};

function months(a: DatedHistory, b: DatedHistory, rule: "last" | "mean"): Pair[] {
  const read = (history: DatedHistory) =>
    new Map(byMonth(history, rule).map((reading) => [reading.month, reading]));
  const [ofA, ofB] = [read(a), read(b)];
  const all = [...new Set([...ofA.keys(), ...ofB.keys()])].sort((x, y) => x - y);
  return all.map((month) => {
    const [inA, inB] = [ofA.get(month) ?? null, ofB.get(month) ?? null];
    const date = inA !== null && (inB === null || inA.day > inB.day) ? inA.day : inB?.day;
    return { date: date as DaySerial, a: inA, b: inB };
  });
}

const daysWithValue = ({ dates, values }: DatedHistory): DaySerial[] =>
  dates.filter((_, i) => !Number.isNaN(values[i]));

function side(reading: Reading | null, date: DaySerial, maxStaleDays: number): AlignedSide {
  if (reading === null) return { value: null, age: null };
  const age = date - reading.day;
  return { value: age <= maxStaleDays ? reading.value : null, age };
}
