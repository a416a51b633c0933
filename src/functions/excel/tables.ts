/* Results of several rows with named columns. */
import { readFlag } from "../../assumptions/humanValues";
import { missing } from "../../calc/errors";
import { optional } from "./oneCell";
import type { Argument } from "./grid";
import { excelError, finiteCell, type ResultCell } from "./results";

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
  value === null ? notThere(why) : finiteCell(value);

/**
 * Series of the same rows, a column each.
 *
 * @param why - Says what a missing value lacks.
 * @param series - One or more, NaN where missing.
 * @returns The cells to spill; #N/A where missing.
 */
export function columns(
  why: string,
  ...series: readonly [Float64Array, ...Float64Array[]]
): ResultCell[][] {
  const lacking = notThere(why);
  return Array.from(series[0], (_, t) =>
    series.map((values) => {
      const value = values[t] as number;
      return Number.isNaN(value) ? lacking : finiteCell(value);
    }),
  );
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
