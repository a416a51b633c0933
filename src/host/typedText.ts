/* What a text comes to that is typed into a cell and is no formula. */
import { readAmount, readDate, readTime } from "./repairs/excelNumber";

/** How numbers and dates are written where the page is read. */
export interface TypingLocale {
  /** Such as `en-US`. */
  readonly tag: string;
  readonly decimal: "." | ",";
}

/** What is stored for a typed text. */
export interface Typed {
  readonly value: number | string | boolean;
  /** The number format that the cell gets when it has none. */
  readonly pattern?: string;
}

/**
 * How numbers are written in a language.
 * @param tag - The page's language, such as `de-DE`.
 * @returns Its decimal sign.
 */
export function typingLocale(tag: string): TypingLocale {
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
  const isComma = parts.some(({ type, value }) => type === "decimal" && value === ",");
  return { tag, decimal: isComma ? "," : "." };
}

/** More digits than a number keeps: an identifier, whose last digits Excel would make 0. */
const LONG = /^\d{16,}$/;

/** Signs between thousands where the comma is the decimal sign. */
const GROUPED = /^([^\d]*\d{1,3})((?:[.\u00a0\u202f’ ]\d{3})+)((?:,\d*)?[^\d]*)$/;

/**
 * Reads what is typed into a cell as Excel does in that language, but for what Excel would take the
 * clock's year for: `99-12` and `1/2` are quotes or fractions as often as days, and stay the text that
 * was typed, and digits beyond the fifteenth are kept.
 *
 * @param text - What was typed; it does not begin with an equals sign.
 * @param locale - The page's language.
 * @returns A number with its format, TRUE or FALSE, or the text.
 */
export function readTyped(text: string, locale: TypingLocale): Typed {
  const trimmed = text.trim();
  const word = trimmed.toUpperCase();
  if (word === "TRUE" || word === "FALSE") return { value: word === "TRUE" };
  if (LONG.test(trimmed)) return { value: text };
  const amount = locale.decimal === "." ? trimmed : withPoint(trimmed);
  const read =
    (amount === undefined ? undefined : readAmount(amount)) ??
    readDate(trimmed, locale.tag) ??
    readTime(trimmed);
  return read ?? { value: text };
}

/** `1.234,5` as `1,234.5`; undefined when a point stands where none can. */
function withPoint(text: string): string | undefined {
  const grouped = GROUPED.exec(text);
  if (grouped) {
    const [, start = "", groups = "", rest = ""] = grouped;
    return `${start}${groups.replace(/[.\u00a0\u202f’ ]/g, ",")}${rest.replace(",", ".")}`;
  }
  return /\.|,.*,/.test(text) ? undefined : text.replace(",", ".");
}
