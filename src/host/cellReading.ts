import { CellValueType, type ICellData } from "@univerjs/core";
import type { IArrayFormulaUnitCellType } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { isErrorText, rectangleOf } from "../workbook/a1";
import { cellKey } from "./repairs/cellKey";
import type { EngineValue } from "./runtime/cellValue";
import type { ErrorMessages } from "./errorMessages";
import { textOf } from "./richText";
import { UNIT_ID } from "./repairs/unitId";

/** What the engine knows beside the cells' own values. */
export interface CellSources {
  /** Values that formulas spill into other cells. */
  readonly spilled: IArrayFormulaUnitCellType;
  readonly messages: ErrorMessages;
}

/**
 * Reads cells of a sheet one by one, at full precision; the engine's usual reading keeps 12 digits.
 * @param worksheet - The sheet.
 * @param sources - Spilled values and the errors' words.
 * @returns What gives the cell at a row and a column, from 0: errors with their words, null when blank.
 */
export function cellReader(
  worksheet: FWorksheet,
  { spilled, messages }: CellSources,
): (row: number, column: number) => EngineValue {
  const matrix = worksheet.getSheet().getCellMatrix();
  const sheetId = worksheet.getSheetId();
  return (row, column) => {
    const own = matrix.getValue(row, column);
    // A text of several lines or looks stands beside the value.
    if (own?.p && !own.f && !own.si) return textOf(own.p);
    const data = own?.v == null ? spilled[UNIT_ID]?.[sheetId]?.[row]?.[column] : own;
    const value = valueOf(data ?? null);
    return typeof value === "string" && isErrorText(value)
      ? messages.errorAt(cellKey({ unitId: UNIT_ID, sheetId, row, column }), value)
      : value;
  };
}

/**
 * Reads a rectangle of cells.
 * @param read - What gives one cell.
 * @param a1 - The range, such as `A1:B3`; cells beyond the sheet's size are blank.
 * @returns The cells, row by row.
 */
export function readCells(read: ReturnType<typeof cellReader>, a1: string): EngineValue[][] {
  const { row: top, column: left, rows: height, columns: width } = rectangleOf(a1);
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => read(top - 1 + i, left - 1 + j)),
  );
}

/** The engine stores TRUE as 1 of type boolean. */
function valueOf(data: ICellData | null): string | number | boolean | null {
  const value = data?.v ?? null;
  return data?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}
