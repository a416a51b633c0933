/* Opening and saving: .xlsx replaces the workbook, .csv becomes a sheet of it. */
import { CalcError } from "../calc/errors";
import { sheetOfText, type SheetOfText } from "../data/sheetOfText";
import { textOfBytes } from "../data/textOfBytes";
import { bookOf } from "../host/bookOf";
import type { Spreadsheet } from "../host/spreadsheet";
import { freeName } from "../templates/names";
import { a1Of } from "../workbook/a1";
import type { OpenedBook } from "../workbook/book";
import type { Change, ChartPlan, WorkbookPort } from "../workbook/workbookPort";
import { csvText } from "./csvText";
import { words } from "./words";
import { savingLosses } from "../xlsx/savingLosses";
import { makeXlsx, openXlsx } from "./xlsxFiles";
import { valuesOnly } from "../xlsx/valuesOnly";
import { FileRefused } from "../xlsx/fileRefused";
import { LIMITS } from "../xlsx/zipCheck";

/** What became of a file: a workbook to begin again with, or words about the sheet that it became. */
export type Opened =
  | { readonly kind: "book"; readonly book: OpenedBook }
  | { readonly kind: "sheet"; readonly words: string };

/**
 * Opens a file.
 *
 * @param file - What the user chose or dropped.
 * @param workbook - Where a .csv file becomes a sheet.
 * @returns What became of it.
 * @throws {FileRefused} when it cannot be opened; the message says why.
 */
export async function openFile(file: File, workbook: WorkbookPort): Promise<Opened> {
  if (file.size > LIMITS.fileBytes) {
    throw new FileRefused(`it has ${(file.size / 1e6).toFixed(1)} MB; up to 25 MB are opened`);
  }
  // What is not .xlsx is told apart by what it holds, and refused in its own words.
  if (/\.(xls[xmb]?|xlt[xm]|ods)$/i.test(file.name)) {
    return { kind: "book", book: await openXlsx(new Uint8Array(await file.arrayBuffer())) };
  }
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) throw new FileRefused(words.unknownFile);
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()));
  const { sheet, facts } = await addCsvSheet(text, file.name, workbook);
  return { kind: "sheet", words: words.openedSheet(file.name, sheet, facts) };
}

async function addCsvSheet(text: string, file: string, workbook: WorkbookPort) {
  const { rows, dateColumns, facts } = await csvRows(text, file);
  const { sheets } = await workbook.names();
  const sheet = freeName(sheetName(file), sheets);
  const changes: Change[] = [
    { kind: "addSheet", name: sheet },
    {
      kind: "values",
      sheet,
      a1: a1Of({ row: 1, column: 1, rows: rows.length, columns: rows[0]?.length ?? 1 }),
      values: rows.map((row) => row.map((cell) => cell ?? "")),
    },
    ...dateColumns.map((column): Change => ({
      kind: "numberFormat",
      sheet,
      a1: a1Of({ row: 2, column: column + 1, rows: rows.length - 1, columns: 1 }),
      format: "yyyy-mm-dd",
    })),
    { kind: "freeze", sheet, rows: 1, columns: 0 },
  ];
  await workbook.change(changes);
  return { sheet, facts };
}

async function csvRows(text: string, file: string): Promise<SheetOfText> {
  try {
    return await sheetOfText(text, file);
  } catch (error) {
    if (error instanceof CalcError) throw new FileRefused(error.message);
    throw error;
  }
}

/** Excel allows 31 characters, and none of these. */
const sheetName = (file: string): string =>
  file
    .replace(/\.[^.]*$/, "")
    .replace(/[[\]:*?/\\']/g, " ")
    .trim()
    .slice(0, 28) || "CSV";

/**
 * Saves the workbook as an .xlsx file.
 *
 * @param spreadsheet - The workbook.
 * @param charts - Its charts.
 * @returns What to say about it.
 */
export async function saveXlsx(
  spreadsheet: Spreadsheet,
  charts: readonly ChartPlan[],
): Promise<string> {
  const book = bookOf(spreadsheet);
  download("rotation.xlsx", new Blob([await makeXlsx(book, charts)]));
  const ours = book.sheets
    .flatMap(({ cells }) => cells)
    .filter(({ formula }) => /\bRV\./i.test(formula ?? ""));
  return words.saved("rotation.xlsx", ours.length, savingLosses(book));
}

/**
 * Saves the values of the workbook as an .xlsx file, for somebody without the add-in.
 *
 * @param spreadsheet - The workbook.
 * @param charts - Its charts.
 * @returns What to say about it.
 */
export async function saveValues(
  spreadsheet: Spreadsheet,
  charts: readonly ChartPlan[],
): Promise<string> {
  const book = valuesOnly(bookOf(spreadsheet));
  download("rotation-values.xlsx", new Blob([await makeXlsx(book, charts)]));
  return words.savedValues("rotation-values.xlsx", savingLosses(book));
}

/**
 * Saves the sheet that is shown as a .csv file.
 *
 * @param spreadsheet - The workbook.
 * @returns What to say about it.
 * @throws {FileRefused} when the sheet reaches too far.
 */
export function saveCsv(spreadsheet: Spreadsheet): string {
  const { sheets, styles, shown } = bookOf(spreadsheet);
  const sheet = sheets.find(({ name }) => name === shown);
  if (sheet === undefined) throw new FileRefused("no sheet is shown");
  const { text, ...written } = csvText(sheet, styles);
  download(`${sheet.name}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
  return words.savedSheet(`${sheet.name}.csv`, written);
}

/**
 * Saves what the browser kept and the page cannot show, for somebody who can read it.
 *
 * @param data - Anything.
 */
export function saveData(data: unknown): void {
  download("rotation-kept.json", new Blob([dataText(data)], { type: "application/json" }));
}

function dataText(data: unknown): string {
  const seen = new Set<unknown>();
  const known = (_: string, value: unknown): unknown => {
    if (typeof value === "bigint") return String(value);
    if (value instanceof Map || value instanceof Set) return [...value];
    if (typeof value !== "object" || value === null) return value;
    // JSON has no place for an object that holds itself.
    if (seen.has(value)) return "(see above)";
    seen.add(value);
    return value;
  };
  return JSON.stringify(data, known, 1);
}

function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
