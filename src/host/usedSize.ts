import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { UNIT_ID } from "./repairs/unitId";
import type { Spreadsheet } from "./spreadsheet";

/**
 * How many rows and columns from A1 on hold something; the engine's own count leaves out what
 * formulas spill into cells that hold nothing themselves.
 *
 * @param spreadsheet - The spreadsheet.
 * @param worksheet - One of its sheets.
 * @returns The numbers of rows and columns; formatted empty cells count.
 */
export function usedSize(
  spreadsheet: Spreadsheet,
  worksheet: FWorksheet,
): { readonly rows: number; readonly columns: number } {
  const size = { rows: worksheet.getLastRow() + 1, columns: worksheet.getLastColumn() + 1 };
  const spills = spreadsheet.service(FormulaDataModel).getArrayFormulaRange()[UNIT_ID] ?? {};
  const rows: Record<number, Record<number, IRange | null>> = spills[worksheet.getSheetId()] ?? {};
  for (const row of Object.values(rows)) {
    for (const spill of Object.values(row)) {
      if (spill === null) continue;
      size.rows = Math.max(size.rows, spill.endRow + 1);
      size.columns = Math.max(size.columns, spill.endColumn + 1);
    }
  }
  return size;
}
