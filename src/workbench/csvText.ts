/* A sheet as the text of a CSV file. */
import { unparse } from "papaparse";
import { FIRST_SERIAL, isoFromSerial, LAST_SERIAL } from "../calc/date/serial";
import { daySerial } from "../calc/units";
import { cellA1 } from "../workbook/a1";
import type { Book, BookCell, BookSheet } from "../workbook/book";
import { FileRefused } from "../xlsx/fileRefused";

/** A sheet that has been written. */
export interface CsvText {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** How many cells were written as ISO days. */
  readonly days: number;
}

/** Blank cells between others count: each is a comma of the file. */
const MOST_CELLS = 5_000_000;

/** A text that a spreadsheet would run as a formula when it opens the file, or that is guarded. */
const RUNS = /^'*[=+\-@\t\r]/;

/**
 * A sheet as the text of a CSV file, from A1 on.
 *
 * Numbers have the fewest digits that give the same number again; whole numbers under a format of days
 * are ISO days; errors are their codes. A text that begins like a formula has an apostrophe before it,
 * which `sheetOfText` takes away.
 *
 * @param sheet - The sheet.
 * @param styles - The looks of its workbook.
 * @returns The text, with a byte order mark, so that Excel reads it as UTF-8, and what is in it.
 * @throws {FileRefused} when the sheet reaches too far.
 */
export function csvText({ name, cells }: BookSheet, styles: Book["styles"]): CsvText {
  let [rows, columns, days] = [0, 0, 0];
  for (const { row, column, value } of cells) {
    if (value === "") continue;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  if (rows * columns > MOST_CELLS) {
    const last = cellA1(rows, columns);
    throw new FileRefused(
      `${name} reaches to ${last}, ${rows * columns} cells; up to ${MOST_CELLS} are written`,
    );
  }
  const table = Array.from({ length: rows }, () => new Array<string>(columns).fill(""));
  for (const cell of cells) {
    const line = table[cell.row];
    if (cell.value === "" || line === undefined) continue;
    const day = dayOf(cell, styles);
    if (day !== null) days++;
    line[cell.column] = day ?? fieldOf(cell.value);
  }
  return { text: `\uFEFF${unparse(table)}\r\n`, rows, columns, days };
}

function dayOf({ value, style }: BookCell, styles: Book["styles"]): string | null {
  const format = style === undefined ? undefined : styles[style]?.numberFormat;
  if (typeof value !== "number" || format === undefined || !showsDay(format)) return null;
  const isDay = Number.isInteger(value) && value >= FIRST_SERIAL && value <= LAST_SERIAL;
  return isDay ? isoFromSerial(daySerial(value)) : null;
}

/** Whether a number format shows a day: a year, a day or a month in letters, outside of its texts. */
const showsDay = (format: string): boolean =>
  /[yd]|mmm/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general/gi, ""));

function fieldOf(value: BookCell["value"]): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return RUNS.test(value) ? `'${value}` : value;
}
