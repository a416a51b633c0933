/* When a workbook is no longer what was kept of it. */
import { CommandType, ICommandService } from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
  SetWorksheetRowAutoHeightMutation,
} from "@univerjs/sheets";
import type { Spreadsheet } from "./spreadsheet";

/**
 * Calls back after an edit of anything that is kept: cells, looks, sizes, sheets, names, and which
 * sheet is shown. Results of a calculation and heights that follow the text are no edits.
 *
 * @param spreadsheet - The spreadsheet.
 * @param listener - What to call.
 * @returns What stops it.
 */
export function onEdited(spreadsheet: Spreadsheet, listener: () => void): () => void {
  const watch = spreadsheet
    .service(ICommandService)
    .onCommandExecuted(({ id, type, params }, options) => {
      const isEdit =
        id === SetWorksheetActiveOperation.id ||
        (type === CommandType.MUTATION && !options?.onlyLocal && changesBook(id, params));
      if (isEdit) listener();
    });
  return () => {
    watch.dispose();
  };
}

function changesBook(id: string, params: unknown): boolean {
  // Only a user's or the port's own writing has a trigger; results of a calculation have none.
  if (id === SetRangeValuesMutation.id) return Boolean((params as { trigger?: string }).trigger);
  if (id === SetWorksheetRowAutoHeightMutation.id) return false;
  return id.startsWith("sheet.mutation.") || id.includes("defined-name");
}
