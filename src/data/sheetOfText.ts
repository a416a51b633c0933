/* A delimited file as the cells of a sheet: every row of it, with its dates and numbers read. */
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
import { inQuotes } from "./words";

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
 * @returns The cells.
 * @throws CalcError `invalid` when it is too large, empty or has an open quote.
 */
export async function sheetOfText(text: string, source: string): Promise<SheetOfText> {
  const { records, delimiter } = await recordsOf(text, source);
  const filled = records.filter((record) => record.length > 1 || record[0]?.trim() !== "");
  const width = filled.reduce((widest, record) => Math.max(widest, record.length), 0);
  if (width === 0) throw invalid(`${source} is empty; a header and rows were expected`);
  if (filled.length * width > MOST_CELLS) {
    throw invalid(
      `${source} has ${filled.length} rows of ${width} columns; at most ${MOST_CELLS} cells were expected`,
    );
  }
  const trimmed = filled.map((record) => record.map((field) => field.trim()));
  const { at, areNumbers } = dateColumns(trimmed, width);
  const dates = new Set(areNumbers ? [] : at);
  const facts: string[] = [];
  const readers = Array.from({ length: width }, (_, column): CellReader => {
    const fields = trimmed.flatMap((record) => {
      const field = record[column] ?? "";
      return isMissing(field) ? [] : [field];
    });
    const name = trimmed[0]?.[column] ?? "";
    const found = dates.has(column)
      ? dateReader(fields, name, facts)
      : numberReader(fields, name, delimiter, facts);
    if (found === null) dates.delete(column);
    return found ?? (() => null);
  });
  const rows = filled.map((record) =>
    readers.map((read, column) => cellOf(record[column] ?? "", read)),
  );
  return { rows, dateColumns: [...dates], facts };
}

function cellOf(field: string, read: CellReader): CsvCell {
  const guarded = guardedText(field);
  if (guarded !== null) return guarded;
  const text = field.trim();
  if (text === "") return null;
  const word = text.toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  return read(text) ?? field;
}

function dateReader(all: readonly string[], name: string, facts: string[]): CellReader | null {
  const fields = all.filter((field) => isDate(field, false));
  const order = atOnce(dateOrder(fields));
  if (order === null) return null;
  const { form, question } = order;
  const century = question === null ? atOnce(centuryOf(fields, form)) : null;
  const asked = question ?? (century?.shown === null ? century : null);
  if (asked !== null) {
    facts.push(`${inQuotes(name)} is left as text: ${asked.about}`);
    return null;
  }
  const repair = periodRepair(form);
  if (repair !== null) facts.push(`${inQuotes(name)}: ${repair}`);
  return (field) => readDateText(field, form, (century?.shown ?? undefined) as Century | undefined);
}

function numberReader(
  fields: readonly string[],
  name: string,
  delimiter: string,
  facts: string[],
): CellReader {
  const { sign, question } = atOnce(decimalSign(fields));
  // A file that commas separate has dots in its numbers, or quotes around them.
  if (question !== null && delimiter !== ",") {
    facts.push(`${inQuotes(name)} is left as text: ${question.about}`);
    return () => null;
  }
  return (field) => {
    const number = readNumberText(field, sign);
    // A percent sign or bp is part of the text: the cell alone would not say its unit.
    return number === null || number.suffix !== "" ? null : number.value;
  };
}
