/*
 * The conditional formats of the engine's sheets. They are kept among what a sheet keeps for others, and go with
 * it when it is copied, deleted and brought back; a mutation of their own makes them a part of an undoable step.
 */
import {
  CommandType,
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
