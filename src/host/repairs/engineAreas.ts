import type { IRange, IUnitRange, Nullable } from "@univerjs/core";
import type { CellPlace } from "./cellKey";

/**
 * Whether two rectangles are the same.
 * @param one - A rectangle, if there is one.
 * @param other - Another.
 * @returns False when one is missing.
 */
export const isSame = (one: Nullable<IRange>, other: Nullable<IRange>): boolean =>
  one != null &&
  other != null &&
  one.startRow === other.startRow &&
  one.endRow === other.endRow &&
  one.startColumn === other.startColumn &&
  one.endColumn === other.endColumn;

/**
 * Whether two rectangles of a sheet have a cell in common.
 * @param one - A rectangle; a side without a number goes on to the end of the sheet.
 * @param other - Another.
 * @returns True when they have.
 */
export const meets = (one: IRange, other: IRange): boolean =>
  !(
    one.endRow < other.startRow ||
    one.startRow > other.endRow ||
    one.endColumn < other.startColumn ||
    one.startColumn > other.endColumn
  );

/**
 * A rectangle without its upper left cell.
 * @param range - The rectangle.
 * @returns The rest of its first row, then its other rows, where there are such.
 */
export function belowAndBeside(range: IRange): IRange[] {
  const { startRow, endRow, startColumn, endColumn } = range;
  const beside = { startRow, endRow: startRow, startColumn: startColumn + 1, endColumn };
  const below = { startRow: startRow + 1, endRow, startColumn, endColumn };
  return [beside, below].filter(
    (part) => part.startRow <= part.endRow && part.startColumn <= part.endColumn,
  );
}

/**
 * Rectangles of one sheet, as the engine has them with their sheet.
 * @param sheet - The sheet.
 * @param sheet.unitId - Its workbook.
 * @param sheet.sheetId - Its id.
 * @param ranges - The rectangles.
 * @returns The same.
 */
export const areas = (
  { unitId, sheetId }: { readonly unitId: string; readonly sheetId: string },
  ranges: readonly IRange[],
): IUnitRange[] => ranges.map((range) => ({ unitId, sheetId, range }));

/**
 * One cell, as the engine has it as an area.
 * @param place - The cell.
 * @returns The area.
 */
export const cellArea = ({ unitId, sheetId, row, column }: CellPlace): IUnitRange => ({
  unitId,
  sheetId,
  range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
});
