import { SHEET_LIMITS } from "../../workbook/book";

/** An error in a cell, with the words that belong to it. */
export interface CellError {
  /** Excel's code, such as `#VALUE!`. */
  readonly error: string;
  /** Why; empty when nobody said. */
  readonly message: string;
}

/** What one cell holds; `null` is a blank cell. */
export type CellValue = number | string | boolean | null | CellError;

/** A rectangle of cells, row by row, every row equally long. */
export type CellTable = readonly (readonly CellValue[])[];

/** The most rows that a sheet of Excel has. */
export const MAX_ROWS = SHEET_LIMITS.rows;

/** The most columns that a sheet of Excel has. */
export const MAX_COLUMNS = SHEET_LIMITS.columns;

/**
 * Whether a cell holds an error.
 * @param value - What the cell holds.
 * @returns True for an error.
 */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}
