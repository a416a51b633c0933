/* The rows of a CSV file, read as they come. */
import Papa from "papaparse";
import { count, whyUnreadable } from "../../../data/sentenceParts";
import { Stopped } from "../stopped";
import { linesIn } from "./textPieces";

/** No row is longer: a quote has been left open. */
const LONGEST_ROW = 4_000_000;

const DELIMITERS = [",", ";", "\t", "|"];

/** What the parser gives; its types say nothing of it. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  /** Where the row begins that is not whole yet. */
  readonly meta: { readonly cursor: number };
}

/**
 * Reads the rows of a CSV text.
 *
 * @param pieces - The text, with \n at the end of each line.
 * @param source - What sentences call it.
 * @param delimiter - What stands between fields; found in the first line where it is null.
 * @param width - Fields of a row; those of the first row where it is null.
 * @returns Rows of fields, some at a time; lines without any text are left out.
 * @throws {Stopped} for a row that cannot be read or has other fields, with its line.
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  source: string,
  delimiter: string | null = null,
  width: number | null = null,
): AsyncGenerator<string[][]> {
  let rest = "";
  let line = 1;
  let [fields, between] = [width, delimiter];
  const rowsOf = (text: string, isLast: boolean): string[][] => {
    between ??= delimiterOf(text);
    const parser = new Papa.Parser({ delimiter: between, newline: "\n", quoteChar: '"' });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    const lineOf = (row: number) =>
      data.slice(0, row).reduce((sum, record) => sum + 1 + linesIn(record.join("")), line);
    const [error] = errors;
    if (error !== undefined) {
      const at = error.row ?? data.length;
      throw new Stopped(`${source}, line ${lineOf(at)}: ${whyUnreadable(error.code)}`);
    }
    fields ??= data[0]?.length ?? null;
    const rows = data.filter((record, i) => {
      if (record.length === fields) return record.length > 1 || record[0] !== "";
      if (record.length === 1 && record[0] === "") return false;
      throw new Stopped(
        `${source}, line ${lineOf(i)}: ${count(record.length, "field")}; there must be ${fields ?? 0}, as in the header`,
      );
    });
    const end = isLast ? text.length : meta.cursor;
    rest = text.slice(end);
    line += linesIn(text.slice(0, end));
    return rows;
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    if (!piece.includes("\n")) rest = text;
    else yield rowsOf(text, false);
    if (rest.length > LONGEST_ROW) {
      throw new Stopped(`${source}, line ${line}: ${whyUnreadable("MissingQuotes")}`);
    }
  }
  if (rest !== "") yield rowsOf(rest, true);
}

/**
 * What separates the fields of a header.
 *
 * @param text - A text that begins with it.
 * @returns The sign that stands most often in the first line; a comma where none does.
 */
export function delimiterOf(text: string): string {
  const [header = ""] = text.split("\n", 1);
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((sign) => bare.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}
