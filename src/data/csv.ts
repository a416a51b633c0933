import Papa from "papaparse";
import { serialFromIso } from "../calc/date/serial";
import { CalcError } from "../calc/errors";
import { whyUnreadable } from "./words";

/** What one cell of a CSV file becomes in a sheet; `null` is a blank cell. */
export type CsvCell = number | string | boolean | null;

/** A CSV file, read. */
export interface CsvTable {
  /** The first row as it stands; it is also the first of {@link CsvTable.rows}. */
  readonly header: readonly string[];
  /** Every row of the file, the header first, all equally long. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** The columns, from 0, in which a date stands. */
  readonly dateColumns: readonly number[];
}

/** A CSV file cannot be used; the message is a sentence with file and line. */
export class CsvError extends Error {}

/** A plain decimal number, as data sources write it; `0x10`, `Infinity` and `1_000` are texts. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads the text of a CSV file.
 *
 * Numbers become numbers, ISO dates Excel serials, TRUE and FALSE booleans, empty fields blank
 * cells; everything else is text as it stands, whatever it begins with: nothing here is a formula. An
 * apostrophe that guards a text such as `'=A1` is not part of it.
 *
 * @param text - The file's text; a byte order mark is skipped.
 * @param file - The file's name, for the messages.
 * @returns Its header and rows.
 * @throws {@link CsvError} when the file is empty, ragged or has an open quote.
 */
export function readCsv(text: string, file: string): CsvTable {
  const lines: number[] = [];
  const records: string[][] = [];
  let line = 1;
  let read = 0;
  let problem: CsvError | undefined;
  const body = text.replace(/^\uFEFF/, "");
  Papa.parse<string[]>(body, {
    delimiter: ",",
    step: ({ data, errors, meta }, parser) => {
      const [error] = errors;
      if (error) {
        problem = new CsvError(`${file}, line ${line}: ${whyUnreadable(error.code)}`);
        parser.abort();
        return;
      }
      // A blank line holds no record; at the end of a file it is usual.
      if (data.length > 1 || data[0] !== "") {
        records.push(data);
        lines.push(line);
      }
      line += lineBreaks(body, read, meta.cursor);
      read = meta.cursor;
    },
  });
  if (problem) throw problem;
  const [header] = records;
  if (!header) throw new CsvError(`${file} is empty; a header and rows were expected`);
  for (const [i, record] of records.entries()) {
    if (record.length === header.length) continue;
    throw new CsvError(
      `${file}, line ${lines[i] ?? 0}: ${record.length} fields; ` +
        `${header.length} were expected, as in the header`,
    );
  }
  return {
    header,
    rows: records.map((record) => record.map(toCell)),
    dateColumns: [...header.keys()].filter((column) =>
      records.some((record) => dateSerial(record[column]?.trim() ?? "") !== null),
    ),
  };
}

/** A text that begins like a formula, as `csvText` of the workbench guards it. */
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * The text that an apostrophe guards.
 * @param field - A field of a file.
 * @returns The text without the apostrophe; null for a field that is not guarded.
 */
export const guardedText = (field: string): string | null =>
  GUARDED.test(field) ? field.slice(1) : null;

function toCell(field: string): CsvCell {
  const guarded = guardedText(field);
  if (guarded !== null) return guarded;
  const text = field.trim();
  if (text === "") return null;
  if (NUMBER.test(text)) {
    const number = Number(text);
    if (Number.isFinite(number)) return number;
  }
  const word = text.toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  return dateSerial(text) ?? field;
}

/** A date as Excel's serial; a day that does not exist stays the text that it is. */
function dateSerial(text: string): number | null {
  try {
    return serialFromIso(text);
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}
