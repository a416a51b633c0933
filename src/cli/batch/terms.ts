/* The columns by which a row says what it is, and what a file's value is as a cell of the worksheet. */
import type { Written } from "../../assumptions/humanValues";
import { quoted } from "../../assumptions/humanValues";
import { nearest } from "../../calc/numeric/nearest";
import { Stopped } from "./stopped";
import { textOf } from "./write/plainText";

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

/** Where the columns of the terms stand. */
export type TermPlaces = ReadonlyMap<string, number>;

/**
 * Finds the columns of terms by name.
 *
 * @param columns - The source's columns.
 * @param terms - Names of terms, with whether each is needed.
 * @param renamed - What the source calls a term that has another name there.
 * @param source - What sentences call the source.
 * @returns Where each term stands that is there.
 * @throws {Stopped} for two columns of one name, and for a needed term without a column.
 */
export function placesOf(
  columns: readonly string[],
  terms: ReadonlyMap<string, boolean>,
  renamed: ReadonlyMap<string, string>,
  source: string,
): TermPlaces {
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice !== undefined) {
    throw new Stopped(`${source} has two columns ${quoted(twice)}; each name must stand once`);
  }
  for (const term of renamed.keys()) {
    if (terms.has(term)) continue;
    const known = [...terms.keys()].join(", ");
    throw new Stopped(`--map ${term}: there is no term ${term}; it must be one of ${known}`);
  }
  const places = new Map<string, number>();
  for (const [term, isNeeded] of terms) {
    const name = renamed.get(term) ?? term;
    const at = columns.indexOf(name);
    if (at >= 0) places.set(term, at);
    else if (isNeeded || renamed.has(term)) {
      throw new Stopped(noColumn(source, name, term, columns));
    }
  }
  return places;
}

function noColumn(source: string, name: string, term: string, columns: readonly string[]): string {
  const found = columns.map(quoted).join(", ");
  const near = nearest(name, columns);
  const help = near === null ? "" : `; did you mean --map ${term}=${near}?`;
  return `${source} has no column ${name}; its columns are ${found}${help}`;
}
