/* What the sheets over histories and assumptions need of a workbook before they are added. */
import { TABLE_NAME } from "../assumptions/table";
import { WorkbookError, type Place, type WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { readAbout } from "./dataSheet";
import { freeName } from "./names";

/** A workbook that has histories and assumptions. */
export interface Ingredients {
  /** The new sheet's name. */
  readonly sheet: string;
  /** The cells of the gap; their dates stand in the column before. */
  readonly gap: Place;
  /** What the sheet of histories says of its numbers. */
  readonly about: string;
  /** Whether the host draws charts. */
  readonly withCharts: boolean;
}

/**
 * Finds what a sheet over histories and assumptions needs.
 *
 * @param workbook - The workbook.
 * @param name - What the sheet is to be called.
 * @returns What it needs.
 * @throws WorkbookError when the histories or the assumptions are not there.
 */
export async function ingredients(workbook: WorkbookPort, name: string): Promise<Ingredients> {
  const [gap, table, { sheets }, about] = await Promise.all([
    workbook.findName(DATA_NAMES.gap),
    workbook.findTable(TABLE_NAME),
    workbook.names(),
    readAbout(workbook),
  ]);
  if (gap === null || table === null) {
    throw new WorkbookError(
      `the ${name.toLowerCase()} needs the ${gap === null ? "histories (screen Data)" : "assumptions (screen Assumptions)"}: add them first`,
      "ItemNotFound",
    );
  }
  const withCharts = workbook.abilities.has("charts");
  return { sheet: freeName(name, sheets), gap, about, withCharts };
}
