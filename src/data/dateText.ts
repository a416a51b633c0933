import { daysInMonth, FIRST_SERIAL, LAST_SERIAL, serialOf } from "../calc/date/serial";
import { daySerial, type DaySerial } from "../calc/units";

/** The ways in which a date can be written. */
export const DATE_FORMS = [
  "year first",
  "month first",
  "day first",
  "month by name",
  "serial number",
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

const TIME =
  "(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?Z?(?:[+-]\\d{2}:?\\d{2})?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, "i");
const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const NUMBERS = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, "i");
const DAY_AND_NAME = /^(\d{1,2})[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4}|\d{2})$/i;
const NAME_AND_DAY = /^([a-z]{3,9})\.?[-/. ]+(\d{1,2})[-/., ]+(\d{4})$/i;
const SERIAL = /^\d{5}(?:\.\d+)?$/;

const MONTHS = new Map<string, number>(
  [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ].flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [name.slice(0, 3), i + 1],
  ]),
).set("sept", 9);

/** Excel's own rule for two digits: 00 to 29 are of this century. */
const FIRST_OF_1900 = 30;

/**
 * Reads a date that is written in one form.
 *
 * @param text - For example "31.12.2014"; a time of day is dropped.
 * @param form - The form.
 * @returns Its serial number, or null when it is no day in that form.
 *
 * @example
 * readDateText("12/31/2014", "month first"); // => 42004
 */
export const readDateText = (text: string, form: DateForm): DaySerial | null => READERS[form](text);

const READERS: Record<DateForm, (text: string) => DaySerial | null> = {
  "year first": (text) => {
    const match = YEAR_FIRST.exec(text);
    if (match !== null) return day(match[1], match[3], match[4]);
    const digits = EIGHT_DIGITS.exec(text);
    return digits === null ? null : day(digits[1], digits[2], digits[3]);
  },
  "month first": (text) => {
    const match = NUMBERS.exec(text);
    // No country writes month.day.year: dots stand between day, month and year.
    return match === null || match[2] === "." ? null : day(match[4], match[1], match[3]);
  },
  "day first": (text) => {
    const match = NUMBERS.exec(text);
    return match === null ? null : day(match[4], match[3], match[1]);
  },
  "month by name": (text) => {
    const first = DAY_AND_NAME.exec(text);
    if (first !== null) return day(first[3], monthNamed(first[2]), first[1]);
    const second = NAME_AND_DAY.exec(text);
    return second === null ? null : day(second[3], monthNamed(second[1]), second[2]);
  },
  "serial number": (text) => {
    if (!SERIAL.test(text)) return null;
    const serial = Math.floor(Number(text));
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? daySerial(serial) : null;
  },
};

const monthNamed = (name: string | undefined): string =>
  String(MONTHS.get((name ?? "").toLowerCase()) ?? 0);

function day(
  year: string | undefined,
  month: string | undefined,
  ofMonth: string | undefined,
): DaySerial | null {
  const [m, d] = [Number(month), Number(ofMonth)];
  let y = Number(year);
  if (year?.length === 2) y += y < FIRST_OF_1900 ? 2000 : 1900;
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m))) return null;
  if (y < 1900 || (y === 1900 && m < 3)) return null;
  return serialOf(y, m, d);
}
