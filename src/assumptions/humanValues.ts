/*
 * Values as people write them: "5.03%", "101bp", "99-16+", "2026-01-15". One grammar for cells
 * that hold text, for the assumptions table and for the pane's fields. Each reader takes a number
 * or a text and the words that say where it stands, and gives a checked number in library units.
 */
import { invalid } from "../calc/errors";
import { percentWords } from "../calc/numeric/percentWords";
import { tidy } from "../calc/numeric/tidy";
import {
  FIRST_SERIAL,
  isoFromSerial,
  LAST_SERIAL,
  serialFromIso,
  serialOf,
} from "../calc/date/serial";
import {
  bp,
  daySerial,
  price,
  rate,
  type Bp,
  type DaySerial,
  type Price,
  type Rate,
} from "../calc/units";

// Once, not for each of thousands of cells.
const { isFinite: isFiniteNumber } = Number;
const { abs, floor } = Math;

/** What a cell or a field holds once blanks and errors are dealt with. */
export type Written = number | string | boolean;

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A value as a message shows it: texts in quotes and cut when long, TRUE and FALSE as Excel does.
 *
 * @param written - The value.
 * @returns For example `the text "abc"`, `TRUE`, `5.03`.
 *
 * @example
 * shown("abc"); // => 'the text "abc"'
 */
export function shown(written: Written): string {
  if (typeof written !== "string") return String(written).toUpperCase();
  return `the text ${quoted(written)}`;
}

/**
 * A text in quotes, cut when long.
 *
 * @param text - The text.
 * @returns At most 40 characters of it, in quotes.
 *
 * @example
 * quoted("std"); // => '"std"'
 */
export function quoted(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 37)}…"` : `"${text}"`;
}

/** The number that a text is, with an optional suffix removed; null when it is none. */
function plainNumber(text: string, suffix = /$/): number | null {
  const body = text.trim().replace(suffix, "").trim();
  return PLAIN_NUMBER.test(body) ? Number(body) : null;
}

function finiteNumber(value: number, where: string, expected: string): number {
  if (!isFiniteNumber(value)) throw invalid(`${where} is ${value}; it must be ${expected}`);
  return value;
}

/**
 * A plain number.
 *
 * @param written - A number, or a text that is one.
 * @param where - The argument's name, and the row where there is one.
 * @param expected - What a wrong value's message says was expected.
 * @returns The number, finite.
 * @throws CalcError `invalid` when the text is no number.
 *
 * @example
 * readNumber("12", "window"); // => 12
 */
export function readNumber(written: Written, where: string, expected = "a number"): number {
  const value = typeof written === "string" ? plainNumber(written) : written;
  if (typeof value !== "number") {
    throw invalid(`${where} is ${shown(written)}; it must be ${expected}`);
  }
  return finiteNumber(value, where, expected);
}

/**
 * A rate, yield, return, probability or other fraction.
 *
 * @param written - A decimal such as 0.0503, or "5.03%".
 * @param where - The argument's name, and the row where there is one.
 * @returns The decimal.
 * @throws CalcError `invalid` when it is above 1 in absolute value, or no number.
 *
 * @example
 * readRate("5.03%", "yield").toFixed(4); // => "0.0503"
 */
export function readRate(written: Written, where: string): Rate {
  const expected = 'a decimal such as 0.0503, or "5.03%"';
  const percent =
    typeof written === "string" && /%\s*$/.test(written) ? plainNumber(written, /%\s*$/) : null;
  if (percent === null) {
    const value = readNumber(written, where, expected);
    if (abs(value) > 1) {
      throw invalid(
        `${where} is ${value} (${percentWords(value)}); rates are decimals, did you mean ${tidy(value / 100)}?`,
      );
    }
    return rate(value);
  }
  const value = tidy(finiteNumber(percent, where, expected) / 100);
  if (abs(value) > 1) {
    throw invalid(`${where} is ${quoted(String(written))}; it must be a rate of at most 100%`);
  }
  return rate(value);
}

/**
 * A spread, a spread's volatility or a cost.
 *
 * @param written - Basis points as a number, or "101bp".
 * @param where - The argument's name, and the row where there is one.
 * @returns Basis points.
 * @throws CalcError `invalid` when the text is no number; a percent sign is refused, because a
 * spread in percent is the slip that hides best.
 *
 * @example
 * readSpread("101 bp", "mbs"); // => 101
 */
export function readSpread(written: Written, where: string): Bp {
  const expected = 'basis points such as 101 or "101bp"';
  const value = typeof written === "string" ? plainNumber(written, /bps?\s*$/i) : null;
  return bp(finiteNumber(value ?? readNumber(written, where, expected), where, expected));
}

/** Per 100; no bond or pool has cost so much: such a price is per 1,000, or a date. */
const MOST_PRICE = 400;
/** Excel's serials of the days that a price typed with a dash becomes. */
const [FIRST_TYPED_DAY, LAST_TYPED_DAY] = [serialOf(2000, 1, 1), serialOf(2099, 12, 31)];

/** What a price that is too high may be instead. */
function meantByPrice(value: number): string {
  if (Number.isInteger(value) && value >= FIRST_TYPED_DAY && value <= LAST_TYPED_DAY) {
    return ` (${value} is Excel's date ${isoFromSerial(daySerial(value))}; 32nds are written as text, "99-16")`;
  }
  return value <= 10 * MOST_PRICE ? `, did you mean ${tidy(value / 10)}?` : "";
}

const TICKS = /^(\d+)-(\d{2})(\+|[0-7])?$/;

/**
 * A price per 100 of face value.
 *
 * @param written - A number; or 32nds: "99-16" is 99½, "99-16+" adds half a 32nd, and a third
 * digit counts eighths of a 32nd ("99-165" is 99 and 16⅝ 32nds).
 * @param where - The argument's name, and the row where there is one.
 * @returns The price.
 * @throws CalcError `invalid` when it is 0 or below, above 400, or of no such form.
 *
 * @example
 * readPrice("99-16+", "price"); // => 99.515625
 */
export function readPrice(written: Written, where: string): Price {
  const expected = 'a price per 100 such as 99.5 or "99-16+"';
  const ticks = typeof written === "string" ? TICKS.exec(written.trim()) : null;
  const thirtySeconds = Number(ticks?.[2] ?? 0);
  if (thirtySeconds > 31) {
    throw invalid(`${where} is ${quoted(String(written))}; it must be 00 to 31 after the dash`);
  }
  const fraction = ticks?.[3] ?? "0";
  const eighths = fraction === "+" ? 4 : Number(fraction);
  const value =
    ticks === null
      ? readNumber(written, where, expected)
      : Number(ticks[1]) + (thirtySeconds + eighths / 8) / 32;
  if (!(value > 0)) throw invalid(`${where} is ${value}; it must be ${expected}`);
  if (value > MOST_PRICE) {
    throw invalid(
      `${where} is ${value}; prices are per 100, at most ${MOST_PRICE}${meantByPrice(value)}`,
    );
  }
  return price(value);
}

/**
 * A day.
 *
 * @param written - Excel's serial number (a time of day is dropped), or "2026-01-15".
 * @param where - The argument's name, and the row where there is one.
 * @returns The serial.
 * @throws CalcError `invalid` when it is before 1 March 1900, or text of another form: 1/2/2026
 * is January in one country and February in another.
 *
 * @example
 * readDate("2026-01-15", "asOf"); // => 46037
 */
export function readDate(written: Written, where: string): DaySerial {
  const expected = "a date from 1900-03-01, as Excel's date or as text like 2026-01-15";
  if (typeof written === "string") {
    const serial = serialFromIso(written);
    if (serial === null)
      throw invalid(`${where} is the text ${quoted(written)}; it must be ${expected}`);
    return serial;
  }
  if (typeof written === "boolean" || !(written >= FIRST_SERIAL && written < LAST_SERIAL + 1)) {
    throw invalid(`${where} is ${shown(written)}; it must be ${expected}`);
  }
  return daySerial(floor(written));
}

/**
 * A whole number.
 *
 * @param written - A number, or a text that is one.
 * @param where - The argument's name, and the row where there is one.
 * @param low - The least that is allowed.
 * @returns The number.
 * @throws CalcError `invalid` when it is no whole number or below the least.
 *
 * @example
 * readCount(60, "window", 2); // => 60
 */
export function readCount(written: Written, where: string, low: number): number {
  const expected = `a whole number, ${low} or more`;
  const value = readNumber(written, where, expected);
  if (!Number.isInteger(value) || value < low) {
    throw invalid(`${where} is ${value}; it must be ${expected}`);
  }
  return value;
}

/**
 * Yes or no.
 *
 * @param written - TRUE, FALSE, 1, 0, or those as text.
 * @param where - The argument's name, and the row where there is one.
 * @returns The truth value.
 * @throws CalcError `invalid` for anything else.
 *
 * @example
 * readFlag("false", "corrected"); // => false
 */
export function readFlag(written: Written, where: string): boolean {
  const word = String(written).trim().toLowerCase();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  throw invalid(`${where} is ${shown(written)}; it must be TRUE or FALSE`);
}
