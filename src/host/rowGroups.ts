/* Groups of rows. The engine has none: each row keeps how deep it is, and takes it along when it moves. */
import type { IRowData, IWorksheetData } from "@univerjs/core";
import type { BookRow } from "../workbook/book";
import { rectangleOf } from "../workbook/a1";

const LEVEL = "level";

/**
 * How deep a row of the engine's is grouped.
 * @param row - The row.
 * @returns Its level, or nothing.
 */
export function levelOf({ custom }: Pick<IRowData, "custom">): Pick<BookRow, "level"> {
  const level = custom?.[LEVEL] as number | undefined;
  return level === undefined ? {} : { level };
}

/**
 * The level of a row in the engine's form.
 * @param level - The level; nothing for a row in no group.
 * @returns What the row has for it.
 */
export const engineLevel = (level: number | undefined): Pick<IRowData, "custom"> =>
  level === undefined ? {} : { custom: { [LEVEL]: level } };

/**
 * Groups the rows of a rectangle.
 * @param config - The sheet; it is changed.
 * @param a1 - The rectangle.
 */
export function groupRows({ rowData }: Pick<IWorksheetData, "rowData">, a1: string): void {
  const { row, rows } = rectangleOf(a1);
  for (let i = row - 1; i < row - 1 + rows; i++) {
    rowData[i] = { ...rowData[i], custom: { ...rowData[i]?.custom, [LEVEL]: 1 } };
  }
}
