/* A workbook's file with the results of its formulas calculated again. */
import type { Calculator } from "../../host/calculatedBook";
import { editedSheet } from "../../xlsx/editSheet";
import { FileParts } from "../../xlsx/fileParts";
import { FileRefused } from "../../xlsx/fileRefused";
import { formulaFile } from "../../xlsx/fileFormulas";
import { readBook } from "../../xlsx/readXlsx";
import { unpackXlsx } from "../../xlsx/zipCheck";
import { withParts } from "../../xlsx/zipParts";
import type { SheetContent } from "../../host/sheetContent";
import type { BookCell } from "../../workbook/book";
import { calculated } from "./calculation";
import { sheetChanges, type CellChange } from "./changes";
import { withData } from "./dataIn";
import type { CellAt } from "./places";

/** A formula that keeps its last value. */
export interface RefusedCell extends CellAt {
  readonly kept: BookCell["value"] | null;
  readonly reason: string;
}

/** What became of a file. */
export interface Recalculated {
  /** The new file; the same bytes where nothing changes. */
  readonly bytes: Uint8Array;
  readonly formulas: number;
  readonly changes: readonly CellChange[];
  readonly refused: readonly RefusedCell[];
}

/**
 * Calculates the formulas of a file again.
 *
 * @param file - The bytes of an .xlsx or .xlsm file.
 * @param data - Rows for sheets of the file, put into them before.
 * @param calculator - The engine and the functions.
 * @returns The file with its new values; all else in it has the bytes that it had.
 * @throws {FileRefused} when it is no such file, beyond a limit, or of a kind that is calculated otherwise.
 */
export async function recalculated(
  file: Uint8Array,
  data: readonly SheetContent[],
  calculator: Calculator,
): Promise<Recalculated> {
  const parts = new FileParts(await unpackXlsx(file));
  const given = withData(formulaFile(parts, readBook(parts)), data);
  const formulas = given.file;
  if (formulas.isFrom1904) {
    throw new FileRefused(
      "the workbook counts days from 1904, and which of its numbers are days cannot be told; " +
        "it must count from 1900 (Excel: Options, Advanced)",
    );
  }
  if (formulas.isRounded) {
    throw new FileRefused(
      "the workbook calculates with what its cells show (precision as displayed); it must use their full values (Excel: Options, Advanced)",
    );
  }
  const { results, refused } = await calculated(formulas, calculator);
  const changed = new Map<string, string>();
  const changes: CellChange[] = [...given.changes];
  for (const sheet of formulas.sheets) {
    const own = results.filter(({ formula }) => formula.sheet === sheet.name);
    const found = sheetChanges(sheet, own, given.edits.get(sheet.name));
    changes.push(...found.changes);
    if (found.edits.size === 0) continue;
    if (/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8)/i.test(sheet.xml)) {
      throw new FileRefused(`the part ${sheet.part} is not in UTF-8; only such a part is changed`);
    }
    changed.set(sheet.part.toLowerCase(), editedSheet(sheet.part, sheet.xml, found.edits));
  }
  const sheetOf = new Map(formulas.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    bytes: changed.size === 0 ? file : withParts(file, changed),
    formulas: formulas.sheets.reduce((sum, sheet) => sum + sheet.formulas.length, 0),
    changes,
    refused: refused.map(({ formula: { sheet, row, column }, reason }) => ({
      ...{ sheet, row, column, reason },
      kept: sheetOf.get(sheet)?.cells.get(row)?.get(column)?.value ?? null,
    })),
  };
}
