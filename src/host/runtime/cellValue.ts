/** An error in a cell, with the words that belong to it. */
export interface CellError {
  /** Excel's code, such as `#VALUE!`. */
  readonly error: string;
  /** Why; empty when no reason was given. */
  readonly message: string;
}

/** What one cell holds; `null` is a blank cell. */
export type EngineValue = number | string | boolean | null | CellError;

/** A rectangle of cells, row by row, every row equally long. */
export type CellTable = readonly (readonly EngineValue[])[];

/**
 * Whether a cell holds an error.
 * @param value - What the cell holds.
 * @returns True for an error.
 */
export function isCellError(value: EngineValue): value is CellError {
  return typeof value === "object" && value !== null;
}
