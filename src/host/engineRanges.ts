import type { IRange } from "@univerjs/core";
import { a1Of, rectangleOf } from "../workbook/a1";
import type { CellValue } from "../workbook/workbookPort";
import type { CellMatrix } from "./cellChanges";

/**
 * The smallest rectangle that holds everything.
 * @param cells - The cells from A1 on; "" is blank.
 * @returns The rectangle; null when there is nothing.
 */
export function usedPart(cells: readonly (readonly CellValue[])[]): string | null {
  const matrix: CellMatrix = {};
  for (const [i, row] of cells.entries()) {
    for (const [j, cell] of row.entries()) if (cell !== "") (matrix[i] ??= {})[j] = {};
  }
  return Object.keys(matrix).length === 0 ? null : a1OfRange(boundsOf(matrix));
}

/**
 * The smallest rectangle around cells.
 * @param matrix - Cells by row and column, at least one.
 * @returns The rectangle in the engine's form.
 */
export function boundsOf(matrix: CellMatrix): IRange {
  const rows = Object.keys(matrix).map(Number);
  const columns = Object.values(matrix).flatMap((row) => Object.keys(row).map(Number));
  return {
    startRow: least(rows),
    endRow: greatest(rows),
    startColumn: least(columns),
    endColumn: greatest(columns),
  };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const greatest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);

/**
 * A rectangle as Excel writes it.
 * @param range - The rectangle in the engine's form.
 * @returns For example "A1:B2".
 */
export const a1OfRange = ({ startRow, endRow, startColumn, endColumn }: IRange): string =>
  a1Of({
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  });

/**
 * A rectangle as the engine has it.
 * @param a1 - As Excel writes it.
 * @returns The same rectangle.
 */
export function engineRange(a1: string): IRange {
  const { row, column, rows, columns } = rectangleOf(a1);
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

/**
 * The part of a rectangle that a sheet has; the engine refuses to speak of other cells.
 * @param a1 - The rectangle.
 * @param size - How many rows and columns the sheet has.
 * @param size.rows - Its rows.
 * @param size.columns - Its columns.
 * @returns The part; null when there is none.
 */
export function within(a1: string, size: { rows: number; columns: number }): string | null {
  const { row, column, rows, columns } = rectangleOf(a1);
  const part = {
    row,
    column,
    rows: Math.min(rows, size.rows - row + 1),
    columns: Math.min(columns, size.columns - column + 1),
  };
  return part.rows < 1 || part.columns < 1 ? null : a1Of(part);
}
