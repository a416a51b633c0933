import Papa from "papaparse";
import { CalcError } from "../../calc/errors";
import { isoFromSerial, serialFromIso } from "../../calc/date/serial";
import { type DatedHistory, monthOf } from "../../calc/series/byMonth";
import { tidy } from "../../calc/numeric/tidy";
import type { DaySerial } from "../../calc/units";
import { UsageError } from "../usageError";

/** A file of dates and yields, read: the yields as decimals, NaN where the file has none. */
export interface YieldColumn extends DatedHistory {
  /** What the header calls the values, such as DGS10. */
  readonly series: string;
}

/** FRED's header since 2024, and its header before. */
const DATE_HEADERS = new Set(["observation_date", "date"]);
/** How FRED writes a day without a value: today, and before 2024. */
const MISSING = new Set(["", "."]);
/** A plain decimal number; `0x10`, `1e2`, `3.83%` and `1,000` are texts. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** No US yield of the last century was above 30%: what is above it is in another unit. */
const HIGHEST_PERCENT = 30;
/** A file in which no yield is above 0.3% is one of decimals: 16% would be 0.16. */
const HIGHEST_OF_DECIMALS = 0.3;
/** Two neighbours in different units differ 100-fold, times or over what the yield itself moved. */
const UNIT_SLIP = { least: 30, most: 300 };

/**
 * Reads a file of dates and yields in percent, laid out as FRED's downloads are.
 *
 * The date is kept by its column and not by its looks, and every refusal names the line: that is
 * why this does not go through the reader of sheets.
 *
 * @param text - The file's text; a byte order mark is skipped.
 * @param file - The file's name, for the messages.
 * @param monthly - Whether a second date in one calendar month is refused.
 * @returns The column; yields as decimals.
 * @throws {@link UsageError} with file, line, value and what was expected.
 */
export function readYieldColumn(text: string, file: string, monthly = false): YieldColumn {
  // Files that two systems have written hold both kinds of line end, and every line must count.
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { data } = Papa.parse<string[]>(body, { delimiter: ",", newline: "\n" });
  const [header = [], ...records] = data.map((record) => record.map((field) => field.trim()));
  const series = readHeader(header, file);
  const dates: DaySerial[] = [];
  const percents: number[] = [];
  const lines: number[] = [];
  for (const [i, record] of records.entries()) {
    if (record.length === 1 && record[0] === "") continue;
    const line = `${file}, line ${i + 2}`;
    if (record.length !== 2) {
      throw new UsageError(
        `${line}: ${record.length} field${record.length === 1 ? "" : "s"} (${record.join(",")}); it must be a date and a value`,
      );
    }
    const [date = "", value = ""] = record;
    dates.push(readDate(date, line));
    percents.push(readNumber(value, line));
    lines.push(i + 2);
  }
  requireOrder(dates, lines, file, monthly);
  requirePercent(percents, lines, file);
  return { series, dates, values: Float64Array.from(percents, (percent) => tidy(percent / 100)) };
}

function readHeader(header: readonly string[], file: string): string {
  const [date = "", series = ""] = header;
  if (header.length === 2 && DATE_HEADERS.has(date.toLowerCase()) && series !== "") return series;
  const shown = header.join(",");
  throw new UsageError(
    `${file}, line 1: the header is ${JSON.stringify(shown)}; it must be observation_date,SERIES or DATE,SERIES`,
  );
}

function readDate(text: string, line: string): DaySerial {
  const expected = `${line}: the date is ${JSON.stringify(text)}; it must be a day of the calendar, as 2014-12-31`;
  try {
    const day = serialFromIso(text);
    if (day !== null) return day;
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
  }
  throw new UsageError(expected);
}

function readNumber(text: string, line: string): number {
  if (MISSING.has(text)) return NaN;
  if (NUMBER.test(text)) return Number(text);
  throw new UsageError(
    `${line}: the value is ${JSON.stringify(text)}; it must be a number in percent, as 3.83, or "." or nothing where there is none`,
  );
}

function requireOrder(
  dates: readonly DaySerial[],
  lines: readonly number[],
  file: string,
  monthly: boolean,
): void {
  for (let i = 1; i < dates.length; i++) {
    const [before, day] = [dates[i - 1] as DaySerial, dates[i] as DaySerial];
    const [lineBefore, line] = [lines[i - 1] ?? 0, `${file}, line ${lines[i] ?? 0}`];
    const [shownBefore, shown] = [isoFromSerial(before), isoFromSerial(day)];
    if (day === before) {
      throw new UsageError(
        `${line}: the date is ${shown}, as on line ${lineBefore}; each date must stand once`,
      );
    }
    if (day < before) {
      throw new UsageError(
        `${line}: the date is ${shown} after ${shownBefore} on line ${lineBefore}; the oldest must come first`,
      );
    }
    if (monthly && monthOf(day) === monthOf(before)) {
      throw new UsageError(
        `${line}: the date is ${shown} after ${shownBefore} on line ${lineBefore}; there must be one value a month, which stands for its month`,
      );
    }
  }
}

/** Yields in percent and in nothing else; a negative yield is allowed. */
function requirePercent(percents: readonly number[], lines: readonly number[], file: string): void {
  const rows = percents.flatMap((value, i) =>
    Number.isNaN(value) ? [] : [{ value, size: Math.abs(value), line: lines[i] ?? 0 }],
  );
  const [first] = rows;
  if (!first) {
    throw new UsageError(
      `${file}: none of ${percents.length} rows has a value; there must be yields in percent`,
    );
  }
  for (const { value, size, line } of rows) {
    if (size <= HIGHEST_PERCENT) continue;
    const meant = tidy(value / 100);
    throw new UsageError(
      `${file}, line ${line}: the value is ${value}; it must be in percent` +
        (Math.abs(meant) <= HIGHEST_PERCENT ? `, did you mean ${meant} (${value} bp)?` : ""),
    );
  }
  if (rows.every(({ size }) => size <= HIGHEST_OF_DECIMALS) && rows.some(({ size }) => size > 0)) {
    throw new UsageError(
      `${file}, line ${first.line}: the value is ${first.value}, and no row is above ${HIGHEST_OF_DECIMALS}; it must be in percent, did you mean ${tidy(first.value * 100)}?`,
    );
  }
  for (let i = 1; i < rows.length; i++) {
    const [before, row] = [rows[i - 1] as (typeof rows)[number], rows[i] as (typeof rows)[number]];
    const ratio = Math.max(row.size, before.size) / Math.min(row.size, before.size);
    if (!(ratio >= UNIT_SLIP.least && ratio <= UNIT_SLIP.most)) continue;
    throw new UsageError(
      `${file}, line ${row.line}: the value is ${row.value} after ${before.value} on line ${before.line}; it must be in percent in every row`,
    );
  }
}
