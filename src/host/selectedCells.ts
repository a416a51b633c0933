/* Which cells are selected in the grid. */
import type { Place } from "../workbook/workbookPort";
import { a1OfRange } from "./engineRanges";
import type { IRange } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import type { Spreadsheet } from "./spreadsheet";

/** Rows and columns from 0, the last ones included. */
export type CellRange = Pick<IRange, "startRow" | "endRow" | "startColumn" | "endColumn">;

/**
 * The cells that are selected on the sheet that is shown. The engine's own way to ask fails where a
 * selection ends beyond the sheet, as it does after an undo that takes rows away.
 *
 * @param spreadsheet - The spreadsheet.
 * @returns The sheet's name and the range within the sheet, from 0; null when nothing is selected.
 */
export function selectedCells(
  spreadsheet: Spreadsheet,
): { readonly sheet: string; readonly range: CellRange } | null {
  const sheet = spreadsheet.workbook.getActiveSheet();
  const selections = spreadsheet.service(SheetsSelectionsService).getCurrentSelections();
  const range = selections.find(({ primary }) => primary !== null)?.range;
  if (range === undefined) return null;
  const [lastRow, lastColumn] = [sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1];
  return {
    sheet: sheet.getSheetName(),
    range: {
      startRow: within(range.startRow, 0, lastRow),
      endRow: within(range.endRow, lastRow, lastRow),
      startColumn: within(range.startColumn, 0, lastColumn),
      endColumn: within(range.endColumn, lastColumn, lastColumn),
    },
  };
}

/** Whole rows and columns have no number where they have no end. */
const within = (place: number, endless: number, last: number): number =>
  Math.min(Number.isNaN(place) ? endless : place, last);

/**
 * What is selected, as a place of the workbook.
 *
 * @param spreadsheet - The spreadsheet.
 * @returns The cells; the first one of the shown sheet where nothing is selected.
 */
export function selectedPlace(spreadsheet: Spreadsheet): Place {
  const cells = selectedCells(spreadsheet);
  if (cells !== null) return { sheet: cells.sheet, a1: a1OfRange(cells.range) };
  return { sheet: spreadsheet.workbook.getActiveSheet().getSheetName(), a1: "A1" };
}
