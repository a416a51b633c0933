import { calendarDay, serialOf } from "../date/serial";
import { missing } from "../errors";
import type { DatedHistory } from "../series/byMonth";
import { requireRisingDays } from "../series/risingDays";
import { presentRows } from "../history/tightestSince";
import { rate, type DaySerial, type Rate } from "../units";
import { levelNear } from "./levelNear";
import { requirePositiveLevels } from "./positiveLevels";

/** One calendar year of a total-return index. */
export interface AnnualReturn {
  readonly year: number;
  /** Decimal; null when the year's start or end lies in a gap of the data. */
  readonly return: Rate | null;
  /** 1 is the highest of the whole years; ties share the better place. Null for the others. */
  readonly rank: number | null;
  /** The last earlier whole year with a return as high; null when there is none. */
  readonly highestSince: number | null;
  /** The data's first day when the year began before it, and its last when the year ends after. */
  readonly partial: { readonly from: DaySerial | null; readonly to: DaySerial | null } | null;
}

/**
 * Calendar-year returns of a total-return index, and how each compares with the others.
 *
 * A year runs from the level at the end of the year before to the level at its own end, each at
 * most five days off; years next to each other share that level, so that they chain exactly. A
 * year that the data only partly cover has a return of that part, and no place in the ranking. A
 * rank is a place in the table at hand; "highest since" looks only at years before.
 *
 * @param levels - Days and total-return levels above 0, oldest first; NaN where missing.
 * @returns One row a year, oldest first.
 * @throws CalcError `missing` when there are fewer than two levels; `invalid` when a level is not
 * above 0, or the days do not rise.
 *
 * @example
 * annualReturns({ dates: [45657, 46022].map(daySerial), values: Float64Array.of(100, 108.58) })[0].year; // => 2025
 */
export function annualReturns(levels: DatedHistory): AnnualReturn[] {
  requireRisingDays(levels.dates, "dates");
  requirePositiveLevels(levels.values);
  const there = presentRows(levels);
  const count = there.dates.length;
  if (count < 2)
    throw missing(`levels has ${count} value${count === 1 ? "" : "s"}; a return needs 2`);
  const measured = yearsCovered(there).map((year) => measure(there, year));
  const whole = measured.filter((it) => it.partial === null && it.return !== null);
  return measured.map((it): AnnualReturn => {
    const own = it.return;
    if (it.partial !== null || own === null) return { ...it, rank: null, highestSince: null };
    const asHigh = (other: Measured) => (other.return as Rate) >= own;
    const before = whole.filter((other) => other.year < it.year && asHigh(other));
    return {
      ...it,
      rank: 1 + whole.filter((other) => (other.return as Rate) > own).length,
      highestSince: before[before.length - 1]?.year ?? null,
    };
  });
}

type Measured = Pick<AnnualReturn, "year" | "return" | "partial">;

/** The years in which the data lie; a year whose only level is its start has nothing to tell. */
function yearsCovered(levels: DatedHistory): number[] {
  const first = levels.dates[0] as DaySerial;
  const last = levels.dates[levels.dates.length - 1] as DaySerial;
  const from = calendarDay(first).year;
  const all = Array.from({ length: calendarDay(last).year - from + 1 }, (_, i) => from + i);
  return all.filter((year) => {
    const start = levelNear(levels, serialOf(year - 1, 12, 31), last);
    const end = levelNear(levels, serialOf(year, 12, 31), last);
    return (end?.day ?? last) > (start?.day ?? first);
  });
}

function measure(levels: DatedHistory, year: number): Measured {
  const { dates, values } = levels;
  const lastRow = dates.length - 1;
  const [first, last] = [dates[0] as DaySerial, dates[lastRow] as DaySerial];
  const [yearBefore, yearEnd] = [serialOf(year - 1, 12, 31), serialOf(year, 12, 31)];
  const start = levelNear(levels, yearBefore, last);
  const end = levelNear(levels, yearEnd, last);
  const from = start === null && first > yearBefore ? first : null;
  const to = end === null && last < yearEnd ? last : null;
  const level = (row: number) => values[row] as number;
  const startLevel = start?.value ?? (from === null ? null : level(0));
  const endLevel = end?.value ?? (to === null ? null : level(lastRow));
  return {
    year,
    return: startLevel === null || endLevel === null ? null : rate(endLevel / startLevel - 1),
    partial: from === null && to === null ? null : { from, to },
  };
}
