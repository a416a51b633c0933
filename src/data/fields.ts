import { quoted } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { readDays, type DateReading } from "./dates";
import { decimalSign, type SignOfColumn } from "./decimalSign";
import type { Frame } from "./frame";
import type { Gathering } from "./gathering";
import type { Layout, ValueColumn } from "./layout";
import { keyOf } from "./longTable";
import { isMissing, readNumberText, type DecimalSign, type WrittenNumber } from "./numberText";
import type { ReadRow } from "./repeatedDays";
import { count, linesNamed } from "./sentenceParts";

/** Date and value as they are written. */
export interface Field {
  readonly line: number;
  readonly date: string;
  readonly value: string;
  /** The day on which the value was known, as it is written; "" where the table does not say. */
  readonly known: string;
}

/**
 * Date and value of each row of a series, as they are written.
 *
 * @param frame - The table.
 * @param layout - What stands where.
 * @param column - The series.
 * @returns The fields; a row without date and value, below the end of a shorter column, is none.
 */
export function fieldsOf(frame: Frame, layout: Layout, column: ValueColumn): Field[] {
  const hasOwnDates = layout.dates.length > 1;
  return frame.rows.flatMap((row, i) => {
    if (column.key !== null && keyOf(row, layout.keys) !== column.key) return [];
    const [date = "", value = ""] = [row[column.dates], row[column.at]];
    if (hasOwnDates && isMissing(date) && isMissing(value)) return [];
    const known = layout.vintage === null ? "" : (row[layout.vintage] ?? "");
    return [{ line: frame.lines[i] ?? 0, date, value, known }];
  });
}

/** A row with its day. */
export interface DatedField {
  readonly line: number;
  readonly day: ReadRow["day"];
  readonly value: string;
  readonly known: string;
}

/** With as many rows left out, something else is wrong than a row here and there. */
const MANY = 0.1;

/**
 * Reads the dates. A row without one is left out, and named.
 *
 * @param fields - Dates and values as they are written.
 * @param reading - How the dates are written.
 * @param frame - Where they come from.
 * @param all - What was found so far.
 * @returns Rows with a day.
 * @throws CalcError `invalid` when none has one.
 */
export function* datedRows(
  fields: readonly Field[],
  reading: DateReading,
  { place, source }: Frame,
  all: Gathering,
): Sliced<DatedField[]> {
  const dated: DatedField[] = [];
  const undated: Field[] = [];
  yield* readDays(fields, reading, (field, day) => {
    if (day === null) undated.push(field);
    else dated.push({ line: field.line, day, value: field.value, known: field.known });
  });
  if (dated.length === 0) throw invalid(`${source} has no date in ${quoted(all.name)}`);
  const [first] = undated;
  if (first === undefined) return dated;
  const named = linesNamed(
    place,
    undated.map(({ line }) => line),
  );
  all.findings.push({
    at: `${place} ${first.line}`,
    problem: `the date is ${quoted(first.date)}; it must be a day of the calendar, ${reading.form}${undated.length > 1 ? `; so it is in ${named}` : ""}: left out`,
    severity: undated.length > MANY * fields.length ? "error" : "warning",
  });
  all.repairs.push(`${named} left out, without a date that can be read`);
  return dated;
}

/** A row with its day and its number. */
export interface NumberRow {
  readonly line: number;
  readonly day: ReadRow["day"];
  /** Null where there is no value. */
  readonly written: WrittenNumber | null;
}

/**
 * Reads the values. What is no number is taken for missing, and named.
 *
 * @param rows - Rows with a day.
 * @param frame - Where they come from.
 * @param layout - What else stands there: other columns can show the decimal sign.
 * @param all - What was found and asked so far.
 * @returns Rows with a number or none, or null while the decimal sign is asked.
 * @throws CalcError `invalid` when no row has a value.
 */
export function* numbersOf(
  rows: readonly DatedField[],
  frame: Frame,
  layout: Layout,
  all: Gathering,
): Sliced<NumberRow[] | null> {
  const present = rows.filter(({ value }) => !isMissing(value));
  const missing = rows.length - present.length;
  if (missing > 0) all.facts.push(missingFact(rows, missing));
  const sign = yield* signOf(present, frame, layout, all);
  if (sign === null) return null;
  const read: NumberRow[] = [];
  const unread: DatedField[] = [];
  yield* lookAt(rows, (row) => {
    const { line, day, value } = row;
    const isThere = !isMissing(value);
    const written = isThere ? readNumberText(value, sign) : null;
    read.push({ line, day, written });
    if (isThere && written === null) unread.push(row);
  });
  const [first] = unread;
  if (first === undefined) return read;
  const named = linesNamed(
    frame.place,
    unread.map(({ line }) => line),
  );
  all.findings.push({
    at: `${frame.place} ${first.line}`,
    problem: `the value is ${quoted(first.value)}; it must be a number with a decimal ${sign === "." ? "dot" : "comma"}${unread.length > 1 ? `; so it is in ${named}` : ""}: taken for missing`,
    severity: unread.length > MANY * rows.length ? "error" : "warning",
  });
  all.repairs.push(`${named} taken for missing, not a number`);
  return read;
}

function missingFact(rows: readonly DatedField[], missing: number): string {
  const markers = new Map<string, number>();
  for (const { value } of rows) {
    if (isMissing(value)) markers.set(value, (markers.get(value) ?? 0) + 1);
  }
  const listed = [...markers].map(
    ([marker, n]) => `${n} ${marker === "" ? "blank" : quoted(marker)}`,
  );
  return `${count(missing, "row")} without a value (${listed.join(", ")}): kept as missing, nothing is filled in`;
}

function* signOf(
  present: readonly DatedField[],
  frame: Frame,
  layout: Layout,
  all: Gathering,
): Sliced<DecimalSign | null> {
  if (present.length === 0) throw invalid(`${frame.source} has no value in ${quoted(all.name)}`);
  if (frame.decimal !== null) return frame.decimal;
  const own = yield* decimalSign(present.map(({ value }) => value));
  const { sign, question } = own.question === null ? own : yield* signOfOthers(frame, layout, own);
  if (question !== null) return all.ask(question) as DecimalSign | null;
  if (sign === ",") all.facts.push("the decimal sign is a comma");
  return sign;
}

/** A file has one decimal sign: where a column can have both, another column may show it. */
function* signOfOthers(frame: Frame, layout: Layout, own: SignOfColumn): Sliced<SignOfColumn> {
  for (const at of new Set(layout.values.map((column) => column.at))) {
    const fields = frame.rows.map((row) => row[at] ?? "").filter((field) => !isMissing(field));
    const isShown = fields.some(
      (field) => (readNumberText(field, ".") === null) !== (readNumberText(field, ",") === null),
    );
    if (isShown) return yield* decimalSign(fields);
  }
  return own;
}
