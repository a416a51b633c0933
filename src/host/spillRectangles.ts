/* The rectangles that the engine's formulas have spilled into. */
import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { rectangleOf } from "../workbook/a1";
import type { Place } from "../workbook/workbookPort";
import { meets } from "./repairs/engineAreas";
import { a1OfRange } from "./engineRanges";
import { UNIT_ID } from "./repairs/unitId";
import type { Spreadsheet } from "./spreadsheet";

/**
 * The rectangles that formulas have spilled into and that touch a place.
 *
 * @param spreadsheet - The spreadsheet.
 * @param sheetId - The engine's id of the place's sheet.
 * @param place - The place.
 * @returns The rectangles of more than one cell.
 */
export function spilledPlaces(spreadsheet: Spreadsheet, sheetId: string, place: Place): Place[] {
  const { row, column, rows, columns } = rectangleOf(place.a1);
  const wanted: IRange = {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
  const known = spreadsheet.service(FormulaDataModel).getArrayFormulaRange()[UNIT_ID]?.[sheetId];
  return Object.values(known ?? {})
    .flatMap((line) => Object.values(line as Record<string, IRange | null>))
    .filter((range) => range !== null)
    .filter((range) => isSeveral(range) && meets(range, wanted))
    .map((range) => ({ sheet: place.sheet, a1: a1OfRange(range) }));
}

const isSeveral = ({ startRow, endRow, startColumn, endColumn }: IRange): boolean =>
  endRow > startRow || endColumn > startColumn;
