/* Puts the rows of a CSV file into a sheet of a workbook, before it is calculated. */
import { cellA1 } from "../../workbook/a1";
import type { BookCell } from "../../workbook/book";
import { FileRefused } from "../../xlsx/fileRefused";
import type { FileSheet, FormulaFile } from "../../xlsx/fileFormulas";
import type { EngineValue } from "../../host/runtime/cellValue";
import type { SheetContent } from "../../host/sheetContent";
import { addEdit, type CellChange, type Edits } from "./changes";

/** A file with other values in it. */
export interface WithData {
  readonly file: FormulaFile;
  /** What changes, by sheet. */
  readonly edits: ReadonlyMap<string, Edits>;
  readonly changes: readonly CellChange[];
}

/**
 * Puts rows into sheets.
 *
 * @param file - The file.
 * @param data - The rows by sheet, from A1 on; the columns that they fill hold nothing else below them.
 * @returns The file with them.
 * @throws {FileRefused} for a sheet that there is not, or a formula where a row would go.
 */
export function withData(file: FormulaFile, data: readonly SheetContent[]): WithData {
  const edits = new Map<string, Edits>();
  const changes: CellChange[] = [];
  const sheets = new Map(file.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  for (const { name, cells = [] } of data) {
    const sheet = sheets.get(name.toUpperCase());
    if (sheet === undefined) {
      const names = file.sheets.map((one) => one.name).join(", ");
      throw new FileRefused(`--data ${name}: there is no such sheet; the sheets are ${names}`);
    }
    const filled = filledSheet(sheet, cells);
    sheets.set(name.toUpperCase(), filled.sheet);
    edits.set(sheet.name, filled.edits);
    changes.push(...filled.changes);
  }
  const all = [...sheets.values()];
  const book = {
    ...file.book,
    sheets: file.book.sheets.map((one) => {
      const sheet = all.find(({ name }) => name === one.name);
      return sheet && edits.has(one.name) ? { ...one, cells: cellsOf(sheet) } : one;
    }),
  };
  return { file: { ...file, book, sheets: all }, edits, changes };
}

const cellsOf = ({ cells }: FileSheet): BookCell[] =>
  [...cells.values()].flatMap((line) => [...line.values()]);

function filledSheet(
  sheet: FileSheet,
  rows: readonly (readonly EngineValue[])[],
): { sheet: FileSheet; edits: Edits; changes: CellChange[] } {
  const cells = new Map([...sheet.cells].map(([row, line]) => [row, new Map(line)]));
  const edits: Edits = new Map();
  const changes: CellChange[] = [];
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const last = Math.max(rows.length - 1, ...cells.keys());
  for (let row = 0; row <= last; row++) {
    for (let column = 0; column < width; column++) {
      const there = cells.get(row)?.get(column);
      const given = rows[row]?.[column] ?? null;
      const value = typeof given === "object" ? null : given;
      if (there?.formula !== undefined || there?.spilled) {
        if (row >= rows.length) continue;
        throw new FileRefused(
          `--data ${sheet.name}: ${cellA1(row + 1, column + 1)} has a formula; a row of the file must not go there`,
        );
      }
      const old = there === undefined || there.value === "" ? null : there.value;
      if (old === value) continue;
      const line = cells.get(row) ?? new Map<number, BookCell>();
      cells.set(row, line.set(column, { ...there, row, column, value: value ?? "" }));
      const edit = { value, isLikeAbove: true };
      addEdit(edits, row, column, edit);
      changes.push({ sheet: sheet.name, row, column, old, new: value });
    }
  }
  return { sheet: { ...sheet, cells }, edits, changes };
}
