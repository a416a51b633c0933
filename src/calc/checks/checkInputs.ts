import { atOnce, type Sliced } from "../numeric/sliced";
import { calendarProblems } from "./calendar";
import { calendarsOfColumns, coverageProblems } from "./coverage";
import { curveProblems } from "./curveInputs";
import { mixedUnits } from "./mixedUnits";
import { presentValues, SEVERITIES, type PresentValues, type Problem } from "./problem";
import { suddenChanges } from "./suddenChanges";
import { unitProblems, unitsOfColumns } from "./unitOfKind";

/** What a range holds. */
export const INPUT_KINDS = ["rates", "spreads", "prices", "dates", "history", "curve"] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** A range as numbers: dates where it has them, and columns of values. */
export interface InputTable {
  /** Excel's serial numbers, NaN where missing; null when the range has no column of dates. */
  readonly dates: Float64Array | null;
  /** All as long as the dates, NaN where missing. A curve's are its tenors and its yields. */
  readonly columns: readonly Float64Array[];
  /** What findings call each column, for example "column 2". */
  readonly names: readonly string[];
}

/**
 * What an analyst would want to know of a range before using it.
 *
 * Units that are not those of the kind, or two of them in one column; duplicate or unsorted dates
 * and gaps; an end that is missing or does not move; signs; one-day prints that revert; jumps of
 * the level, as a change of benchmark makes; a history shorter than the window; columns on
 * different calendars. Thresholds are stated where they are used. A finding is a question to the
 * person who knows the data: nothing is repaired.
 *
 * @param table - The range.
 * @param kind - What it holds: rates in decimals, spreads in basis points, prices per 100, dates
 * alone, a history (dates and values of any one unit), or a curve (tenors and par yields).
 * @param windowMonths - The window that the history is wanted for, in months.
 * @returns Findings in the order of their rows; none when nothing is out of the ordinary.
 *
 * @example
 * checkInputs({ dates: null, columns: [Float64Array.of(0.62, 0.6, 0.61)], names: ["column 1"] }, "spreads")[0].row; // => 1
 */
export const checkInputs = (table: InputTable, kind: InputKind, windowMonths = 60): Problem[] =>
  atOnce(checkInputsSliced(table, kind, windowMonths));

/**
 * {@link checkInputs} in slices: one for each check of a column.
 *
 * @param table - The range.
 * @param kind - What it holds.
 * @param windowMonths - The window that the history is wanted for, in months.
 * @returns The work; it yields the rows of the range after each check.
 *
 * @example
 * [...checkInputsSliced({ dates: null, columns: [Float64Array.of(62, 60, 61)], names: ["column 1"] }, "spreads", 60)]; // => [3, 3, 3, 3]
 */
export function* checkInputsSliced(
  table: InputTable,
  kind: InputKind,
  windowMonths: number,
): Sliced<Problem[]> {
  const { dates, columns } = table;
  const [first, second] = columns;
  const problems: Problem[] = [];
  if (kind === "curve" && first !== undefined && second !== undefined) {
    problems.push(...curveProblems(first, second));
  } else {
    if (dates !== null) {
      problems.push(...calendarProblems(dates), ...undatedValues(dates, columns));
      yield dates.length;
    }
    problems.push(...(yield* columnProblems(table, kind, windowMonths)));
  }
  const weight = (problem: Problem) => SEVERITIES.indexOf(problem.severity);
  return problems.sort((a, b) => a.row - b.row || weight(a) - weight(b));
}

function* columnProblems(
  { dates, columns, names }: InputTable,
  kind: InputKind,
  windowMonths: number,
): Sliced<Problem[]> {
  const present = columns.map(presentValues);
  const several = columns.length > 1;
  const unit = kind === "rates" || kind === "spreads" || kind === "prices" ? kind : null;
  const lastRow = lastRowOf(dates, present);
  const all: Problem[] = [];
  for (const [j, column] of present.entries()) {
    const rows = column.values.length;
    const { problems: mixed, values } = mixedUnits(column);
    const found = [...mixed];
    const inOneUnit = { values, rows: column.rows };
    yield rows;
    if (unit !== null) found.push(...unitProblems(inOneUnit, unit));
    yield rows;
    found.push(...suddenChanges(inOneUnit));
    yield rows;
    found.push(...coverageProblems(column, { dates, lastRow }, windowMonths));
    yield rows;
    const prefix = several ? `${names[j] ?? ""}: ` : "";
    all.push(...found.map((it) => ({ ...it, problem: `${prefix}${it.problem}` })));
  }
  if (several) {
    all.push(...calendarsOfColumns(present, names));
    if (unit !== null) all.push(...unitsOfColumns(present, names));
  }
  return all;
}

/** The last row with a date or a value: blank rows below it do not count. */
function lastRowOf(dates: Float64Array | null, present: readonly PresentValues[]): number {
  let last = 0;
  dates?.forEach((date, i) => {
    if (!Number.isNaN(date)) last = i + 1;
  });
  if (last > 0) return last;
  return Math.max(0, ...present.map(({ rows }) => rows[rows.length - 1] ?? 0));
}

function undatedValues(dates: Float64Array, columns: readonly Float64Array[]): Problem[] {
  const row = dates.findIndex(
    (date, i) => Number.isNaN(date) && columns.some((column) => Math.abs(column[i] as number) > 0),
  );
  return row < 0 ? [] : [{ row: row + 1, problem: "a value without a date", severity: "error" }];
}
