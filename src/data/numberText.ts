/** The sign between whole and fraction. */
export type DecimalSign = "." | ",";

/** A number as it is written in a file. */
export interface WrittenNumber {
  readonly value: number;
  /** The unit that stands behind it, if one does. */
  readonly suffix: "%" | "bp" | "";
}

const SUFFIX = /\s*(%|bps?)$/i;
const DOT = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:[,'\u00a0\u202f ]\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:[.'\u00a0\u202f ]\d{3})+)?(?:,\d*)?(?:e[+-]?\d+)?$/i;

/**
 * Reads a number that is written with one decimal sign.
 *
 * @param text - For example "1,234.5", "0,62%", "−3 bp".
 * @param sign - The decimal sign; the other one stands between thousands.
 * @returns The number, or null when it is none.
 *
 * @example
 * readNumberText("1.234,5", ","); // => { value: 1234.5, suffix: "" }
 */
export function readNumberText(text: string, sign: DecimalSign): WrittenNumber | null {
  const suffix = SUFFIX.exec(text)?.[1]?.toLowerCase() ?? "";
  const body = text.replace(SUFFIX, "").replace(/^[−–]/, "-");
  const form = sign === "." ? DOT : COMMA;
  if (!form.test(body) || !/\d/.test(body.replace(/e.*$/i, ""))) return null;
  const plain =
    sign === "." ? body.replace(/[,'\u00a0\u202f ]/g, "") : body.replace(/[.'\u00a0\u202f ]/g, "");
  const value = Number(plain.replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return { value, suffix: suffix === "%" ? "%" : suffix === "" ? "" : "bp" };
}

/** How sources write that there is no value, in lower case. */
const MISSING = new Set([
  "",
  ".",
  "-",
  "–",
  "—",
  "#n/a",
  "#n/a n/a",
  "n/a",
  "na",
  "nan",
  "null",
  "nd",
]);

/**
 * Whether a field says that there is no value.
 *
 * @param text - The field.
 * @returns True for a blank, a dot, a dash, #N/A, N/A, NA, NaN, null and ND.
 *
 * @example
 * isMissing("#N/A"); // => true
 */
export const isMissing = (text: string): boolean => MISSING.has(text.toLowerCase());
