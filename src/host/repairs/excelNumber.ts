/*
 * Numbers as Excel reads them: in formulas, and in texts that arithmetic uses. The rules are those of
 * Excel in the United States, on every machine, and never the clock's.
 */
import { getNumfmtParseValueFilter, numfmt } from "@univerjs/core";

/** What a text comes to where a number is needed. */
export interface ReadNumber {
  readonly value: number;
  /** The number format that the text is written in, such as `0.00%`; none for a plain number. */
  readonly pattern?: string;
}

const NUMBER = /^([+-]?)\s*((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
const GROUPED = /^([+-]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?)$/;
const PERCENT = /^(.*\S)\s*%$/;
const IN_BRACKETS = /^\(([^()+-]+)\)$/;
const DOLLARS = /^([+-]?)\s*\$\s*([\d.][^$]*)$/;
const FRACTION = /^([+-]?)\s*(\d+) +(\d{1,5})\/(\d{1,5})$/;

/**
 * Reads a number of a formula: digits with a point, an exponent and a sign.
 *
 * @param text - Such as `0.50`, `.5`, `1.`, `1E+03`, `-2`; digits beyond the double's are rounded.
 * @returns The number, infinite when it is beyond 1.8E+308; undefined when the text is no number.
 */
export function readNumber(text: string): number | undefined {
  const [, sign, digits] = NUMBER.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  return sign === "-" ? -Number(digits) : Number(digits);
}

/**
 * Reads a text where a number is needed, as `"5%"+0` does.
 *
 * Excel takes the year of a date such as "1-3" from the clock, and reads "Jan-26" as a day of this
 * year: the same formula would give another number next year, so both are no numbers here.
 *
 * @param text - The text: an amount as of {@link readAmount}, a time, or a date with its year (month
 *   first).
 * @returns The number; undefined when the text is none.
 *
 * @example
 * readTextNumber("5.03%"); // => { value: 0.0503, pattern: "0.00%" }
 */
export const readTextNumber = (text: string): ReadNumber | undefined =>
  readAmount(text) ?? readDate(text.trim()) ?? readTime(text.trim());

/**
 * Reads a number as people write it.
 *
 * @param text - A plain number, one with a percent sign, in brackets for less than 0, with commas
 *   between thousands or a dollar sign, or a fraction such as `1 1/2`.
 * @returns The number; undefined when the text is none, or beyond 1.8E+308.
 */
export function readAmount(text: string): ReadNumber | undefined {
  const trimmed = text.trim();
  const percent = PERCENT.exec(trimmed)?.[1];
  if (percent !== undefined) return readPercent(percent);
  const fraction = readFraction(trimmed);
  if (fraction !== undefined) return { value: fraction, pattern: "# ?/?" };
  const value = readPlain(trimmed);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const pattern = patternOf(trimmed);
  return pattern === undefined ? { value } : { value, pattern };
}

function patternOf(text: string): string | undefined {
  if (/e/i.test(text)) return "0.00E+00";
  const decimals = text.includes(".") ? ".00" : "";
  if (text.includes("$")) return `$#,##0${decimals}`;
  return text.includes(",") ? `#,##0${decimals}` : undefined;
}

/**
 * Whether a text is a date but for its year, which Excel takes from the clock.
 * @param text - Such as `1-3`, `Jan-26`.
 * @returns True for such a text.
 */
export function lacksYear(text: string): boolean {
  const pattern = numfmt.parseDate(text)?.z;
  return pattern !== undefined && !hasYear(pattern, text);
}

function readPlain(text: string): number | undefined {
  const number = readNumber(text);
  if (number !== undefined) return number;
  const grouped = GROUPED.exec(text);
  if (grouped) return readNumber(`${grouped[1] ?? ""}${grouped[2]?.replaceAll(",", "") ?? ""}`);
  const dollars = DOLLARS.exec(text);
  if (dollars) return readPlain(`${dollars[1] ?? ""}${dollars[2] ?? ""}`);
  const inBrackets = IN_BRACKETS.exec(text)?.[1];
  const positive = inBrackets === undefined ? undefined : readPlain(inBrackets.trim());
  return positive === undefined ? undefined : -positive;
}

function readFraction(text: string): number | undefined {
  const match = FRACTION.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return match[1] === "-" ? -size : size;
}

function readPercent(text: string): ReadNumber | undefined {
  const whole = readPlain(text);
  if (whole === undefined) return undefined;
  // Written with an exponent, 5.03% is the double next to 0.0503, which 5.03/100 is not.
  const exact = NUMBER.test(text) && !/e/i.test(text) ? readNumber(`${text}e-2`) : whole / 100;
  if (exact === undefined || !Number.isFinite(exact)) return undefined;
  return { value: exact, pattern: Number.isInteger(whole) ? "0%" : "0.00%" };
}

/**
 * Reads a date with its year.
 * @param text - Such as `2026-01-15`, `1/15/2026`, `15 Jan 2026`.
 * @param locale - Whose order of day and month; that of the United States when it is left out.
 * @returns The serial number; undefined when the text is no date, or its year is the clock's.
 */
export function readDate(text: string, locale = "en-US"): ReadNumber | undefined {
  const date = numfmt.parseDate(text, { locale });
  if (!date?.z || !hasYear(date.z, text)) return undefined;
  return { value: Number(date.v), pattern: date.z };
}

/**
 * Reads a time of day.
 * @param text - Such as `12:30`, `1:30 PM`.
 * @returns The part of a day; undefined when the text is no time.
 */
export function readTime(text: string): ReadNumber | undefined {
  const time = numfmt.parseTime(text);
  // The engine's own check: "5A" is no time.
  if (!time?.z || getNumfmtParseValueFilter(text) === null) return undefined;
  return { value: Number(time.v), pattern: time.z };
}

/** `Jan-26` is the 26th of this year for Excel; `Jan-45` has its year. */
function hasYear(pattern: string, text: string): boolean {
  if (!pattern.includes("y")) return false;
  if (/d/.test(pattern) || pattern.includes("yyyy")) return true;
  return Number(/\d+$/.exec(text)?.[0] ?? 0) > 31;
}
