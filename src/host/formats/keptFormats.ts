/*
 * The conditional formats of the engine's sheets. They are kept among what a sheet keeps for others, and go with
 * it when it is copied, deleted and brought back; a mutation of their own makes them a part of an undoable step.
 */
import {
  CommandType,
  type DependencyIdentifier,
  ICommandService,
  IUndoRedoService,
  type IMutation,
  type IMutationInfo,
  IUniverInstanceService,
  UniverInstanceType,
  type IWorksheetData,
  type Workbook,
} from "@univerjs/core";
import type { BookSheet } from "../../workbook/book";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { UNIT_ID } from "../repairs/unitId";
import type { Spreadsheet } from "../spreadsheet";

const KEY = "formats";

/** The formats that a sheet has from now on. */
interface SetFormats {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly formats: readonly ConditionalFormat[];
}

/** What changes the formats of a sheet. */
export const SetFormatsMutation: IMutation<SetFormats> = {
  id: "sheet.mutation.set-conditional-formats",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, subUnitId, formats }) => {
    const workbooks = accessor.get(IUniverInstanceService);
    const sheet = workbooks
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)
      ?.getSheetBySheetId(subUnitId);
    if (!sheet) return false;
    const config = sheet.getConfig();
    config.custom = { ...config.custom, [KEY]: formats };
    return true;
  },
};

/**
 * What a sheet of the engine's has of conditional formats.
 * @param config - The sheet.
 * @returns Its formats, or nothing.
 */
export function formatsOf({ custom }: Pick<IWorksheetData, "custom">): Pick<BookSheet, "formats"> {
  const formats = custom?.[KEY] as readonly ConditionalFormat[] | undefined;
  return formats === undefined || formats.length === 0 ? {} : { formats };
}

/**
 * The formats of a sheet in the engine's form.
 * @param formats - The formats, if there are any.
 * @returns What the sheet keeps for others.
 */
export const engineFormats = (formats: BookSheet["formats"]): Readonly<Record<string, unknown>> =>
  formats === undefined ? {} : { [KEY]: formats };

/**
 * What gives a sheet other formats.
 * @param subUnitId - The engine's name of the sheet.
 * @param formats - The formats.
 * @returns The mutation.
 */
export const settingFormats = (
  subUnitId: string,
  formats: readonly ConditionalFormat[],
): IMutationInfo<SetFormats> => ({
  id: SetFormatsMutation.id,
  params: { unitId: UNIT_ID, subUnitId, formats },
});

/**
 * Gives a sheet one format more, before those it has; undone with what is done beside it.
 * @param get - The engine's injector.
 * @param sheet - The sheet.
 * @param format - The format.
 */
export function addFormat(
  get: <T>(token: DependencyIdentifier<T>) => T,
  sheet: ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>,
  format: ConditionalFormat,
): void {
  const { formats = [] } = formatsOf(sheet.getSheet().getConfig());
  const redo = settingFormats(sheet.getSheetId(), [format, ...formats]);
  get(ICommandService).syncExecuteCommand(redo.id, redo.params);
  get(IUndoRedoService).pushUndoRedo({
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
