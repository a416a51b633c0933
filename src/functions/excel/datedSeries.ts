/* The reader of a dated series: a column of dates, and a column of values beside it. */
import { readDate } from "../../assumptions/humanValues";
import { missing } from "../../calc/errors";
import type { DatedHistory } from "../../calc/series/byMonth";
import { requireRisingDays } from "../../calc/series/risingDays";
import type { DaySerial } from "../../calc/units";
import { line, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./cellContent";
import { sameLength, series } from "./series";

/** A dated series: two arguments of one length. */
export interface DatedArguments {
  readonly dates: Argument;
  readonly values: Argument;
  /** The arguments' names, for messages. */
  readonly datesName?: string;
  readonly valuesName?: string;
  /** For prices and levels, which are never 0; spreads, gaps and returns can be. */
  readonly zeroIsMissing?: boolean;
}

/**
 * A dated series, oldest first.
 *
 * Rows with neither a date nor a value are passed over; older desktop Excel hands both over as 0.
 *
 * @param args - The two arguments and their names.
 * @returns Days and values, NaN where a day has no value.
 * @throws CalcError `invalid` when the lengths differ, the days do not rise or a cell is no date;
 * `missing` when a value has no date.
 */
export function dated({
  dates,
  values,
  datesName = "dates",
  valuesName = "values",
  zeroIsMissing = false,
}: DatedArguments): DatedHistory {
  const days = line(dates, datesName).map((cell, i) => day(cell, `${datesName}, row ${i + 1},`));
  const all = series(values, valuesName, zeroIsMissing);
  sameLength({ [datesName]: days, [valuesName]: all });
  const rows: number[] = [];
  const there: DaySerial[] = [];
  for (const [i, it] of days.entries()) {
    if (it !== null) {
      rows.push(i + 1);
      there.push(it);
    } else if (Math.abs(all[i] as number) > 0) {
      throw missing(`${datesName}, row ${i + 1}, is missing but ${valuesName} has a value there`);
    }
  }
  requireRisingDays(there, datesName, rows);
  return { dates: there, values: all.filter((_, i) => days[i] !== null) };
}

function day(cell: unknown, where: string): DaySerial | null {
  const value = plain(cell, where);
  return value === NOT_AVAILABLE || isBlank(value) || value === 0 ? null : readDate(value, where);
}
