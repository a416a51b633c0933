import { invalid } from "../calc/errors";
import { count } from "./sentenceParts";

/** Fields of a file, of pasted text or of cells, before anything is made of them. */
export interface TextTable {
  /** What sentences call it, for example "spreads.csv". */
  readonly source: string;
  /** What a place in it is called: text has lines, a sheet has rows. */
  readonly place: "line" | "row";
  /** Trimmed fields; rows without any text are not in it. */
  readonly rows: readonly (readonly string[])[];
  /** The line of each row, from 1. */
  readonly lines: readonly number[];
  /** The decimal sign where it is known: numbers of cells have a dot, those of a text have to be looked at. */
  readonly decimal: "." | null;
  /** What was found out on the way, in sentences. */
  readonly facts: readonly string[];
}

/** A file may be as large as this. */
export const MOST_BYTES = 25_000_000;
/** A history may have as many rows as this; a sheet holds few more. */
export const MOST_ROWS = 1_000_000;

/**
 * Refuses a source that is too large to be a history.
 *
 * @param source - What sentences call it.
 * @param size - Its size in bytes or characters.
 * @throws CalcError `invalid` above 25 MB.
 */
export function requireSize(source: string, size: number): void {
  if (size <= MOST_BYTES) return;
  throw invalid(
    `${source} has ${(size / 1e6).toFixed(1)} MB; it must have at most ${MOST_BYTES / 1e6} MB: cut it to the columns and years that are needed`,
  );
}

/**
 * Refuses a source with too many rows to be a history.
 *
 * @param source - What sentences call it.
 * @param rows - How many rows it has.
 * @throws CalcError `invalid` above a million.
 */
export function requireRows(source: string, rows: number): void {
  if (rows <= MOST_ROWS) return;
  throw invalid(
    `${source} has more than ${count(MOST_ROWS, "row")}; a history has fewer: cut it to the years that are needed`,
  );
}

/** What a cell of a sheet holds; "" is blank, errors are their text. */
export type SheetCell = number | string | boolean;

/**
 * The cells of a sheet as a table of fields.
 *
 * @param cells - Values, row by row.
 * @param source - Where they stand, for example "Sheet1!A1:B20".
 * @param firstRow - The number of their first row in the sheet.
 * @returns The table; dates are serial numbers in it.
 * @throws CalcError `invalid` when there is nothing in the cells.
 */
export function tableOfCells(
  cells: readonly (readonly SheetCell[])[],
  source: string,
  firstRow: number,
): TextTable {
  requireRows(source, cells.length);
  const texts = cells.map((row) => row.map((cell) => String(cell).trim()));
  return tableOf(texts, (i) => firstRow + i, { source, place: "row", decimal: ".", facts: [] });
}

/**
 * Makes a table of records, without those that hold no text at all.
 *
 * @param records - Trimmed fields.
 * @param lineOf - The line of a record, by its number from 0.
 * @param about - The rest of the table.
 * @returns The table.
 * @throws CalcError `invalid` when no record holds any text.
 */
export function tableOf(
  records: readonly (readonly string[])[],
  lineOf: (record: number) => number,
  about: Omit<TextTable, "rows" | "lines">,
): TextTable {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (const [i, record] of records.entries()) {
    if (record.every((field) => field === "")) continue;
    rows.push(record);
    lines.push(lineOf(i));
  }
  if (rows.length === 0) {
    throw invalid(`${about.source} is empty; it must have rows with a date and a value`);
  }
  return { ...about, rows, lines };
}
