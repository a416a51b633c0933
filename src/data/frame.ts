/* A table's data, without what stands above and below it. */
import { quoted } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { dateColumns, isDate } from "./dateColumns";
import { dateParts } from "./dateParts";
import { readDateText } from "./dateText";
import type { Gathering } from "./gathering";
import type { TextTable } from "./textTable";
import { count, linesNamed } from "./sentenceParts";

type Row = readonly string[];

/** The data of a table and the headings above them. */
export interface Frame extends Omit<TextTable, "facts"> {
  /** The rows above the data, the nearest last; the names of columns are among them. */
  readonly headings: readonly Row[];
  readonly width: number;
  /** The columns that hold dates, from 0. */
  readonly dates: readonly number[];
  /** Whether the dates are bare numbers, of which only one column is the date. */
  readonly datesAreNumbers: boolean;
  /** Columns that hold parts of the dates, and no values. */
  readonly parts: readonly number[];
}

/** A history with more columns than this was not meant as one. */
const MOST_COLUMNS = 2000;

/**
 * Finds where the data of a table begin and end.
 *
 * @param table - The table: with titles, headings, footers, rows of any length.
 * @param all - Takes what is left out.
 * @returns The data.
 * @throws CalcError `invalid` when no column holds dates.
 */
export function* frameOf(table: TextTable, all: Gathering): Sliced<Frame> {
  const { source, place, decimal } = table;
  let widest = 0;
  yield* lookAt(table.rows, (row) => {
    widest = Math.max(widest, filled(row));
  });
  if (widest > MOST_COLUMNS) {
    throw invalid(`${source} has ${widest} columns; it must have at most ${MOST_COLUMNS}`);
  }
  const { rows, dates, datesAreNumbers, parts } = datedTable(table, widest);
  const isData = (row: Row) =>
    dates.some((at) => {
      const field = row[at] ?? "";
      return (
        isDate(field, datesAreNumbers) ||
        (parts.length === 1 && readDateText(field, "year") !== null)
      );
    });
  const first = rows.findIndex(isData);
  let last = rows.length - 1;
  while (last > first && !isData(rows[last] ?? [])) last--;
  const headings = rows.slice(0, Math.max(0, first));
  const width = widthOf(rows.slice(first, last + 1), headings);
  const footers = table.lines.slice(last + 1);
  noteFooters(table, last + 1, all);
  const kept: Row[] = [];
  const lines: number[] = [];
  const long: { line: number; fields: number }[] = [];
  yield* lookAt(rows.slice(first, last + 1), (row, i) => {
    const line = table.lines[first + i] ?? 0;
    const fields = filled(row.slice(0, parts.length > 0 ? row.length - 1 : row.length));
    if (fields > width) long.push({ line, fields });
    else {
      kept.push(row);
      lines.push(line);
    }
  });
  if (footers.length > 0) all.repairs.push(`${linesNamed(place, footers)} below the data left out`);
  noteLong(long, width, table, all);
  const columns = parts.length > 0 ? Math.max(width, (dates[0] ?? 0) + 1) : width;
  return {
    ...{ source, place, decimal, headings, rows: kept, lines, width: columns },
    ...{ dates, datesAreNumbers, parts },
  };
}

/** How many fields a row has, without the blank ones at its end. */
function filled(row: Row): number {
  let fields = row.length;
  while (fields > 0 && row[fields - 1] === "") fields--;
  return fields;
}

/** The table with its dates in one column: parts of dates are put together behind the others. */
function datedTable(table: TextTable, widest: number) {
  const { rows, source, place, lines } = table;
  const { at, areNumbers } = dateColumns(rows, widest);
  if (at.length > 0 && !areNumbers) {
    return { rows, dates: at, datesAreNumbers: false, parts: [] };
  }
  const parts = dateParts(rows);
  if (parts !== null && rows.some((row) => parts.dateOf(row) !== "")) {
    const whole = rows.map((row, i) => [
      ...Array.from({ length: widest }, (_, column) => row[column] ?? ""),
      i === parts.heading ? parts.name : parts.dateOf(row),
    ]);
    const yearsAlone = parts.from.length === 1;
    return { rows: whole, dates: [widest], datesAreNumbers: yearsAlone, parts: parts.from };
  }
  if (at.length > 0) return { rows, dates: at, datesAreNumbers: true, parts: [] };
  const shown = rows.length > 1 ? 1 : 0;
  const fields = (rows[shown] ?? []).slice(0, 4).map(quoted).join(", ");
  throw invalid(
    `${source} has no column of dates; its ${place} ${lines[shown] ?? 1} is ${fields}; there must be dates such as 2014-12-31 beside values`,
  );
}

/**
 * As wide as the headings, for what stands beyond has no name; as most rows are where the headings
 * are shorter, or there are none.
 */
function widthOf(rows: readonly Row[], headings: readonly Row[]): number {
  const lengths = new Map<number, number>();
  for (const row of rows) lengths.set(filled(row), (lengths.get(filled(row)) ?? 0) + 1);
  const named = Math.max(0, ...headings.slice(-2).map(filled));
  // Columns that end before others make short rows: without headings, a quarter of the rows tells.
  const share = named > 1 ? 0.5 : 0.25;
  let [width, reached] = [0, 0];
  for (const [length, n] of [...lengths].sort((a, b) => b[0] - a[0])) {
    reached += n;
    width = length;
    if (reached >= share * rows.length) break;
  }
  return Math.max(named, width);
}

function noteFooters({ rows, lines, place }: TextTable, from: number, all: Gathering): void {
  for (const [i, row] of rows.slice(from).entries()) {
    const text = row.filter((field) => field !== "").join(" ");
    all.findings.push({
      at: `${place} ${lines[from + i] ?? 0}`,
      problem: `${quoted(text)} stands below the data: left out`,
      severity: "note",
    });
  }
}

function noteLong(
  long: readonly { readonly line: number; readonly fields: number }[],
  width: number,
  { place, source }: TextTable,
  all: Gathering,
): void {
  const [first] = long;
  if (first === undefined) return;
  const named = linesNamed(
    place,
    long.map(({ line }) => line),
  );
  all.findings.push({
    at: `${place} ${first.line}`,
    problem: `${count(first.fields, "field")} where ${source} has ${count(width, "column")}${long.length > 1 ? `; so it is in ${named}` : ""}: left out`,
    severity: "warning",
  });
  all.repairs.push(`${named} left out, with more than ${count(width, "field")}`);
}
