/* What a file or a table holds, as a cell of the worksheet holds it. */
import type { Written } from "../assumptions/humanValues";
import { textOf } from "./plainText";

/** What the worksheet takes for a plain number when it is typed into a cell. */
const PLAIN_NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/**
 * A value of a file as a cell holds it.
 *
 * @param held - A text of CSV, a value of JSON or of Parquet.
 * @returns A number where a cell would hold one; null for none; a column of cells for a list.
 */
export function cellOf(held: unknown): Cell {
  switch (typeof held) {
    case "number":
    case "boolean":
      return held;
    case "string":
      return numberIn(held) ?? held;
    case "bigint":
      return Number(held);
    case "object":
      return Array.isArray(held) ? held.map(cellOf) : textOf(held);
    default:
      return null;
  }
}

/** The number that a text is; null where it is none, or too large for a cell. */
function numberIn(text: string): number | null {
  const value = PLAIN_NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** What a row has of a term: a cell; a column of them where several rows of the file are one. */
export type Cell = Written | null | readonly Cell[];

/** Cells of a column: all of them numbers, or as they are. */
export type Cells = Float64Array | readonly Cell[];

/**
 * A column's values as cells; where all are numbers, in a form that travels between threads at once.
 *
 * @param held - The values.
 * @returns The cells.
 */
export function cellsOf(held: readonly unknown[]): Cells {
  const numbers = new Float64Array(held.length);
  for (let i = 0; i < held.length; i++) {
    const cell = cellOf(held[i]);
    if (typeof cell !== "number") return held.map(cellOf);
    numbers[i] = cell;
  }
  return numbers;
}
