/* Where the parts of a sheet stand: one table a sheet, from which every address follows. */
import { a1Of, absolute, cellA1, type Rectangle } from "../workbook/a1";

/**
 * A cell of a part.
 *
 * @param part - The part.
 * @param down - Rows below its first one.
 * @param right - Columns to the right of its first one.
 * @returns For example "B5".
 *
 * @example
 * cellOf({ row: 4, column: 1, rows: 3, columns: 2 }, 1, 1); // => "B5"
 */
export const cellOf = ({ row, column }: Rectangle, down = 0, right = 0): string =>
  cellA1(row + down, column + right);

/**
 * A cell of a part, for formulas of other cells.
 *
 * @param part - The part.
 * @param down - Rows below its first one.
 * @param right - Columns to the right of its first one.
 * @returns For example "$B$5".
 *
 * @example
 * heldCell({ row: 4, column: 1, rows: 3, columns: 2 }, 1, 1); // => "$B$5"
 */
export const heldCell = (part: Rectangle, down = 0, right = 0): string =>
  absolute(cellOf(part, down, right));

/**
 * Rows of a part.
 *
 * @param part - The part.
 * @param down - Rows from its first one to the first of these.
 * @param rows - How many.
 * @returns For example "A5:C5".
 *
 * @example
 * rowsOf({ row: 4, column: 1, rows: 3, columns: 3 }, 1); // => "A5:C5"
 */
export const rowsOf = (part: Rectangle, down = 0, rows = 1): string =>
  a1Of({ ...part, row: part.row + down, rows });

/**
 * Columns of a part, from one of its rows to its end.
 *
 * @param part - The part.
 * @param right - Columns from its first one to the first of these.
 * @param down - Rows from its first one to where these begin.
 * @param columns - How many.
 * @returns For example "B5:B6".
 *
 * @example
 * columnsOf({ row: 4, column: 1, rows: 3, columns: 3 }, 1, 1); // => "B5:B6"
 */
export const columnsOf = (part: Rectangle, right: number, down = 0, columns = 1): string =>
  a1Of({
    row: part.row + down,
    column: part.column + right,
    rows: part.rows - down,
    columns,
  });

/**
 * The cells of a page, from the first cell of its title to the end of its last part.
 *
 * @param title - As wide as the page.
 * @param last - Its last part.
 * @param room - Rows below that.
 * @returns For example "A1:H35".
 *
 * @example
 * pageArea({ row: 1, column: 1, rows: 1, columns: 8 }, { row: 19, column: 5, rows: 17, columns: 4 }); // => "A1:H35"
 */
export const pageArea = (title: Rectangle, last: Rectangle, room = 0): string =>
  a1Of({ ...title, rows: last.row + last.rows + room - title.row });

/**
 * Rows of a sheet, by their cells in the first column.
 *
 * @param first - The first row.
 * @param end - The row after the last one.
 * @returns For example "A38:A160".
 *
 * @example
 * rowsBetween(38, 161); // => "A38:A160"
 */
export const rowsBetween = (first: number, end: number): string =>
  a1Of({ row: first, column: 1, rows: end - first, columns: 1 });
