/* Tables with a row for each day of each series, whose names stand in a column. */
import type { Frame } from "./frame";
import { hasPhrase, nameTokens } from "./nameTokens";
import { isMissing } from "./numberText";

/** Numbers that tell series apart stand below these words. */
const KEYS = [
  ...["series", "series id", "id", "ticker", "code", "key", "tenor", "maturity", "term", "coupon"],
  ...["cusip", "bucket", "rating"],
];
/** Names of a file's series; more are rather notes, one for each row. */
const MOST_SERIES = 2000;

/**
 * The columns whose texts say which series a row is of.
 *
 * @param frame - The table.
 * @param dates - The column of dates.
 * @param texts - Columns that hold neither dates nor numbers.
 * @param numbers - Columns of numbers.
 * @param nameOf - What a column is called.
 * @returns The columns, from 0; none where each day stands once, or nothing tells its rows apart.
 */
export function keyColumns(
  frame: Frame,
  dates: number,
  texts: readonly number[],
  numbers: readonly number[],
  nameOf: (at: number) => string,
): readonly number[] {
  const { rows } = frame;
  const distinct = (at: number) => new Set(rows.map((row) => row[at] ?? ""));
  const days = distinct(dates).size;
  if (days === rows.length) return [];
  const tellsApart = (at: number) => {
    const names = distinct(at);
    if (names.size < 2 || names.size > MOST_SERIES || 2 * names.size > rows.length) return false;
    if ([...names].some(isMissing)) return false;
    return new Set(rows.map((row) => `${row[dates] ?? ""}\u0000${row[at] ?? ""}`)).size > days;
  };
  const keys = texts.filter(tellsApart);
  if (keys.length > 0) return keys;
  return numbers
    .filter((at) => hasPhrase(nameTokens(nameOf(at)), KEYS) && tellsApart(at))
    .filter(() => numbers.length > 1)
    .slice(0, 1);
}

/**
 * The name of the series that a row is of.
 *
 * @param row - The row.
 * @param keys - The columns that say so.
 * @returns Their texts.
 */
export const keyOf = (row: readonly string[], keys: readonly number[]): string =>
  keys.map((at) => row[at] ?? "").join(" ");

/** Headings below which a bare number says enough: a tenor in years. */
const TENORS = ["tenor", "maturity", "term"];

/**
 * What a series is called.
 *
 * @param key - What its rows say.
 * @param headings - What stands above that.
 * @returns The key; with its heading where it is a number that is no tenor, as in "coupon 5.5".
 */
export function keyName(key: string, headings: readonly string[]): string {
  const isBare = key !== "" && Number.isFinite(Number(key));
  const heading = headings.join(" ");
  return isBare && !hasPhrase(nameTokens(heading), TENORS) ? `${heading} ${key}` : key;
}
