import { ICommandService, IUndoRedoService } from "@univerjs/core";
import {
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
} from "@univerjs/sheets";
import { PIXELS_A_CHARACTER } from "../workbook/book";
import { UNIT_ID } from "./repairs/unitId";
import type { Spreadsheet } from "./spreadsheet";

type EngineSheet = ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>;

/**
 * Sets the widths of a sheet's first columns as one step of undo. The engine's own command measures the height
 * of every row for each column: more than half the time of adding a template's sheet.
 *
 * @param spreadsheet - The spreadsheet.
 * @param sheet - The sheet in the engine's own words.
 * @param widths - Widths in characters, from column A.
 */
export function setWidths(
  spreadsheet: Spreadsheet,
  sheet: EngineSheet,
  widths: readonly number[],
): void {
  const last = { startRow: 0, endRow: sheet.getMaxRows() - 1, endColumn: widths.length - 1 };
  const params = {
    unitId: UNIT_ID,
    subUnitId: sheet.getSheetId(),
    ranges: [{ startColumn: 0, ...last }],
    colWidth: Object.fromEntries(widths.map((width, i) => [i, width * PIXELS_A_CHARACTER])),
  };
  const { id } = SetWorksheetColWidthMutation;
  const before = SetWorksheetColWidthMutationFactory(params, sheet.getSheet());
  spreadsheet.service(ICommandService).syncExecuteCommand(id, params);
  spreadsheet.service(IUndoRedoService).pushUndoRedo({
    unitID: UNIT_ID,
    undoMutations: [{ id, params: before }],
    redoMutations: [{ id, params }],
  });
}
