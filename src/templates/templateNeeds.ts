/* What the sheets over histories and assumptions need of a workbook before they are added. */
import { TABLE_NAME } from "../assumptions/table";
import { WorkbookError, type Place, type WorkbookPort } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import { readAbout } from "./dataSheet";
import { namesPrefix } from "./historyParts";
import { freeName } from "./names";

/** A workbook that has histories and assumptions. */
export interface Ingredients {
  /** The new sheet's name. */
  readonly sheet: string;
  /** What the new sheet's defined names and its charts begin with. */
  readonly prefix: string;
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
  const [gap, table, { sheets, names }, about] = await Promise.all([
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
  const sheet = freeName(name, sheets);
  return { sheet, prefix: namesPrefix(sheet, names), gap, about, withCharts };
}

/** A workbook that has assumptions. */
export type OverAssumptions = Omit<Ingredients, "gap" | "about">;

/**
 * Finds what a sheet over the assumptions alone needs.
 *
 * @param workbook - The workbook.
 * @param name - What the sheet is to be called.
 * @param needs - How the sentence begins that says what is missing, such as "the trade ticket needs".
 * @returns What it needs.
 * @throws WorkbookError when the assumptions are not there.
 */
export async function overAssumptions(
  workbook: WorkbookPort,
  name: string,
  needs: string,
): Promise<OverAssumptions> {
  const [table, { sheets, names }] = await Promise.all([
    workbook.findTable(TABLE_NAME),
    workbook.names(),
  ]);
  if (table === null) {
    throw new WorkbookError(
      `${needs} the assumptions (screen Assumptions): add them first`,
      "ItemNotFound",
    );
  }
  const sheet = freeName(name, sheets);
  return {
    sheet,
    prefix: namesPrefix(sheet, names),
    withCharts: workbook.abilities.has("charts"),
  };
}
