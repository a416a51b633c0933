/* Numbers and dates as the reader's language writes them. */

/** How a language writes numbers and dates. */
export interface NumberStyle {
  readonly locale: string;
  readonly decimal: string;
  readonly group: string;
}

/**
 * How a language writes numbers.
 *
 * @param locale - A language tag, for example "de-DE".
 * @returns Its decimal sign and the sign between thousands.
 */
export function numberStyle(locale: string): NumberStyle {
  // Years of our era and digits 0 to 9 in every language, as the cells beside the pane have them.
  const written = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" });
  const parts = new Intl.NumberFormat(written).formatToParts(1_234_567.8);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { locale: written.toString(), decimal: part("decimal"), group: part("group") };
}

/**
 * Writes a number in a language.
 *
 * @param value - The number.
 * @param digits - Digits after the decimal sign.
 * @param style - The language.
 * @returns For example "1,234.5".
 */
export const writeNumber = (value: number, digits: number, { locale }: NumberStyle): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    // A small negative number that rounds to 0 is 0.
    .format(Number(value.toFixed(digits)) === 0 ? 0 : value)
    .replace("-", "−");

/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const MS_PER_DAY = 86_400_000;

/**
 * Writes a date serial in a language.
 *
 * @param serial - Excel's number of the day.
 * @param style - The language.
 * @returns For example "31 Dec 2014".
 */
export const writeDate = (serial: number, { locale }: NumberStyle): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    (serial - UNIX_EPOCH) * MS_PER_DAY,
  );

/** One dot before three digits: thousands in some languages, a decimal sign in others. */
const AMBIGUOUS = /^\s*[-+−]?\d{1,3}\.\d{3}\s*(%|bps?)?\s*$/i;
/** Several dots can only stand between thousands. */
const GROUPED = /\d\.\d{3}\.\d{3}/;

/** What was typed, ready to be read; or why it cannot be. */
export type Typed = { readonly text: string } | { readonly problem: string };

/**
 * What was typed with the decimal sign of a language, with the dot that the assumptions are read with.
 *
 * Where the comma is the decimal sign a dot may be one too (figures copied from a terminal) or stand
 * between thousands: what could be both is asked about, never guessed.
 *
 * @param typed - What was typed for a number, for example "5,03%".
 * @param style - The language.
 * @returns For example "5.03%", or the question.
 */
export function canonical(typed: string, { decimal }: NumberStyle): Typed {
  if (decimal !== ",") return { text: typed };
  if (typed.includes(",") || GROUPED.test(typed)) {
    return { text: typed.replaceAll(".", "").replace(",", ".") };
  }
  if (!AMBIGUOUS.test(typed)) return { text: typed };
  const [whole, fraction] = [typed.replace(".", ""), typed.replace(".", ",")];
  return { problem: `${typed} can be two numbers here; write ${whole} or ${fraction}` };
}

/**
 * A value as the assumptions are written, with the decimal sign of a language.
 *
 * @param written - For example "5.03%".
 * @param style - The language.
 * @returns For example "5,03%".
 */
export const localised = (written: string, style: NumberStyle): string =>
  style.decimal === "," && /^[−-]?\d+\.\d+%?$/.test(written) ? written.replace(".", ",") : written;
