/* Excel's errors, in words. */
import { WorkbookError } from "./workbookPort";

/** The code of an error that passes when the user leaves the cell. */
export const EDIT_MODE = "InvalidOperationInCellEditMode";

/** The code of a change that Excel cannot make part of one step of its undo. */
const WITHOUT_UNDO = "UndoNotSupported";

/**
 * Whether a change failed only because Excel cannot undo it.
 *
 * @param error - What the port threw.
 * @returns True for that code.
 */
export const isWithoutUndo = (error: unknown): boolean =>
  error instanceof WorkbookError && error.code === WITHOUT_UNDO;

const EDITED = "a cell is being edited: press Enter or Esc in the sheet, then try again";
const PROTECTED =
  "the sheet or the workbook is protected or read-only: unprotect it (Review tab) or save a copy, then try again";
const GONE =
  "the sheet or table is not there any more: it was renamed or deleted; read the workbook again";
const BUSY = "Excel is busy with something else: wait a moment, then try again";
const TOO_MUCH = "that is more than Excel takes at once: choose fewer rows, then try again";
const TOO_OLD = "this Excel cannot do that; a newer build, or the workbench page, can";

/**
 * What Excel's error codes mean to a user (Microsoft Learn, "Error handling with the
 * application-specific JavaScript APIs", section "Error codes and messages"). A code that is not here
 * is shown with Excel's own message.
 */
const WORDS: ReadonlyMap<string, string> = new Map([
  [EDIT_MODE, EDITED],
  ["AccessDenied", PROTECTED],
  ["ActivityLimitReached", BUSY],
  ["ApiNotFound", TOO_OLD],
  ["FilteredRangeConflict", "rows are filtered there: clear the filter, then try again"],
  ["FormulaLengthExceedsLimit", "the formula is longer than Excel takes: shorten it"],
  [
    "GeneralException",
    "Excel could not do it. Try again, and if it fails again save the workbook and reopen it",
  ],
  ["InactiveWorkbook", "another workbook is in front: go back to this one, then try again"],
  ["InsertDeleteConflict", "Excel cannot shift these cells: move what stands beside them"],
  [
    "InvalidReference",
    "the cells are not there any more: the sheet was changed; read the workbook again",
  ],
  ["InvalidSelection", "no cells are selected: select cells in the sheet, then try again"],
  ["ItemAlreadyExists", "the name is taken in this workbook: rename the other one, then try again"],
  ["ItemNotFound", GONE],
  ["MemoryLimitReached", "Excel has no memory left: close other workbooks, then try again"],
  [
    "MergedRangeConflict",
    "a table cannot lie over another table, a PivotTable, query results or merged cells: choose other cells",
  ],
  ["NonBlankCellOffSheet", "the sheet has no room left for it: its last cells are not empty"],
  ["NotImplemented", TOO_OLD],
  ["OperationCellsExceedLimit", TOO_MUCH],
  ["PivotTableRangeConflict", "a PivotTable stands there: choose other cells, or move it"],
  ["RangeExceedsLimit", TOO_MUCH],
  ["RequestAborted", "Excel broke off; try again"],
  ["RequestPayloadSizeLimitExceeded", TOO_MUCH],
  ["ResponsePayloadSizeLimitExceeded", TOO_MUCH],
  ["ServiceNotAvailable", BUSY],
  ["UnsupportedOperation", TOO_OLD],
  ["UnsupportedSheet", "a chart sheet or macro sheet has no cells: choose a worksheet"],
  ["WriteNotSupportedWhenModalDialogOpen", "a dialog is open in Excel: close it, then try again"],
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
