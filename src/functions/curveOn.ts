import { readDate, readNumber, type Written } from "../assumptions/humanValues";
import { curveOn, type CurveHistory } from "../calc/curve/curveHistory";
import { YIELD_METHODS, parYield } from "../calc/curve/parYield";
import { tenorOf } from "../calc/curve/tenor";
import { isoFromSerial } from "../calc/date/serial";
import { CalcError, invalid, missing } from "../calc/errors";
import { tidy } from "../calc/numeric/tidy";
import { years, type DaySerial } from "../calc/units";
import { choice, optional, required } from "./excel/oneCell";
import { grid, line, type Argument, type Grid } from "./excel/grid";
import { isBlank, NOT_AVAILABLE, plain } from "./excel/cellContent";
import { isOmitted } from "./excel/series";
import { excelError, finiteCell, forExcel, type ResultCell } from "./excel/results";

/**
 * The par curve of a day, from a table with a row a day and a column a tenor, as the Treasury, the Federal Reserve and FRED publish them. It feeds every function that takes a curve.
 * @customfunction CURVEON
 * @param {any[][]} table Dates in the first column, in any order, each once; tenors in the first row: "1 Mo", "1.5 Month", "10Y", DGS10, or 10 for years. Semiannual par yields as decimals, or in percent where one of the table is above 0.25. Blank, #N/A or ND where there is none; a column without a tenor on top is passed over.
 * @param {any} date The day, as Excel's date or as "2026-01-15". The last row with two yields on or before it counts: at most a week older than rows of the table usually are.
 * @param {any[][]} [tenors] Tenors to read off, in years or as "10Y", one row or column; those that have a yield on the day by default.
 * @param {any} [method] How to read off between two tenors: "linear" (default) or "cubic", a natural spline.
 * @returns {any[][]} A row a tenor: years, and semiannual par yield as a decimal; #N/A for a tenor outside those of the day.
 */
export function curveOnRows(table: any[][], date: any, tenors?: any[][], method?: any): any[][] {
  return forExcel(() => {
    const history = readTable(table);
    const { curve, day } = curveOn(history, required(date, "date", readDate));
    const how = optional(method, "method", choice(YIELD_METHODS), "linear");
    if (isOmitted(tenors, "tenors")) {
      return Array.from(curve.tenors, (tenor, i) => [tenor, finiteCell(curve.yields[i] as number)]);
    }
    const yieldAt = (tenor: number): ResultCell => {
      try {
        return finiteCell(parYield(curve, years(tenor), how));
      } catch (error) {
        if (!(error instanceof CalcError) || error.reason !== "missing") throw error;
        return excelError(missing(`${error.message} on ${isoFromSerial(day)}`));
      }
    };
    return line(tenors, "tenors").map((cell, i) => {
      const tenor = readTenor(cell, `tenors, row ${i + 1}`);
      return [tenor, yieldAt(tenor)];
    });
  });
}

/** A yield above this is no decimal: 25% a year. */
const HIGHEST_DECIMAL = 0.25;
/** Percent a year; no Treasury yield has been as high, and basis points are above it. */
const HIGHEST_PERCENT = 30;
/** How releases write that there is no value, beside what every function takes for that. */
const NO_VALUE = /^\s*(nd|nc|na|n\/a|-|–)\s*$/i;

function readTable(argument: Argument): CurveHistory {
  const cells = grid(argument, "table");
  if (cells === null) throw missing("table is missing; give dates and par yields by tenor");
  const columns = tenorColumns(cells);
  const rows = cells.slice(1).flatMap((row, i) => {
    const where = `table, row ${i + 2}`;
    const values = Float64Array.from(columns, ({ at, name }) =>
      readYield(row[at], `${where}, ${name}`),
    );
    const day = plain(row[0], `${where}, date,`);
    if (isBlank(day) || day === NOT_AVAILABLE || day === 0) {
      if (values.every((value) => !(Math.abs(value) > 0))) return [];
      throw missing(`${where} has yields but no date`);
    }
    return [{ day: readDate(day, `${where}, date,`), values, where }];
  });
  rows.sort((a, b) => a.day - b.day);
  requireOnce(rows);
  const largest = rows.reduce(
    (most, { values }) =>
      values.reduce((m, value) => (Math.abs(value) > m ? Math.abs(value) : m), most),
    0,
  );
  if (largest > HIGHEST_PERCENT) {
    throw invalid(
      `table has a yield of ${largest}; yields must be decimals, or percent up to ${HIGHEST_PERCENT}`,
    );
  }
  const toDecimal = largest > HIGHEST_DECIMAL ? (value: number) => tidy(value / 100) : null;
  return {
    days: rows.map(({ day }) => day),
    tenors: Float64Array.from(columns, ({ tenor }) => tenor),
    yields: rows.map(({ values }) => (toDecimal === null ? values : values.map(toDecimal))),
  };
}

/** The columns that have a tenor on top, by rising tenor. */
function tenorColumns(cells: Grid) {
  const columns = (cells[0] ?? []).flatMap((cell, at) => {
    const heading = at === 0 ? null : plain(cell, `table, row 1, column ${at + 1},`);
    if (heading === null || heading === NOT_AVAILABLE) return [];
    const tenor = tenorOf(String(heading));
    return tenor === null ? [] : [{ at, tenor, name: String(heading) }];
  });
  if (columns.length < 2) {
    throw invalid(
      `table has ${columns.length} column${columns.length === 1 ? "" : "s"} with a tenor on top, such as 1 Mo, 10Y or 10; it must have 2 or more beside the dates`,
    );
  }
  columns.sort((a, b) => a.tenor - b.tenor);
  const twice = columns.find(({ tenor }, i) => tenor === columns[i + 1]?.tenor);
  if (twice !== undefined) {
    throw invalid(`table has two columns of ${twice.tenor} years; each tenor must stand once`);
  }
  return columns;
}

function readYield(cell: unknown, where: string): number {
  const value = plain(cell, where);
  if (isBlank(value) || value === NOT_AVAILABLE) return NaN;
  return typeof value === "string" && NO_VALUE.test(value) ? NaN : readNumber(value, where);
}

function requireOnce(rows: readonly { readonly day: DaySerial; readonly where: string }[]): void {
  for (const [i, { day, where }] of rows.entries()) {
    const before = rows[i - 1];
    if (before?.day !== day) continue;
    throw invalid(
      `${where} is of ${isoFromSerial(day)}, as ${before.where} is; each day must stand once`,
    );
  }
}

function readTenor(cell: unknown, where: string): number {
  const value = plain(cell, where);
  if (isBlank(value) || value === NOT_AVAILABLE) throw missing(`${where} is missing`);
  const tenor = typeof value === "boolean" ? null : tenorOf(String(value satisfies Written));
  if (tenor !== null) return tenor;
  throw invalid(
    `${where} is ${JSON.stringify(value)}; it must be a tenor, in years or as 10Y, above 0 and at most 100`,
  );
}
