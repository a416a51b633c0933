/* Addresses as Excel gives them, and places as the port has them. */
import { SHEET_LIMITS } from "./limits";
import { a1Of, columnLetters, rectangleOf } from "./a1";
import type { Place } from "./workbookPort";

/** The last row and column of a sheet. */
const LAST = { row: SHEET_LIMITS.rows, column: columnLetters(SHEET_LIMITS.columns) };

/**
 * The cells of an address.
 *
 * @param address - For example "'My sheet'!$A$1:B5", "A:C" or "3:5"; whole columns and rows reach
 *   to the end of the sheet.
 * @returns For example "A1:B5".
 *
 * @example
 * cellsOf("Data!A:B"); // => "A1:B1048576"
 */
export function cellsOf(address: string): string {
  const cells = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(cells);
  if (columns) return `${columns[1]}1:${columns[2]}${LAST.row}`;
  const rows = /^(\d+):(\d+)$/.exec(cells);
  if (rows) return `A${rows[1]}:${LAST.column}${rows[2]}`;
  return a1Of(rectangleOf(cells));
}

/**
 * The place of an address with its sheet.
 *
 * @param address - For example "'x''y'!A1:B2".
 * @returns The sheet as its tab shows it, and the cells.
 *
 * @example
 * placeOf("'x''y'!A1:B2"); // => { sheet: "x'y", a1: "A1:B2" }
 */
export function placeOf(address: string): Place {
  const sheet = address.slice(0, address.lastIndexOf("!"));
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'");
  return {
    sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    a1: cellsOf(address),
  };
}
