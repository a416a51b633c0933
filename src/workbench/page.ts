/* The parts of the page that its actions act on. */
import type { Spreadsheet } from "../host/spreadsheet";
import type { WorkbookPort } from "../workbook/workbookPort";
import type { ChartStore } from "./chartStore";
import type { Keeping } from "./keeping";
import type { Action, PageState } from "./pageState";
import type { BookStore } from "./store/bookStore";
import type { Version } from "./store/versions";
import { words } from "./words";

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
