import { readDate, readNumber, readPrice, readRate, readSpread } from "../assumptions/humanValues";
import { CalcError, invalid, missing } from "../calc/errors";
import {
  checkInputs,
  INPUT_KINDS,
  type InputKind,
  type InputTable,
} from "../calc/checks/checkInputs";
import { listed, type Problem } from "../calc/checks/problem";
import { choice, countFrom, optional, type Reader, required, zeroIsBlank } from "./excel/oneCell";
import { grid, size, width, type Grid } from "./excel/grid";
import { isBlank, NOT_AVAILABLE, plain } from "./excel/cellContent";
import { forExcel } from "./excel/results";
import { table } from "./excel/tables";

/**
 * Looks through a range before it is used: unit slips, percent and basis points in one column, gaps, duplicate or unsorted dates, an end that is missing or does not move, signs, one-day prints that revert, jumps of the level as a change of benchmark makes, a history shorter than the window. It asks; it repairs nothing.
 * @customfunction CHECKINPUTS
 * @param {any[][]} range One or more columns, oldest first; a first column of dates is recognised, and a first row of headings is passed over.
 * @param {any} kind "rates" (decimals), "spreads" (basis points), "prices" (per 100), "dates", "history" (dates, then values of any one unit) or "curve" (tenors in years, then par yields as decimals).
 * @param {any} [headings] TRUE puts the names of the table's columns on top; FALSE by default.
 * @param {any} [windowMonths] The window that the history is wanted for, in months; 60 by default. Looked at where the range has dates.
 * @returns {any[][]} Rows of row, problem and severity (error, warning, note); one row that says ok when nothing was found.
 */
export function checkInputsRows(
  range: any[][],
  kind: any,
  headings?: any,
  windowMonths?: any,
): any[][] {
  return forExcel(() => {
    const wanted = required(kind, "kind", choice(INPUT_KINDS));
    const months = optional(windowMonths, "windowMonths", zeroIsBlank(readMonths, 60), 60);
    const cells = grid(range, "range");
    if (cells === null) throw missing("range is missing; give one or more columns");
    const read = readTable(cells, wanted);
    const problems = [...read.problems, ...checkInputs(read.table, wanted, months)];
    problems.sort((a, b) => a.row - b.row);
    return table(
      ["row", "problem", "severity"],
      problems.length === 0
        ? [["all", `nothing found in ${cells.length} rows`, "ok"]]
        : problems.map((it) => [it.row, it.problem, it.severity]),
      headings,
    );
  });
}

const readMonths = countFrom(1);

const READERS: Record<InputKind, Reader<number>> = {
  rates: readRate,
  spreads: readSpread,
  prices: readPrice,
  dates: readNumber,
  history: readNumber,
  curve: readNumber,
};

/** A range as numbers; a cell that is neither a number nor blank becomes a finding, not an error. */
function readTable(cells: Grid, kind: InputKind): { table: InputTable; problems: Problem[] } {
  const columns = width(cells);
  requireWidth(cells, kind);
  const from = isHeadings(cells) ? 1 : 0;
  const problems: Problem[] = [];
  const column = (j: number, reader: Reader<number>, zeroIsMissing: boolean): Float64Array => {
    const found: Problem[] = [];
    const values = Float64Array.from(cells, (row, i) => {
      if (i < from) return NaN;
      try {
        return readCell(
          row[j],
          columns > 1 ? `column ${j + 1}` : "the cell",
          reader,
          zeroIsMissing,
        );
      } catch (error) {
        if (!(error instanceof CalcError || error instanceof CustomFunctions.Error)) throw error;
        found.push({ row: i + 1, problem: error.message ?? "an error", severity: "error" });
        return NaN;
      }
    });
    problems.push(...listed(found, (it) => it));
    return values;
  };

  const dated =
    kind === "dates" ||
    kind === "history" ||
    (kind !== "curve" && columns > 1 && looksLikeDates(cells));
  const dates = dated ? column(0, readDay, true) : null;
  const valueColumns = Array.from({ length: columns }, (_, j) => j).slice(dated ? 1 : 0);
  return {
    table: {
      dates,
      columns: valueColumns.map((j) =>
        column(j, kind === "curve" && j === 1 ? readRate : READERS[kind], kind === "prices"),
      ),
      names: valueColumns.map((j) => `column ${j + 1}`),
    },
    problems,
  };
}

function requireWidth(cells: Grid, kind: InputKind): void {
  const [least, most, what] =
    kind === "curve"
      ? [2, 2, "two columns, tenor and par yield"]
      : kind === "dates"
        ? [1, 1, "one column of dates"]
        : kind === "history"
          ? [2, Infinity, "a column of dates and one or more of values"]
          : [1, Infinity, ""];
  if (width(cells) < least || width(cells) > most) {
    throw invalid(`range is ${size(cells)}; it must be ${what}`);
  }
}

function readCell(
  cell: unknown,
  where: string,
  reader: Reader<number>,
  zeroIsMissing: boolean,
): number {
  const value = plain(cell, where);
  if (value === NOT_AVAILABLE || isBlank(value) || (zeroIsMissing && value === 0)) return NaN;
  // A number as it stands: its unit is for the checks to judge, which look at the whole column.
  return typeof value === "number" && reader !== readDay ? value : reader(value, where);
}

const readDay: Reader<number> = (written, where) => readDate(written, where);

/** Texts in the first row that are neither numbers nor dates: the names of the columns. */
function isHeadings(cells: Grid): boolean {
  const first = cells[0] ?? [];
  return (
    cells.length > 1 &&
    first.every((cell) => typeof cell === "string" && /^\s*[a-z]/i.test(cell)) &&
    !first.some((cell) => /^\s*null\s*$/i.test(String(cell)))
  );
}

/** Serials of 1950 to 2199, which no rate, spread or price per 100 can be. */
const [FIRST_DAY, LAST_DAY] = [18_264, 109_575];
const ISO_DAY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

function looksLikeDates(cells: Grid): boolean {
  let days = 0;
  let others = 0;
  for (const [cell] of cells) {
    const isSerial = typeof cell === "number" && cell >= FIRST_DAY && cell < LAST_DAY;
    if (isSerial || (typeof cell === "string" && ISO_DAY.test(cell.slice(0, 40)))) days++;
    else if (typeof cell === "number" && cell !== 0) others++;
  }
  return days > others;
}
