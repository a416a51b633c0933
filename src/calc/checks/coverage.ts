import { isoFromSerial } from "../date/serial";
import type { DaySerial } from "../units";
import type { PresentValues, Problem } from "./problem";
import { listed } from "./problem";
import { rhythmOf } from "./rhythm";

const DAYS_A_MONTH = 365.25 / 12;
/** Equal values at the end that are fewer than this can be a quiet market. */
const FEWEST_EQUAL = 10;
/** How many times the longest earlier run of equal values the run at the end must be. */
const EQUAL_TIMES = 2;

/** Where the rows of a range stand: on days, or only in an order. */
export interface Positions {
  /** Day of each row as a serial, NaN where missing; null when the range has no dates. */
  readonly dates: Float64Array | null;
  /** The last row with anything in it. */
  readonly lastRow: number;
}

/**
 * Whether a column covers the range: gaps, an end that is missing or does not move, and a history
 * shorter than the window.
 *
 * Nothing asks what day it is today: the end is compared with the other columns and the dates of
 * the range, and with the column's own rhythm.
 *
 * @param column - The values that are there.
 * @param positions - The days of the rows.
 * @param windowMonths - The window asked for, in months; looked at where there are dates.
 * @returns Findings, all warnings.
 *
 * @example
 * coverageProblems({ values: Float64Array.of(1, 2, 3), rows: [1, 2, 3] }, { dates: null, lastRow: 30 }, 60).length; // => 1
 */
export function coverageProblems(
  column: PresentValues,
  { dates, lastRow }: Positions,
  windowMonths: number,
): Problem[] {
  const { rows } = column;
  const [firstRow, endRow] = [rows[0], rows[rows.length - 1]];
  if (firstRow === undefined || endRow === undefined) {
    return [{ row: 1, problem: "no value", severity: "warning" }];
  }
  const dayOfRow = (row: number) => (dates === null ? row : (dates[row - 1] as number));
  const positions = rows.map(dayOfRow).filter((position) => !Number.isNaN(position));
  const rhythm = rhythmOf(positions);
  if (rhythm === null) return flatEnd(column);
  const shown = (row: number) =>
    dates === null ? `row ${row}` : isoFromSerial(dayOfRow(row) as DaySerial);
  const unit = dates === null ? "rows" : "days";

  const problems: Problem[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    // Rows that are not in the range at all are the calendar's business.
    if (
      before === undefined ||
      row - before === 1 ||
      !(dayOfRow(row) - dayOfRow(before) > rhythm.limit)
    )
      return;
    problems.push({
      row,
      problem: `no value between ${shown(before)} and ${shown(row)}: ${dayOfRow(row) - dayOfRow(before)} ${unit} where ${rhythm.usual} are usual`,
      severity: "warning",
    });
  });
  if (dayOfRow(lastRow) - dayOfRow(endRow) > rhythm.limit) {
    problems.push({
      row: endRow,
      problem: `the last value is of ${shown(endRow)}, but the range goes on to ${shown(lastRow)}`,
      severity: "warning",
    });
  }
  return [
    ...listed(problems, (it) => it),
    ...flatEnd(column),
    ...(dates === null
      ? []
      : shortHistory(dayOfRow(firstRow), dayOfRow(endRow), rhythm.usual, firstRow, windowMonths)),
  ];
}

function shortHistory(
  first: number,
  last: number,
  usual: number,
  row: number,
  windowMonths: number,
): Problem[] {
  const months = (last - first + usual) / DAYS_A_MONTH;
  if (!(months < windowMonths - 0.5)) return [];
  return [
    {
      row,
      problem: `the history begins on ${isoFromSerial(first as DaySerial)}: ${months.toFixed(0)} months, but the window is ${windowMonths}`,
      severity: "warning",
    },
  ];
}

/** A price that has stopped: it repeats far longer at the end than it ever did before. */
function flatEnd({ values, rows }: PresentValues): Problem[] {
  let run = 1;
  let longest = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] === values[i - 1]) {
      run++;
    } else {
      longest = Math.max(longest, run);
      run = 1;
    }
  }
  if (longest === 0 || run < FEWEST_EQUAL || run <= EQUAL_TIMES * longest) return [];
  return [
    {
      row: rows[values.length - run] as number,
      problem: `the last ${run} values are all ${values[values.length - 1]}; before, at most ${longest} in a row were equal`,
      severity: "warning",
    },
  ];
}

/** Columns with fewer than half their days in common do not belong in one row. */
const FEWEST_IN_COMMON = 0.5;
/** One column has so many times the values of another: days against weeks, weeks against months. */
const MOST_TIMES_THE_VALUES = 1.5;

/**
 * Columns on calendars of their own: days beside weeks, Tuesdays beside Thursdays.
 *
 * Each column is compared with the one that has most values, over the rows that both span.
 *
 * @param columns - The values that are there, of each column.
 * @param names - The columns' names.
 * @returns One finding for each column on another calendar.
 *
 * @example
 * calendarsOfColumns([{ values: new Float64Array(20), rows: Array.from({ length: 20 }, (_, i) => i + 1) }, { values: new Float64Array(4), rows: [5, 10, 15, 20] }], ["column 2", "column 3"]).length; // => 1
 */
export function calendarsOfColumns(
  columns: readonly PresentValues[],
  names: readonly string[],
): Problem[] {
  const fullest = columns.reduce((most, it) => (it.rows.length > most.rows.length ? it : most));
  const inFullest = new Set(fullest.rows);
  return columns.flatMap((column, j): Problem[] => {
    const [first, last] = [column.rows[0], column.rows[column.rows.length - 1]];
    if (column === fullest || first === undefined || last === undefined) return [];
    const beside = fullest.rows.filter((row) => row >= first && row <= last).length;
    const within = column.rows.filter(
      (row) => row >= (fullest.rows[0] ?? 0) && row <= (fullest.rows[fullest.rows.length - 1] ?? 0),
    ).length;
    const common = column.rows.filter((row) => inFullest.has(row)).length;
    const alike =
      common >= FEWEST_IN_COMMON * Math.min(beside, within) &&
      Math.max(beside, within) <= MOST_TIMES_THE_VALUES * Math.min(beside, within);
    if (alike || within < 2) return [];
    return [
      {
        row: first,
        problem: `${names[j] ?? ""} has ${within} values where ${names[columns.indexOf(fullest)] ?? ""} has ${beside}, ${common} in the same rows: two calendars, to be aligned first`,
        severity: "warning",
      },
    ];
  });
}
