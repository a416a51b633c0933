import { tidy } from "../numeric/tidy";

const MONTHS_A_YEAR = 12;
const WEEKS_A_YEAR = 52;
const DAYS_A_YEAR = 365;
/** A longer tenor is rather a year of the calendar, or a number of something else. */
const LONGEST_YEARS = 100;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(m|mo|mos|mth|mths|month|months)$/, 1 / MONTHS_A_YEAR],
  [/^(y|yr|yrs|year|years)$/, 1],
  [/^(w|wk|wks|week|weeks)$/, 1 / WEEKS_A_YEAR],
  [/^(d|day|days)$/, 1 / DAYS_A_YEAR],
];

const WRITTEN = /^(\d+(?:\.\d+)?)\s*-?\s*([a-z]+)?\.?$/;
/** "Market yield on U.S. Treasury securities at 10-year constant maturity". */
const IN_WORDS = /(?:^|[\s(-])(\d+(?:\.\d+)?)[\s-]?(months?|mo|years?|yr)\b/g;

/**
 * Codes that hold a tenor: the number, and what says that it counts months.
 *
 * The elements of the Treasury's XML; FRED's constant maturities; the Federal Reserve's H.15;
 * terminals; and the T10Y of other tables.
 */
const CODES: readonly RegExp[] = [
  /^bc_(?<n>\d+(?:_\d+)?)(?:(?<months>month)|year)$/,
  /^[dwm]?gs(?<n>\d+)(?<months>mo|m)?$/,
  /^riflgfc(?:y(?<n>\d+)|(?<months>m)(?<m>\d+))(?:_n\.[a-z]+)?$/,
  /^(?:ust|usgg|h15t|gt|ct|t)[ _-]?(?<n>\d+)(?:(?<months>m|mo)|y|yr)?(?: (?:index|govt))?$/,
];

/**
 * The tenor that a heading names.
 *
 * @param heading - "1 Mo", "1.5 Month", "10Y", "10-year", "10", "BC_1_5MONTH", "DGS3MO",
 * "RIFLGFCY10_N.B", or a sentence that names one tenor.
 * @returns Years, above 0 and at most 100; a bare number is of years. Null when it names none.
 *
 * @example
 * tenorOf("1.5 Month"); // => 0.125
 */
export function tenorOf(heading: string): number | null {
  const text = heading.trim().toLowerCase();
  return withinLimits(writtenTenor(text) ?? codedTenor(text) ?? tenorInWords(text));
}

function writtenTenor(text: string): number | null {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [, number = "", unit] = match;
  if (unit === undefined) return Number(number);
  const size = UNITS.find(([words]) => words.test(unit))?.[1];
  return size === undefined ? null : Number(number) * size;
}

function codedTenor(text: string): number | null {
  for (const code of CODES) {
    const groups = code.exec(text)?.groups;
    if (groups === undefined) continue;
    const number = Number((groups["n"] ?? groups["m"] ?? "").replace("_", "."));
    return groups["months"] === undefined ? number : number / MONTHS_A_YEAR;
  }
  return null;
}

function tenorInWords(text: string): number | null {
  const [only, ...more] = [...text.matchAll(IN_WORDS)];
  if (only === undefined || more.length > 0) return null;
  return writtenTenor(`${only[1] ?? ""}${only[2] ?? ""}`);
}

const withinLimits = (years: number | null): number | null =>
  years !== null && years > 0 && years <= LONGEST_YEARS ? tidy(years) : null;
