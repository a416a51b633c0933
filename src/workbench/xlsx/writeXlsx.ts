import { utils, write, type CellObject, type ColInfo, type WorkSheet } from "@e965/xlsx";
import { PIXELS_A_CHARACTER, type Book, type BookCell, type BookSheet } from "../../workbook/book";
import { spelledForFile } from "./formulaSpelling";
import { TABLE_COMMENT } from "./readXlsx";

/**
 * Writes a workbook as an .xlsx file.
 *
 * Every formula has its last value beside it, so that a reader without the add-in sees numbers; what
 * spills is written as a dynamic array.
 *
 * @param book - The workbook.
 * @returns The bytes of the file.
 */
export function writeXlsx(book: Book): Uint8Array<ArrayBuffer> {
  const file = utils.book_new();
  for (const sheet of book.sheets) {
    utils.book_append_sheet(file, sheetOf(sheet, book.styles), sheet.name);
  }
  file.Workbook = {
    Names: book.names.map(({ name, reference, table }) => ({
      Name: name,
      Ref: reference,
      ...(table ? { Comment: TABLE_COMMENT } : {}),
    })),
  };
  const bytes = write(file, {
    type: "array",
    bookType: "xlsx",
    bookSST: true,
    compression: true,
  }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

function sheetOf({ cells, columns }: BookSheet, styles: Book["styles"]): WorkSheet {
  const sheet: WorkSheet = {};
  let [lastRow, lastColumn] = [0, 0];
  for (const cell of cells) {
    const address = utils.encode_cell({ r: cell.row, c: cell.column });
    sheet[address] = stored(cell, styles);
    lastRow = Math.max(lastRow, cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lastRow, c: lastColumn } });
  const widths: ColInfo[] = [];
  for (const { column, width } of columns) {
    if (width !== undefined) widths[column] = { wch: width / PIXELS_A_CHARACTER };
  }
  sheet["!cols"] = widths;
  for (const { formula, spill } of cells) {
    if (formula !== undefined && spill !== undefined) markSpill(sheet, spill);
  }
  return sheet;
}

/** A dynamic array: its first cell holds the formula, and every cell its own value. */
function markSpill(sheet: WorkSheet, spill: string): void {
  const { s: first, e: last } = utils.decode_range(spill);
  for (let r = first.r; r <= last.r; r++) {
    for (let c = first.c; c <= last.c; c++) {
      const cell = sheet[utils.encode_cell({ r, c })] as CellObject | undefined;
      if (cell !== undefined) cell.F = spill;
    }
  }
  const origin = sheet[utils.encode_cell(first)] as CellObject | undefined;
  if (origin !== undefined) origin.D = true;
}

/** The file format numbers the errors. */
const ERROR_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["#NULL!", 0x00],
  ["#DIV/0!", 0x07],
  ["#VALUE!", 0x0f],
  ["#REF!", 0x17],
  ["#NAME?", 0x1d],
  ["#NUM!", 0x24],
  ["#N/A", 0x2a],
]);

function stored({ value, formula, style }: BookCell, styles: Book["styles"]): CellObject {
  const format = style === undefined ? undefined : styles[style]?.numberFormat;
  const look = format === undefined ? {} : { z: format };
  const made = formula === undefined ? {} : { f: spelledForFile(formula) };
  if (typeof value === "number") return { t: "n", v: value, ...made, ...look };
  if (typeof value === "boolean") return { t: "b", v: value, ...made, ...look };
  const error = ERROR_NUMBERS.get(value);
  if (error !== undefined) return { t: "e", v: error, ...made, ...look };
  // A text is a text in the file, whatever it begins with: it is never read as a formula.
  return { t: "s", v: value, ...made, ...look };
}
