/* Cells of a workbook by sheet, as sentences and keys have them. */
import { cellA1, type Rectangle } from "../../workbook/a1";

/** A cell; rows and columns count from 0. */
export interface CellAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a sheet; rows and columns count from 1. */
export interface AreaAt {
  readonly sheet: string;
  readonly area: Rectangle;
}

/**
 * A cell as a sentence names it.
 * @param cell - The cell.
 * @returns For example "Data!B2".
 */
export const named = ({ sheet, row, column }: CellAt): string =>
  `${sheet}!${cellA1(row + 1, column + 1)}`;

/**
 * Whether a rectangle holds a cell.
 * @param area - The rectangle.
 * @param row - The cell's row, from 0.
 * @param column - Its column, from 0.
 * @returns True inside.
 */
export const holds = (area: Rectangle, row: number, column: number): boolean =>
  row + 1 >= area.row &&
  row + 1 < area.row + area.rows &&
  column + 1 >= area.column &&
  column + 1 < area.column + area.columns;
