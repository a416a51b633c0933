/* The conditional formats of a spreadsheet: whether it has some, and one more. */
import { ICommandService, IUndoRedoService } from "@univerjs/core";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { UNIT_ID } from "../repairs/unitId";
import type { Spreadsheet } from "../spreadsheet";
import { formatsOf, SetFormatsMutation, settingFormats } from "./keptFormats";

/**
 * Gives a sheet one format more, before those it has; undone with what is done beside it.
 * @param spreadsheet - The spreadsheet.
 * @param sheet - The sheet.
 * @param format - The format.
 */
export function addFormat(
  spreadsheet: Spreadsheet,
  sheet: ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>,
  format: ConditionalFormat,
): void {
  const { formats = [] } = formatsOf(sheet.getSheet().getConfig());
  const redo = settingFormats(sheet.getSheetId(), [format, ...formats]);
  spreadsheet.service(ICommandService).syncExecuteCommand(redo.id, redo.params);
  spreadsheet.service(IUndoRedoService).pushUndoRedo({
    unitID: UNIT_ID,
    redoMutations: [redo],
    undoMutations: [settingFormats(sheet.getSheetId(), formats)],
  });
}

/**
 * Whether a sheet of the workbook has conditional formats.
 * @param spreadsheet - The spreadsheet.
 * @returns False when no cell looks by what it holds.
 */
export const hasFormats = ({ workbook }: Spreadsheet): boolean =>
  workbook
    .getSheets()
    .some((sheet) => formatsOf(sheet.getSheet().getConfig()).formats !== undefined);

/**
 * Calls back after a sheet was given other formats.
 * @param spreadsheet - The spreadsheet.
 * @param listener - What to call.
 * @returns What stops it.
 */
export function onFormats(spreadsheet: Spreadsheet, listener: () => void): () => void {
  const watch = spreadsheet.service(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetFormatsMutation.id) listener();
  });
  return () => {
    watch.dispose();
  };
}
