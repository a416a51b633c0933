/* A delimited file as the cells of a sheet: every row of it, with its dates and numbers read. */
import { quoted } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { atOnce } from "../calc/numeric/sliced";
import type { Century } from "./century";
import { guardedText, type CsvCell } from "./csv";
import { dateColumns, isDate } from "./dateColumns";
import { centuryOf, dateOrder, periodRepair } from "./dateOrder";
import { readDateText } from "./dateText";
import { decimalSign } from "./decimalSign";
import { recordsOf } from "./delimited";
import { isMissing, readNumberText } from "./numberText";

/** The cells of a file. */
export interface SheetOfText {
  /** All equally long; `null` is a blank cell. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** The columns, from 0, in which dates stand. */
  readonly dateColumns: readonly number[];
  /** What was found out and what was left as text, in sentences. */
  readonly facts: readonly string[];
}

/** A sheet may have as many cells. */
const MOST_CELLS = 2_000_000;

/** Turns a trimmed field of a column into a cell; null where it is text. */
type CellReader = (field: string) => number | null;

/**
 * Reads a file as a sheet, each column by what most of it is. Nothing is left out: titles, footers and
 * what cannot be read are text; so is a column that has two readings, which is said.
 *
 * @param text - The file's text.
 * @param source - The file's name, for the messages.
 * @param whoCanAnswer - "nobody" refuses a file with a column that has two readings.
 * @returns The cells.
 * @throws CalcError `invalid` when it is too large, empty or has an open quote; for nobody also when a
 *   question is open, and when a row of values lacks a field.
 */
export async function sheetOfText(
  text: string,
  source: string,
  whoCanAnswer: "reader" | "nobody" = "reader",
): Promise<SheetOfText> {
  const { records, delimiter, lines } = await recordsOf(text, source);
  const filled = records.filter((record) => record.length > 1 || record[0]?.trim() !== "");
  const width = filled.reduce((widest, record) => Math.max(widest, record.length), 0);
  if (width === 0) throw invalid(`${source} is empty; it must have a header and rows`);
  if (filled.length * width > MOST_CELLS) {
    throw invalid(
      `${source} has ${filled.length} rows of ${width} columns; it must have at most ${MOST_CELLS} cells`,
    );
  }
  const trimmed = filled.map((record) => record.map((field) => field.trim()));
  const { at, areNumbers } = dateColumns(trimmed, width);
  // Series with calendars of their own end where they end.
  if (whoCanAnswer === "nobody" && at.length < 2) requireWhole(records, lines, source);
  const dates = new Set(areNumbers ? [] : at);
  const facts: string[] = [];
  const ask = (name: string, about: string): void => {
    if (whoCanAnswer === "nobody") throw invalid(`${source}, column ${quoted(name)}: ${about}`);
    facts.push(`${quoted(name)} is left as text: ${about}`);
  };
  const readers = Array.from({ length: width }, (_, column): CellReader => {
    const fields = trimmed.flatMap((record) => {
      const field = record[column] ?? "";
      return isMissing(field) ? [] : [field];
    });
    const name = trimmed[0]?.[column] ?? "";
    const found = dates.has(column)
      ? dateReader(fields, name, facts, ask)
      : numberReader(fields, name, delimiter, ask);
    if (found === null) dates.delete(column);
    return found ?? (() => null);
  });
  const rows = filled.map((record) =>
    readers.map((read, column) => cellOf(record[column] ?? "", read)),
  );
  return { rows, dateColumns: [...dates], facts };
}

/** Refuses a row that begins with a value and does not have the fields of the first row. */
function requireWhole(
  records: readonly (readonly string[])[],
  lines: readonly number[],
  source: string,
): void {
  const [{ length } = []] = records;
  for (const [i, record] of records.entries()) {
    const [first = ""] = record;
    if (record.length === length || !/^\s*[-+(]?\d/.test(first)) continue;
    // A title above the headings has fewer fields than they have.
    if (records.slice(0, i).some((one) => one.length === record.length)) continue;
    throw invalid(
      `${source}, line ${lines[i] ?? 0}: ${record.length} fields; there must be ${length}, as in the header`,
    );
  }
}

/** Takes the name of a column and the question that it leaves open. */
type Ask = (name: string, about: string) => void;

function cellOf(field: string, read: CellReader): CsvCell {
  const guarded = guardedText(field);
  if (guarded !== null) return guarded;
  const text = field.trim();
  if (text === "") return null;
  const word = text.toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  return read(text) ?? field;
}

function dateReader(
  all: readonly string[],
  name: string,
  facts: string[],
  ask: Ask,
): CellReader | null {
  const fields = all.filter((field) => isDate(field, false));
  const order = atOnce(dateOrder(fields));
  if (order === null) return null;
  const { form, question } = order;
  const century = question === null ? atOnce(centuryOf(fields, form)) : null;
  const asked = question ?? (century?.shown === null ? century : null);
  if (asked !== null) {
    ask(name, asked.about);
    return null;
  }
  const repair = periodRepair(form);
  if (repair !== null) facts.push(`${quoted(name)}: ${repair}`);
  return (field) => readDateText(field, form, (century?.shown ?? undefined) as Century | undefined);
}

function numberReader(
  fields: readonly string[],
  name: string,
  delimiter: string,
  ask: Ask,
): CellReader {
  const { sign, question } = atOnce(decimalSign(fields));
  // A file that commas separate has dots in its numbers, or quotes around them.
  if (question !== null && delimiter !== ",") {
    ask(name, question.about);
    return () => null;
  }
  return (field) => {
    const number = readNumberText(field, sign);
    // A percent sign or bp is part of the text: the cell alone would not say its unit.
    return number === null || number.suffix !== "" ? null : number.value;
  };
}
