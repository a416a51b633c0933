/* The engine has no cells beyond a sheet's size. */
import { rectangleOf } from "../workbook/a1";
import type { Change } from "../workbook/workbookPort";
import type { Spreadsheet } from "./spreadsheet";

type EngineSheet = ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>;

/** A sheet begins with so many cells, and with more when more are written. */
const ROOM = { rows: 1000, columns: 26 };

/**
 * How large a sheet has to begin.
 *
 * @param name - The sheet's name.
 * @param changes - What is done to the workbook.
 * @returns Rows and columns, with room for what is written into it.
 */
export function roomFor(name: string, changes: readonly Change[]): typeof ROOM {
  const room = { ...ROOM };
  for (const change of changes) {
    if (!("a1" in change) || change.sheet !== name) continue;
    const { row, column, rows, columns } = rectangleOf(change.a1);
    room.rows = Math.max(room.rows, row + rows + ROOM.rows / 10);
    room.columns = Math.max(room.columns, column + columns);
  }
  return room;
}

/**
 * Makes a sheet large enough.
 *
 * @param worksheet - The sheet in the engine's own words.
 * @param a1 - The cells that it has to have.
 */
export function growSheet(worksheet: EngineSheet, a1: string): void {
  const { row, column, rows, columns } = rectangleOf(a1);
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  if (lastRow > worksheet.getMaxRows()) worksheet.setRowCount(lastRow + ROOM.rows / 10);
  if (lastColumn > worksheet.getMaxColumns()) worksheet.setColumnCount(lastColumn);
}
