/* One edit of a workbook as plain data, so that a run of them can be printed and done again. */
import type { SpreadRow } from "../../src/calc/series/spreadRow";
import { IUndoRedoService } from "@univerjs/core";
import { UNIT_ID } from "../../src/host/repairs/unitId";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { DATA_TABLE } from "../../src/templates/dataNames";
import { addDataSheet, appendRows } from "../../src/templates/dataSheet";
import type { Change, WorkbookPort } from "../../src/workbook/workbookPort";

/** What somebody does to a workbook. */
export type Edit =
  | { readonly kind: "change"; readonly changes: readonly Change[] }
  | { readonly kind: "type"; readonly sheet: string; readonly a1: string; readonly formula: string }
  | { readonly kind: "clear"; readonly sheet: string; readonly a1: string }
  | {
      readonly kind: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns";
      readonly sheet: string;
      /** Counted from 0. */
      readonly at: number;
      readonly count: number;
    }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  | { readonly kind: "addData"; readonly rows: readonly SpreadRow[] }
  | { readonly kind: "append"; readonly rows: readonly SpreadRow[] }
  | { readonly kind: "undo" | "redo" }
  /** Nothing before this can be undone. */
  | { readonly kind: "forget" }
  /** Until everything is calculated; without it the next edit may come into a calculation. */
  | { readonly kind: "settle" };

/** A workbook, by its port and by its engine. */
export interface Edited {
  readonly port: WorkbookPort;
  readonly book: Spreadsheet;
}

/**
 * Does an edit.
 * @param edited - The workbook.
 * @param edit - The edit.
 */
export async function doEdit({ port, book }: Edited, edit: Edit): Promise<void> {
  const sheetOf = (name: string) => {
    const sheet = book.workbook.getSheetByName(name);
    if (sheet) return sheet;
    throw new Error(`there is no sheet ${name}; the sheets are ${book.sheetNames.join(", ")}`);
  };
  // The engine takes the references to the sheet that is shown for those to move.
  const shown = (name: string) => book.workbook.setActiveSheet(sheetOf(name));
  switch (edit.kind) {
    case "change":
      return port.change(edit.changes);
    case "type":
      book.writeFormula(edit.sheet, edit.a1, edit.formula);
      return;
    case "clear":
      sheetOf(edit.sheet).getRange(edit.a1).clear();
      return;
    case "insertRows":
      shown(edit.sheet).insertRows(edit.at, edit.count);
      return;
    case "deleteRows":
      shown(edit.sheet).deleteRows(edit.at, edit.count);
      return;
    case "insertColumns":
      shown(edit.sheet).insertColumns(edit.at, edit.count);
      return;
    case "deleteColumns":
      shown(edit.sheet).deleteColumns(edit.at, edit.count);
      return;
    case "deleteSheet":
      book.workbook.deleteSheet(sheetOf(edit.sheet));
      return;
    case "addData":
      await addDataSheet(port, { about: "made up for a test", rows: edit.rows });
      return;
    case "append": {
      const table = await port.findTable(DATA_TABLE);
      if (table) await port.change(appendRows(table, edit.rows, []));
      return;
    }
    case "undo":
      book.workbook.undo();
      return;
    case "redo":
      book.workbook.redo();
      return;
    case "forget":
      book.service(IUndoRedoService).clearUndoRedo(UNIT_ID);
      return;
    case "settle":
      return book.settle();
  }
}
