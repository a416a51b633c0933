import { isoFromSerial } from "../date/serial";
import { missing } from "../errors";
import { years, type DaySerial, type Years } from "../units";
import type { DatedHistory } from "../series/byMonth";
import { observed } from "../series/observed";
import { requireRisingDays } from "../series/risingDays";
import { tieWidth } from "../series/ties";

/** Which end of a history is looked at: `tight` its low values, `wide` its high ones. */
export const SIDES = ["tight", "wide"] as const;
export type Direction = (typeof SIDES)[number];

/** The last earlier time at which a history was at least as extreme as it is now. */
export interface SinceWhen {
  readonly date: DaySerial;
  /** From that day to the last, actual days ÷ 365.25. */
  readonly years: Years;
  /** What it was then, in the unit of the history. */
  readonly value: number;
  /** How many earlier values equal the last one, but for a binary tail. */
  readonly ties: number;
  /** How many values there are, the last one included. */
  readonly observations: number;
}

const MOST: Record<Direction, string> = { tight: "tightest", wide: "widest" };

const DAYS_A_YEAR = 365.25;

/**
 * Since when the last value is the tightest: the last earlier day with a value at least as low
 * (or as high, for `wide`).
 *
 * It is a date and no percentile: a history can be at its tightest for four years and in the
 * middle of its range. A tie counts as just as tight, and ties are counted.
 *
 * @param history - Days and values, oldest first; NaN where missing, which is dropped.
 * @param side - `tight` compares low values, `wide` high ones.
 * @returns The day, how long ago, the value of that day, ties and the number of values.
 * @throws CalcError `missing` "tightest in sample (since …)" when no earlier value is as extreme,
 * or there is no earlier value; `invalid` when the days do not rise.
 *
 * @example
 * tightestSince({ dates: [46001, 46002, 46003].map(daySerial), values: Float64Array.of(41, 50, 42) }).date; // => 46001
 */
export function tightestSince(history: DatedHistory, side: Direction = "tight"): SinceWhen {
  requireRisingDays(history.dates, "dates");
  const present = presentRows(history);
  const { dates, values } = present;
  const { date, value } = tightestOfPresent(present, side);
  const observations = values.length;
  return {
    date,
    years: years(((dates[observations - 1] as DaySerial) - date) / DAYS_A_YEAR),
    value,
    ties: count(values.subarray(0, -1), values[observations - 1] as number),
    observations,
  };
}

/**
 * The day and the value of {@link tightestSince}, for rising days whose missing rows have been
 * dropped already.
 *
 * @param present - Days and values of the rows that have one, oldest first.
 * @param side - As there.
 * @returns Day and value.
 * @throws CalcError `missing` as there.
 *
 * @example
 * tightestOfPresent({ dates: [46001, 46002, 46003].map(daySerial), values: Float64Array.of(41, 50, 42) }, "tight"); // => { date: 46001, value: 41 }
 */
export function tightestOfPresent(
  { dates, values }: DatedHistory,
  side: Direction,
): Pick<SinceWhen, "date" | "value"> {
  if (values.length === 0) throw missing("values has no value");
  if (values.length === 1) throw missing("values has 1 value; an earlier one is needed");
  const at = lastAsExtreme(values, side);
  if (at === null) {
    throw missing(`${MOST[side]} in sample (since ${isoFromSerial(dates[0] as DaySerial)})`);
  }
  return { date: dates[at] as DaySerial, value: values[at] as number };
}

function count(values: Float64Array, value: number): number {
  let times = 0;
  const tie = tieWidth(value);
  for (let i = 0; i < values.length; i++) {
    if (Math.abs((values[i] as number) - value) <= tie) times++;
  }
  return times;
}

/**
 * The last earlier row with a value at least as extreme as the last one.
 *
 * @param values - Without missing rows, oldest first.
 * @param side - `tight` compares low values, `wide` high ones.
 * @returns Its index, or null.
 *
 * @example
 * lastAsExtreme(Float64Array.of(39, 44, 42), "tight"); // => 0
 */
export function lastAsExtreme(values: Float64Array, side: Direction): number | null {
  const sign = side === "tight" ? 1 : -1;
  const last = sign * (values[values.length - 1] as number);
  const limit = last + tieWidth(last);
  for (let i = values.length - 2; i >= 0; i--) {
    if (sign * (values[i] as number) <= limit) return i;
  }
  return null;
}

/**
 * A history without its missing rows.
 *
 * @param history - Days and values; NaN where missing.
 * @returns Days and values of the rows that have one.
 *
 * @example
 * presentRows({ dates: [46037, 46038].map(daySerial), values: Float64Array.of(NaN, 5) }).dates; // => [46038]
 */
export function presentRows({ dates, values }: DatedHistory): DatedHistory {
  const present = observed(values);
  if (present === values) return { dates, values };
  const isPresent = (_: unknown, i: number) => !Number.isNaN(values[i]);
  return { dates: dates.filter(isPresent), values: present };
}
