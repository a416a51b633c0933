/* The parts of the page that its actions act on, and what several of them do. */
import type { Spreadsheet } from "../host/spreadsheet";
import type { WorkbookPort } from "../workbook/workbookPort";
import type { ChartStore } from "./chartStore";
import { saveXlsx } from "./files";
import type { Keeping } from "./keeping";
import type { Action, PageState } from "./pageState";
import type { BookStore } from "./store/bookStore";
import type { Version } from "./store/versions";
import { words } from "./words";
import { FileRefused } from "../xlsx/fileRefused";

/** What the actions act on. */
export interface Page {
  readonly spreadsheet: Spreadsheet;
  readonly workbook: WorkbookPort;
  readonly keeping: Keeping;
  readonly store: BookStore;
  readonly state: PageState;
  readonly charts: ChartStore;
}

/**
 * Saves the workbook as a file and says so.
 *
 * @param page - The workbook, and where it is said.
 * @param save - What is saved of it: all, or its values alone.
 * @returns Whether it is saved.
 */
export async function saveAndSay(
  { spreadsheet, charts, state }: Page,
  save: typeof saveXlsx = saveXlsx,
): Promise<boolean> {
  try {
    state.say(await save(spreadsheet, charts.plans()));
    return true;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    state.say(words.notSaved(error.message), "problem");
    return false;
  }
}

/**
 * The button that undoes the replacing of a workbook.
 *
 * @param version - The workbook before.
 * @param keeping - What goes back to it.
 * @returns The button.
 */
export const goBackTo = (version: Version, keeping: Keeping): Action => ({
  words: words.undo,
  run: () => void keeping.restore(version),
});
