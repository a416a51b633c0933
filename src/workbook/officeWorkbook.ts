/* The only file that says Excel.run. */
import { rectangleOf, a1Of } from "./a1";
import {
  WorkbookError,
  type CellValue,
  type Place,
  type WorkbookPort,
  type Write,
} from "./workbookPort";

/** How long to wait before each new try while a cell is being edited, in milliseconds. */
const RETRY_AFTER = [100, 300, 600, 1000];

/**
 * What Excel's error codes mean to a user (Microsoft's list "Excel JavaScript API error codes").
 * A code that is not here is shown as it is, with Excel's own message.
 */
const WORDS: ReadonlyMap<string, string> = new Map([
  [
    "InvalidOperationInCellEditMode",
    "a cell is being edited: press Enter or Esc in the sheet, then try again",
  ],
  [
    "AccessDenied",
    "the sheet or the workbook is protected or read-only: unprotect it (Review tab) or save a copy, then try again",
  ],
  [
    "ItemNotFound",
    "the sheet or table is not there any more: it was renamed or deleted; read the workbook again",
  ],
  ["ItemAlreadyExists", "the name is taken in this workbook: rename the other one, then try again"],
  [
    "InvalidReference",
    "the cells are not there any more: the sheet was changed; read the workbook again",
  ],
  ["NonBlankCellOffSheet", "the sheet has no room left for the table"],
  [
    "GeneralException",
    "Excel could not do it; nothing was written. Try again, and if it fails again save the workbook and reopen it",
  ],
]);

/**
 * The workbook that is open in Excel.
 *
 * @param pause - Waits before a new try; tests pass one that does not.
 * @returns The port.
 */
export function officeWorkbook(
  pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
): WorkbookPort {
  /** Runs one batch; tries again while the user is editing a cell. */
  async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    for (const wait of [...RETRY_AFTER, null]) {
      try {
        return await Excel.run(batch);
      } catch (error) {
        const code = codeOf(error);
        if (code === "InvalidOperationInCellEditMode" && wait !== null) await pause(wait);
        else throw new WorkbookError(WORDS.get(code) ?? `Excel says: ${messageOf(error)}`, code);
      }
    }
    throw new Error("unreachable: the last try returns or throws");
  }

  return {
    names: () =>
      run(async (context) => {
        const { worksheets, tables, names } = context.workbook;
        for (const collection of [worksheets, tables, names]) collection.load("items/name");
        await context.sync();
        const namesOf = (collection: { items: { name: string }[] }) =>
          collection.items.map(({ name }) => name);
        return { sheets: namesOf(worksheets), tables: namesOf(tables), names: namesOf(names) };
      }),

    findTable: (name) =>
      run(async (context) => {
        const table = context.workbook.tables.getItemOrNullObject(name);
        await context.sync();
        if (table.isNullObject) return null;
        const range = table.getRange();
        range.load("address");
        table.worksheet.load("name");
        await context.sync();
        return { sheet: table.worksheet.name, a1: a1Of(rectangleOf(range.address)) };
      }),

    read: (place) =>
      run(async (context) => {
        const range = rangeOf(context, place);
        range.load("values");
        await context.sync();
        return range.values as CellValue[][];
      }),

    write: (writes) =>
      run(async (context) => {
        for (const write of writes) rangeOf(context, write).values = asCells(write);
        await context.sync();
      }),

    addTable: (name, write) =>
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(write.sheet);
        await context.sync();
        const target = sheet.isNullObject ? context.workbook.worksheets.add(write.sheet) : sheet;
        const range = target.getRange(write.a1);
        range.values = asCells(write);
        target.tables.add(range, true).name = name;
        range.format.autofitColumns();
        await context.sync();
      }),

    resizeTable: (name, place) =>
      run(async (context) => {
        context.workbook.tables.getItem(name).resize(rangeOf(context, place));
        await context.sync();
      }),
  };
}

const rangeOf = (context: Excel.RequestContext, { sheet, a1 }: Place): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(a1);

/** Excel reads a text that starts like a formula as one; an apostrophe before it keeps it a text. */
const asCells = ({ values }: Write): CellValue[][] =>
  values.map((row) =>
    row.map((cell) => (typeof cell === "string" && /^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell)),
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
