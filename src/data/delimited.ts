import Papa from "papaparse";
import { invalid } from "../calc/errors";
import type { LongWork } from "./slicedWork";
import { readRecords } from "./records";
import { requireRows, requireSize, tableOf, type TextTable } from "./textTable";
import { whyUnreadable } from "./sentenceParts";

/** Characters by which the delimiter is found. */
const SAMPLE = 20_000;

/** The line by which a file tells Excel what separates its fields. */
const SEPARATOR_LINE = /^"?sep=([^\n"])"?[;,\t ]*\n/i;

/** What separates fields, in words. */
const DELIMITERS = new Map([
  ["\t", "tabs"],
  [";", "semicolons"],
  ["|", "vertical bars"],
  [",", "commas"],
  [" ", "blanks"],
]);

/** The fields of a delimited text as they are written. */
export interface Records {
  /** A blank line is a record of one blank field. */
  readonly records: readonly (readonly string[])[];
  /** The line of each record, from 1. */
  readonly lines: readonly number[];
  readonly delimiter: string;
}

/**
 * Reads the fields of a delimited text: a CSV file, or what was pasted.
 *
 * @param text - The text; a byte order mark is skipped, and all three kinds of line end count.
 * @param source - What sentences call it, for example the file's name.
 * @param options - News and a way to stop.
 * @returns Its records.
 * @throws CalcError `invalid` when it is too large or has an open quote; the signal's reason when it
 * was stopped.
 */
export async function recordsOf(
  text: string,
  source: string,
  options: LongWork = {},
): Promise<Records> {
  requireSize(source, text.length);
  if (text.includes("\0")) {
    throw invalid(
      `${source} is not plain text; it must be a CSV file: save the sheet as CSV, or copy its cells and paste them`,
    );
  }
  // Files that two systems have written hold both kinds of line end, and every line must count.
  const whole = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const said = SEPARATOR_LINE.exec(whole);
  const plain = said === null ? whole : whole.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(plain.slice(0, SAMPLE));
  const body = delimiter === " " ? plain.replace(/^[ ]+|[ ]+$/gm, "").replace(/ +/g, " ") : plain;
  const records: string[][] = [];
  const lines: number[] = [];
  let line = said === null ? 1 : 2;
  await readRecords(body, delimiter, options, (record, code) => {
    if (code !== null) throw invalid(`${source}, line ${line}: ${whyUnreadable(code)}`);
    requireRows(source, records.length + 1);
    records.push(record);
    lines.push(line);
    line += 1 + record.reduce((breaks, field) => breaks + breaksIn(field), 0);
  });
  return { records, lines, delimiter };
}

/**
 * Reads a delimited text as a table.
 *
 * @param text - The text.
 * @param source - What sentences call it, for example the file's name.
 * @param options - News and a way to stop.
 * @returns Its rows.
 * @throws CalcError `invalid` when it is too large, empty or has an open quote; the signal's reason
 * when it was stopped.
 */
export async function readDelimited(
  text: string,
  source: string,
  options: LongWork = {},
): Promise<TextTable> {
  const { records, lines, delimiter } = await recordsOf(text, source, options);
  const trimmed = records.map((record) => record.map((field) => field.trim()));
  const facts = records.some((record) => record.length > 1)
    ? [`fields are separated by ${DELIMITERS.get(delimiter) ?? delimiter}`]
    : [];
  return tableOf(trimmed, (i) => lines[i] ?? 0, { source, place: "line", decimal: null, facts });
}

/**
 * The character between fields. A comma comes last, because it also stands inside numbers: a file
 * that separates by semicolons has as many commas when its decimal sign is one.
 */
function delimiterOf(sample: string): string {
  for (const delimitersToGuess of [["\t"], [";"], ["|"], [","]]) {
    const { errors, meta } = Papa.parse<string[]>(sample, {
      delimitersToGuess,
      newline: "\n",
      preview: 50,
      skipEmptyLines: true,
    });
    if (!errors.some(({ code }) => code === "UndetectableDelimiter")) return meta.delimiter;
  }
  return /^ *\S+ +\S/m.test(sample) && !sample.includes(",") ? " " : ",";
}

const breaksIn = (field: string): number =>
  field.includes("\n") ? field.split("\n").length - 1 : 0;
