/* Dates whose year, month and day stand in columns of their own. */
import { monthNamed } from "./monthNames";
import { nameTokens } from "./nameTokens";

/** Headings below which the parts of a date stand. */
const PARTS = {
  year: new Set(["year", "yr", "yyyy", "jahr", "année", "año"]),
  month: new Set(["month", "mon", "mm", "monat", "period", "mois", "mes"]),
  quarter: new Set(["quarter", "qtr", "q", "quartal"]),
  day: new Set(["day", "dd", "tag"]),
} as const;

/** Headings are looked for this far down. */
const DEEPEST = 30;

/** Dates put together, a text for each row. */
export interface DateParts {
  /** The columns that the parts stand in, from 0. */
  readonly from: readonly number[];
  /** What the dates are called. */
  readonly name: string;
  /** The row of the headings, from 0. */
  readonly heading: number;
  /** The date of a row as text, "" where a part is missing. */
  readonly dateOf: (row: readonly string[]) => string;
}

/**
 * Finds columns of years and months, of years and quarters, or of years alone.
 *
 * @param rows - The rows of a table, with the headings.
 * @returns How to put the dates together, or null where no heading says year.
 */
export function dateParts(rows: readonly (readonly string[])[]): DateParts | null {
  for (const [heading, row] of rows.slice(0, DEEPEST).entries()) {
    const columnOf = (part: keyof typeof PARTS) =>
      row.findIndex((field) => {
        const [only, ...more] = nameTokens(field);
        return only !== undefined && more.length === 0 && PARTS[part].has(only);
      });
    const year = columnOf("year");
    if (year < 0) continue;
    const [month, quarter, day] = [columnOf("month"), columnOf("quarter"), columnOf("day")];
    const from = [year, month, quarter, day].filter((place) => place >= 0);
    return {
      from,
      name: from.map((place) => row[place] ?? "").join(" and "),
      heading,
      dateOf: (fields) => {
        const part = (place: number) => (fields[place] ?? "").replace(/\.0+$/, "");
        if (!/^(19|20)\d{2}$/.test(part(year))) return "";
        if (month >= 0) return withMonth(part(year), part(month), day < 0 ? null : part(day));
        return quarter < 0 ? part(year) : withQuarter(part(year), part(quarter));
      },
    };
  }
  return null;
}

/** Statistical offices write M01 to M12, and M13 for the year's mean; some Q01 to Q04 beside. */
function withMonth(year: string, written: string, day: string | null): string {
  const quarter = /^Q0?([1-4])$/i.exec(written)?.[1];
  if (quarter !== undefined) return withQuarter(year, quarter);
  const digits = /^M?(\d{1,2})$/i.exec(written)?.[1];
  const month = digits ?? String(monthNamed(written));
  if (month === "0") return "";
  return day === null ? `${year}-${month}` : `${year}-${month}-${day}`;
}

const withQuarter = (year: string, written: string): string => {
  const quarter = /^Q?0?([1-4])$/i.exec(written)?.[1];
  return quarter === undefined ? "" : `${year}-Q${quarter}`;
};
