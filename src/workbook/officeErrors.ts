/* Excel's errors, in words. */
import { WorkbookError } from "./workbookPort";

/** The code of an error that passes when the user leaves the cell. */
export const EDIT_MODE = "InvalidOperationInCellEditMode";

const EDITED = "a cell is being edited: press Enter or Esc in the sheet, then try again";
const PROTECTED =
  "the sheet or the workbook is protected or read-only: unprotect it (Review tab) or save a copy, then try again";
const GONE =
  "the sheet or table is not there any more: it was renamed or deleted; read the workbook again";
const BUSY = "Excel is busy with something else: wait a moment, then try again";

/**
 * What Excel's error codes mean to a user (Microsoft, "Error handling with the application-specific
 * JavaScript APIs", section "Error codes and messages"). A code that is not here is shown with
 * Excel's own message.
 */
const WORDS: ReadonlyMap<string, string> = new Map([
  [EDIT_MODE, EDITED],
  ["AccessDenied", PROTECTED],
  ["FilteredRangeConflict", "rows are filtered there: clear the filter, then try again"],
  ["InsertDeleteConflict", "Excel cannot shift these cells: move what stands beside them"],
  ["ItemNotFound", GONE],
  ["ItemAlreadyExists", "the name is taken in this workbook: rename the other one, then try again"],
  [
    "InvalidReference",
    "the cells are not there any more: the sheet was changed; read the workbook again",
  ],
  ["InvalidSelection", "no cells are selected: select cells in the sheet, then try again"],
  ["MergedRangeConflict", "cells are merged there: unmerge them, then try again"],
  ["NonBlankCellOffSheet", "the sheet has no room left for it: its last cells are not empty"],
  [
    "OperationCellsExceedLimit",
    "that is more cells than Excel takes at once: choose fewer, then try again",
  ],
  [
    "RequestPayloadSizeLimitExceeded",
    "that is more than Excel takes at once: choose fewer rows, then try again",
  ],
  ["RequestAborted", "Excel broke off; try again"],
  ["ActivityLimitReached", BUSY],
  ["ServiceNotAvailable", BUSY],
  ["UnsupportedOperation", "this Excel cannot do that; a newer build, or the workbench page, can"],
  [
    "GeneralException",
    "Excel could not do it. Try again, and if it fails again save the workbook and reopen it",
  ],
]);

/**
 * An error as the port gives it.
 *
 * @param error - Whatever was thrown.
 * @returns The same error when it has words already; else one with words and Excel's code.
 */
export function inWords(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = codeOf(error);
  return new WorkbookError(WORDS.get(code) ?? `Excel says: ${messageOf(error)}`, code);
}

/** Excel's errors come from another script, where an `Error` need not be the page's own. */
const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "string" ? code : "";
};

const messageOf = (error: unknown): string => {
  const { message } = Object(error) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
};
