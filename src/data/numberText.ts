/** The sign between whole and fraction. */
export type DecimalSign = "." | ",";

/** A number as it is written in a file. */
export interface WrittenNumber {
  readonly value: number;
  /** The unit that stands behind it, if one does. */
  readonly suffix: "%" | "bp" | "";
}

const SUFFIX = /\s*(%|bps?)$/i;
/** What stands between groups of digits: blanks of four widths and two apostrophes. */
const GROUP = "'’\u00a0\u2009\u202f ";

/** Whole part in groups of three, or as India writes it: three digits, then groups of two. */
const wholeWith = (group: string) =>
  `(?:\\d+|[1-9]\\d{0,2}(?:[${group}${GROUP}]\\d{3})+|[1-9]\\d?(?:${group}\\d{2})+${group}\\d{3})?`;
const FORMS: Record<DecimalSign, RegExp> = {
  ".": new RegExp(`^[+-]?${wholeWith(",")}(?:\\.\\d*)?(?:e[+-]?\\d+)?$`, "i"),
  ",": new RegExp(`^[+-]?${wholeWith("\\.")}(?:,\\d*)?(?:e[+-]?\\d+)?$`, "i"),
};
const GROUPS: Record<DecimalSign, RegExp> = {
  ".": new RegExp(`[,${GROUP}]`, "g"),
  ",": new RegExp(`[.${GROUP}]`, "g"),
};
/** An identifier such as the CUSIP 31418E107: a power of ten has one digit before its E, or a point, or a sign behind it. */
const IDENTIFIER = /^\d{2,}e\d+$/i;
/** Hyphens and minus signs that look alike. */
const MINUS = /[−–‐‑﹣－]/;
/** A negative number as accountants write it: in brackets, or with the sign behind it. */
const BRACKETS = /^\(\s*([^()+-]+?)\s*\)(\s*%)?$/;
const SIGN_BEHIND = /^([^()+-]+?)\s*-(\s*%)?$/;

/**
 * Reads a number that is written with one decimal sign.
 *
 * @param text - For example "1,234.5", "0,62%", "−3 bp", "(12.50)", "12.5-", "1’234.5".
 * @param sign - The decimal sign; the other one stands between thousands.
 * @returns The number, or null when it is none.
 *
 * @example
 * readNumberText("1.234,5", ","); // => { value: 1234.5, suffix: "" }
 */
export function readNumberText(text: string, sign: DecimalSign): WrittenNumber | null {
  const suffix = SUFFIX.exec(text.replace(/\)$/, ""))?.[1]?.toLowerCase() ?? "";
  const body = withSignBefore(text.replace(MINUS, "-")).replace(SUFFIX, "");
  if (IDENTIFIER.test(body)) return null;
  if (!FORMS[sign].test(body) || !/\d/.test(body.replace(/e.*$/i, ""))) return null;
  const value = Number(body.replace(GROUPS[sign], "").replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return { value, suffix: suffix === "%" ? "%" : suffix === "" ? "" : "bp" };
}

function withSignBefore(text: string): string {
  const last = text.charAt(text.length - 1);
  // Nearly every number ends with a digit, and a long history has a million of them.
  if (last >= "0" && last <= "9") return text;
  const [, inside, percent = ""] = BRACKETS.exec(text) ?? SIGN_BEHIND.exec(text) ?? [];
  return inside === undefined ? text : `-${inside}${percent}`;
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
  "n.a.",
  "na",
  "nan",
  "null",
  "none",
  "nd",
]);

/**
 * Whether a field says that there is no value.
 *
 * @param text - The field.
 * @returns True for a blank, a dot, a dash, #N/A, N/A, n.a., NA, NaN, null, None and ND.
 *
 * @example
 * isMissing("#N/A"); // => true
 */
export const isMissing = (text: string): boolean =>
  text.length <= LONGEST_MISSING && MISSING.has(text.toLowerCase());

const LONGEST_MISSING = 8;
