import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { readDateText, type DateForm } from "./dateText";
import { decimalSign } from "./decimalSign";
import type { Gathering } from "./gathering";
import { datesOf, type Layout, type ValueColumn } from "./layout";
import { isMissing, readNumberText, type DecimalSign, type WrittenNumber } from "./numberText";
import type { ReadRow } from "./repeatedDays";
import type { TextTable } from "./textTable";
import { count, inQuotes, linesNamed } from "./words";

/** The two sides of the comparison. */
export type Side = "mbs" | "corporate";

/** Names of columns by which a file that holds both sides says which is which. */
const SIDE_NAMES: Record<Side, RegExp> = {
  mbs: /mbs|mortgage|agency|fnma|gnma|umbs|current.?coupon|\bcc\b/i,
  corporate: /corp|credit|\big\b|ig_|hqm|bamlc|investment.?grade|bond/i,
};

/**
 * The column that holds the values.
 *
 * @param layout - What stands where.
 * @param side - Which history is looked for.
 * @param all - What was found and asked so far.
 * @returns The column, or null while it is asked for.
 */
export function columnOf(layout: Layout, side: Side, all: Gathering): ValueColumn | null {
  const { values } = layout;
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    all.facts.push(`the values are in ${inQuotes(only.name)}`);
    return only;
  }
  const named = values.filter(({ name }) => SIDE_NAMES[side].test(name));
  const one = named.length === 1 ? named[0] : undefined;
  const answer = all.ask({
    topic: "value column",
    about:
      one === undefined
        ? `there are ${values.length} columns of values`
        : `there are ${values.length} columns of values; ${inQuotes(one.name)} is named so`,
    choices: values.map(({ at, name }) => ({ value: String(at), label: name })),
    shown: one === undefined ? null : String(one.at),
  });
  return values.find(({ at }) => String(at) === answer) ?? null;
}

/**
 * The form in which the dates are written.
 *
 * @param table - The table.
 * @param layout - What stands where.
 * @param all - What was found and asked so far.
 * @returns The form, or null while it is asked for.
 * @throws CalcError `invalid` when no date can be read.
 */
export function* formOf(table: TextTable, layout: Layout, all: Gathering): Sliced<DateForm | null> {
  const order = yield* datesOf(table, layout);
  if (order === null) throw invalid(`${table.source} has no date that can be read`);
  if (order.question === null) {
    all.facts.push(order.reason);
    return order.form;
  }
  return all.ask(order.question) as DateForm | null;
}

/** Date and value as they are written. */
export interface Field {
  readonly line: number;
  readonly date: string;
  readonly value: string;
}

/**
 * Date and value of each row, as they are written.
 *
 * @param table - The table.
 * @param layout - What stands where.
 * @param column - The column of values.
 * @returns The fields.
 */
export function fieldsOf(table: TextTable, layout: Layout, column: ValueColumn): Field[] {
  return table.rows.slice(layout.headings).map((row, i) => ({
    line: table.lines[i + layout.headings] ?? 0,
    date: row[layout.dates] ?? "",
    value: row[column.at] ?? "",
  }));
}

/** A row with its day. */
export interface DatedField {
  readonly line: number;
  readonly day: ReadRow["day"];
  readonly value: string;
}

/**
 * Reads the dates.
 *
 * @param fields - Dates and values as they are written.
 * @param form - The form of the dates.
 * @param table - Where they come from.
 * @param all - What was found and asked so far.
 * @returns Rows with a day, or null while it is asked whether rows without one may be left out.
 */
export function* datedRows(
  fields: readonly Field[],
  form: DateForm,
  { place }: TextTable,
  all: Gathering,
): Sliced<DatedField[] | null> {
  const dated: DatedField[] = [];
  const undated: Field[] = [];
  yield* lookAt(fields, (field) => {
    const day = readDateText(field.date, form);
    if (day === null) undated.push(field);
    else dated.push({ line: field.line, day, value: field.value });
  });
  const [first] = undated;
  if (first === undefined) return dated;
  const named = linesNamed(
    place,
    undated.map(({ line }) => line),
  );
  const answer = all.ask({
    topic: "unreadable dates",
    about: `${place} ${first.line}: the date is ${inQuotes(first.date)}; a day of the calendar was expected, ${form}${undated.length > 1 ? `; so it is in ${named}` : ""}`,
    choices: [{ value: "leave out", label: `leave out ${named}` }],
    shown: null,
  });
  if (answer === null) return null;
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
 * Reads the values.
 *
 * @param rows - Rows with a day.
 * @param table - Where they come from.
 * @param all - What was found and asked so far.
 * @returns Rows with a number or none, or null while something is asked.
 * @throws CalcError `invalid` when no row has a value.
 */
export function* numbersOf(
  rows: readonly DatedField[],
  table: TextTable,
  all: Gathering,
): Sliced<NumberRow[] | null> {
  const present = rows.filter(({ value }) => !isMissing(value));
  const missing = rows.length - present.length;
  if (missing > 0) all.facts.push(missingFact(rows, missing));
  const sign = yield* signOf(present, table, all);
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
    table.place,
    unread.map(({ line }) => line),
  );
  const answer = all.ask({
    topic: "unreadable values",
    about: `${table.place} ${first.line}: the value is ${inQuotes(first.value)}; a number with a decimal ${sign === "." ? "dot" : "comma"} was expected${unread.length > 1 ? `; so it is in ${named}` : ""}`,
    choices: [{ value: "missing", label: `take ${named} for missing` }],
    shown: null,
  });
  if (answer === null) return null;
  all.repairs.push(`${named} taken for missing, not a number`);
  return read;
}

function missingFact(rows: readonly DatedField[], missing: number): string {
  const markers = new Map<string, number>();
  for (const { value } of rows) {
    if (isMissing(value)) markers.set(value, (markers.get(value) ?? 0) + 1);
  }
  const listed = [...markers].map(
    ([marker, n]) => `${n} ${marker === "" ? "blank" : inQuotes(marker)}`,
  );
  return `${count(missing, "row")} without a value (${listed.join(", ")}): kept as missing, nothing is filled in`;
}

function* signOf(
  present: readonly DatedField[],
  table: TextTable,
  all: Gathering,
): Sliced<DecimalSign | null> {
  if (present.length === 0) throw invalid(`${table.source} has no value in ${inQuotes(all.name)}`);
  if (table.decimal !== null) return table.decimal;
  const { sign, question } = yield* decimalSign(present.map(({ value }) => value));
  if (question !== null) return all.ask(question) as DecimalSign | null;
  if (sign === ",") all.facts.push("the decimal sign is a comma");
  return sign;
}
