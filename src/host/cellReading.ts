import { CellValueType, type ICellData } from "@univerjs/core";
import type { IArrayFormulaUnitCellType } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { rectangleOf } from "../workbook/a1";
import { cellKey } from "./cellKey";
import type { CellValue } from "./cellValue";
import type { ErrorMessages } from "./errorMessages";
import { UNIT_ID } from "./sheetContent";

/** What the engine knows beside the cells' own values. */
export interface CellSources {
  /** Values that formulas spill into other cells. */
  readonly spilled: IArrayFormulaUnitCellType;
  readonly messages: ErrorMessages;
}

/**
 * Reads cells at full precision; the engine's usual reading keeps 12 digits.
 * @param worksheet - The sheet.
 * @param a1 - The range, such as `A1:B3`; cells beyond the sheet's size are blank.
 * @param sources - Spilled values and the errors' words.
 * @returns The cells, errors with their words.
 */
export function readCells(
  worksheet: FWorksheet,
  a1: string,
  { spilled, messages }: CellSources,
): CellValue[][] {
  const { row: top, column: left, rows: height, columns: width } = rectangleOf(a1);
  const matrix = worksheet.getSheet().getCellMatrix();
  const sheetId = worksheet.getSheetId();
  const rows: CellValue[][] = [];
  for (let row = top - 1; row < top - 1 + height; row++) {
    const cells: CellValue[] = [];
    for (let column = left - 1; column < left - 1 + width; column++) {
      const own = matrix.getValue(row, column);
      const data = own?.v == null ? spilled[UNIT_ID]?.[sheetId]?.[row]?.[column] : own;
      const value = valueOf(data ?? null);
      cells.push(
        typeof value === "string" && IS_ERROR.test(value)
          ? messages.at(cellKey({ unitId: UNIT_ID, sheetId, row, column }), value)
          : value,
      );
    }
    rows.push(cells);
  }
  return rows;
}

/** `#N/A`, `#VALUE!`, `#NAME?` and the like, as the engine stores them in cells. */
const IS_ERROR = /^#(N\/A|[A-Z0-9/_]+[!?])$/;

/** The engine stores TRUE as 1 of type boolean. */
function valueOf(data: ICellData | null): string | number | boolean | null {
  const value = data?.v ?? null;
  return data?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}
