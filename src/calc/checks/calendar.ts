import { isoFromSerial } from "../date/serial";
import type { DaySerial } from "../units";
import { listed, type Problem } from "./problem";
import { rhythmOf, type Rhythm } from "./rhythm";

/** Days apart up to which a calendar is one of business days. */
const DAILY = 2;
/** A calendar of all seven days has two in seven on weekends; one with a few such rows is mixed. */
const MOST_WEEKEND_ROWS = 0.2;

/**
 * Order and days of a column of dates: duplicates, days out of order, a column that runs newest
 * first, gaps, and rows on a Saturday or Sunday among business days.
 *
 * @param dates - Excel's serial numbers, NaN where missing.
 * @returns Findings: order is an error, a gap a warning, a weekend row a note.
 *
 * @example
 * calendarProblems(Float64Array.of(46037, 46037))[0].severity; // => "error"
 */
export function calendarProblems(dates: Float64Array): Problem[] {
  const days: DaySerial[] = [];
  const rows: number[] = [];
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i] as number;
    if (Number.isNaN(date)) continue;
    days.push(Math.floor(date) as DaySerial);
    rows.push(i + 1);
  }
  const order = orderProblems(days, rows);
  const rhythm = rhythmOf(days);
  if (rhythm === null) return order;
  return [...order, ...gapProblems(days, rows, rhythm), ...weekendProblems(days, rows, rhythm)];
}

interface OutOfOrder {
  readonly row: number;
  readonly day: DaySerial;
  /** The row in which the same day stands, or null when the day only comes too late. */
  readonly sameAs: number | null;
  readonly before: DaySerial;
}

function orderProblems(days: readonly DaySerial[], rows: readonly number[]): Problem[] {
  const firstRows = new Map<DaySerial, number>();
  const found: OutOfOrder[] = [];
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as DaySerial;
    const row = rows[i] as number;
    const before = days[i - 1] ?? day;
    const sameAs = firstRows.get(day) ?? null;
    if (sameAs === null) firstRows.set(day, row);
    if (sameAs !== null || day < before) found.push({ row, day, sameAs, before });
  }
  const falls = found.filter(({ sameAs }) => sameAs === null).length;
  if (days.length > 2 && falls > (days.length - 1) / 2) {
    const problem = "dates run from the newest to the oldest; the oldest must come first";
    return [{ row: rows[0] as number, problem, severity: "error" }];
  }
  return listed(found, ({ row, day, sameAs, before }) => ({
    row,
    problem:
      sameAs === null
        ? `${isoFromSerial(day)} comes after ${isoFromSerial(before)}; dates must rise`
        : `${isoFromSerial(day)} stands in row ${sameAs} too`,
    severity: "error",
  }));
}

type Days = readonly DaySerial[];
type Rows = readonly number[];

function gapProblems(days: Days, rows: Rows, rhythm: Rhythm): Problem[] {
  const after = where(days, (day, i) => day - (days[i - 1] ?? day) > rhythm.limit);
  return listed(after, (i) => {
    const [before, day] = [days[i - 1] as DaySerial, days[i] as DaySerial];
    return {
      row: rows[i] as number,
      problem: `no rows from ${isoFromSerial(before)} to ${isoFromSerial(day)}: ${day - before} days where ${rhythm.usual} are usual`,
      severity: "warning",
    };
  });
}

function weekendProblems(days: Days, rows: Rows, rhythm: Rhythm): Problem[] {
  if (rhythm.usual > DAILY) return [];
  // Serial 7 was a Saturday, and so is every multiple of seven; Sunday is the day after.
  const at = where(days, (day) => day % 7 <= 1);
  if (at.length > MOST_WEEKEND_ROWS * days.length) return [];
  return listed(at, (i) => {
    const day = days[i] as DaySerial;
    return {
      row: rows[i] as number,
      problem: `${isoFromSerial(day)} is a ${day % 7 === 0 ? "Saturday" : "Sunday"} among business days`,
      severity: "note",
    };
  });
}

function where(days: Days, holds: (day: DaySerial, i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < days.length; i++) if (holds(days[i] as DaySerial, i)) found.push(i);
  return found;
}
