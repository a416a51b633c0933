import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { dateOrder } from "./dateOrder";
import { DATE_FORMS, readDateText } from "./dateText";
import { isMissing, readNumberText } from "./numberText";
import type { TextTable } from "./textTable";
import { inQuotes } from "./words";

/** A column of a table that holds values. */
export interface ValueColumn {
  /** From 0. */
  readonly at: number;
  /** As its heading says; "column 2" where there is none. */
  readonly name: string;
}

/** What stands where in a table. */
export interface Layout {
  /** What the layout is called, in words. */
  readonly kind: string;
  /** How many rows at the top are no data. */
  readonly headings: 0 | 1;
  /** The column of dates, from 0. */
  readonly dates: number;
  readonly values: readonly ValueColumn[];
  /** Names of columns that hold neither dates nor numbers. */
  readonly others: readonly string[];
}

/** Rows that are looked at to tell dates from values. */
const SAMPLE = 200;
const YAHOO = ["date", "open", "high", "low", "close"];

/**
 * Finds the heading, the dates and the values of a table.
 *
 * @param table - The table, all of its rows equally long.
 * @returns What stands where.
 * @throws CalcError `invalid` when there is no column of dates or none of values.
 */
export function* layoutOf(table: TextTable): Sliced<Layout> {
  const { rows, source } = table;
  const sample = rows.slice(0, SAMPLE);
  const body = sample.length > 1 ? sample.slice(1) : sample;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => at);
  const dates = dateColumn(body, columns);
  if (dates === null) {
    const first = (body[0] ?? []).slice(0, 4).map(inQuotes).join(", ");
    throw invalid(
      `${source} has no column of dates; its ${table.place} ${table.lines[body === sample ? 0 : 1] ?? 1} is ${first}; dates such as 2014-12-31 beside values were expected`,
    );
  }
  const top = rows[0] ?? [];
  const headings = isDate(top[dates] ?? "") ? 0 : 1;
  const nameOf = (at: number): string => {
    const heading = headings === 1 ? (top[at] ?? "") : "";
    if (heading === "") return `column ${at + 1}`;
    const isTwice = top.some((other, i) => i !== at && other === heading);
    return isTwice ? `${heading} (column ${at + 1})` : heading;
  };
  const rest = columns.filter((at) => at !== dates);
  const data = rows.slice(headings);
  const values: number[] = [];
  for (const at of rest) if (yield* holdsNumbers(data, at)) values.push(at);
  if (values.length === 0) {
    throw invalid(
      `${source} has no column of numbers beside its dates in ${nameOf(dates)}; at least one was expected`,
    );
  }
  return {
    kind: kindOf(headings === 1 ? top : [], dates, values.length),
    headings,
    dates,
    values: values.map((at) => ({ at, name: nameOf(at) })),
    others: rest.filter((at) => !values.includes(at)).map(nameOf),
  };
}

/** The column with most dates; numbers are taken for serial numbers only where nothing else is a date. */
function dateColumn(
  body: readonly (readonly string[])[],
  columns: readonly number[],
): number | null {
  const share = (at: number, serials: boolean) => {
    const fields = body.map((row) => row[at] ?? "").filter((field) => !isMissing(field));
    const dates = fields.filter((field) => isDate(field, serials));
    return fields.length === 0 ? 0 : dates.length / fields.length;
  };
  for (const serials of [false, true]) {
    const shares = columns.map((at) => ({ at, share: share(at, serials) }));
    const best = shares.reduce((most, it) => (it.share > most.share ? it : most), {
      at: -1,
      share: 0,
    });
    if (best.share > 0.5) return best.at;
  }
  return null;
}

const isDate = (field: string, serials = true): boolean =>
  DATE_FORMS.some(
    (form) => (serials || form !== "serial number") && readDateText(field, form) !== null,
  );

function* holdsNumbers(rows: readonly (readonly string[])[], at: number): Sliced<boolean> {
  let numbers = 0;
  let texts = 0;
  yield* lookAt(rows, (row) => {
    const field = row[at] ?? "";
    if (isMissing(field)) return;
    if (readNumberText(field, ".") !== null || readNumberText(field, ",") !== null) numbers++;
    else texts++;
  });
  return numbers > 0 && numbers >= texts;
}

function kindOf(header: readonly string[], dates: number, values: number): string {
  const names = header.map((name) => name.toLowerCase());
  if (names.length === 0) return "dates and values without a heading";
  if (dates === 0 && names[0] === "observation_date") return "a FRED download";
  if (dates === 0 && names.length === 2 && header[0] === "DATE") {
    return "a FRED download as before 2024";
  }
  if (YAHOO.every((name, i) => names[i] === name)) return "a Yahoo download";
  return values === 1 ? "dates and values" : "dates and columns of values";
}

/**
 * The dates of a table, without blanks, to tell in which form they are.
 *
 * @param table - The table.
 * @param layout - What stands where in it.
 * @returns What {@link dateOrder} says of them.
 */
export const datesOf = (table: TextTable, layout: Layout): ReturnType<typeof dateOrder> =>
  dateOrder(
    table.rows
      .slice(layout.headings)
      .map((row) => row[layout.dates] ?? "")
      .filter((field) => !isMissing(field)),
  );
