import { SHEET_LIMITS } from "../../workbook/limits";
import type { CellTable, EngineValue } from "./cellValue";
import { codeOf, ErrorCode, messageOf } from "./customFunctions";

/** What a function's run comes to in the grid: one value, or a rectangle that spills. */
export type FunctionResult = EngineValue | CellTable;

/**
 * Turns what a function returned into cells.
 *
 * Microsoft's runtime sends `null` for anything that is no value inside a matrix, and Excel then
 * shows 0: a silent wrong number. Here it is an error with words, and a ragged table is refused.
 *
 * @param returned - What the function returned, or what its promise came to.
 * @param name - The function's name, for the words.
 * @returns One cell, or equally long rows of cells.
 */
export function toFunctionResult(returned: unknown, name: string): FunctionResult {
  if (!Array.isArray(returned)) return toCell(returned, () => `${name} returned`);
  const rows: readonly unknown[] = returned;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0) return refuse(`${name} returned an empty table or a list; it must return rows`);
  if (rows.length > SHEET_LIMITS.rows || width > SHEET_LIMITS.columns) {
    return refuse(`${name} returned ${rows.length} × ${width} cells; a sheet is smaller`);
  }
  const table: EngineValue[][] = [];
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== width) {
      const size = Array.isArray(row) ? `${row.length} cells` : "no cells";
      return refuse(`${name} returned ${size} in row ${i + 1}; it must be ${width}`);
    }
    const cells: EngineValue[] = [];
    // Not map: a hole in a sparse row is a missing value like any other.
    for (const value of row as readonly unknown[]) {
      const column = cells.length + 1;
      cells.push(toCell(value, () => `row ${i + 1}, column ${column}: ${name} returned`));
    }
    table.push(cells);
  }
  return table;
}

/**
 * Turns what a function threw into an error cell.
 *
 * @param thrown - What it threw, or what its promise was rejected with.
 * @returns The error, with the thrower's words.
 */
export function toErrorCell(thrown: unknown): EngineValue {
  return { error: codeOf(thrown), message: messageOf(thrown) };
}

/** The words are made only for a value that is refused. */
function toCell(value: unknown, returned: () => string): EngineValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      if (Number.isNaN(value)) return refuse(`${returned()} NaN; it must be a number`);
      return {
        error: ErrorCode.invalidNumber,
        message: `${returned()} ${value}; it must be a finite number`,
      };
    case "object":
      if (value instanceof Error) return toErrorCell(value);
      // Excel's formatted numbers and entities carry the value of the cell here.
      if (value !== null && "basicValue" in value) return toCell(value.basicValue, returned);
  }
  return refuse(`${returned()} ${value === null ? "null" : typeof value}; it must be a value`);
}

const refuse = (message: string): EngineValue => ({ error: ErrorCode.invalidValue, message });
