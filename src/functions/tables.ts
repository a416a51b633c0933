/* Results of several rows with named columns. */
import { readFlag } from "../assumptions/written";
import { missing } from "../calc/errors";
import { optional } from "./cell";
import type { Argument } from "./grid";
import { excelError, finite, type ResultCell } from "./results";

/**
 * A cell without a value: #N/A, which charts skip and IFNA catches.
 *
 * @param why - Says what is missing.
 * @returns The error as a cell holds it.
 */
export const notThere = (why: string): CustomFunctions.Error => excelError(missing(why));

/**
 * A number, or #N/A with words where there is none.
 *
 * @param value - The number; null where there is none.
 * @param why - Says what is missing.
 * @returns The cell.
 */
export const numberOr = (value: number | null, why: string): ResultCell =>
  value === null ? notThere(why) : finite(value);

/**
 * A series as one column.
 *
 * @param values - The series, NaN where missing.
 * @param why - Says what a missing row lacks.
 * @returns The cells to spill; #N/A where missing.
 */
export function column(values: Float64Array, why: string): ResultCell[][] {
  const lacking = notThere(why);
  return Array.from(values, (value) => [Number.isNaN(value) ? lacking : finite(value)]);
}

/**
 * A table.
 *
 * @param names - The names of its columns.
 * @param rows - Its rows, at least one, as wide as the names.
 * @param headings - The `headings` argument: TRUE puts the names on top; FALSE when omitted.
 * @returns The cells to spill.
 */
export function table(
  names: readonly string[],
  rows: readonly (readonly ResultCell[])[],
  headings: Argument,
): any[][] {
  const cells = rows.map((row) => [...row]);
  return optional(headings, "headings", readFlag, false) ? [[...names], ...cells] : cells;
}
