import { daysInMonth, FIRST_SERIAL, LAST_SERIAL, serialOf } from "../calc/date/serial";
import { daySerial, type DaySerial } from "../calc/units";
import { yearOfTwoDigits, type Century } from "./century";
import { monthNamed } from "./monthNames";

/** The ways in which a day can be written. */
export const DAY_FORMS = ["year first", "month first", "day first", "month by name"] as const;

/** The ways in which a date can be written: a day, a whole month or quarter or year, or a count. */
export const DATE_FORMS = [
  ...DAY_FORMS,
  "month",
  "quarter",
  "year",
  "epoch seconds",
  "epoch milliseconds",
  "serial number",
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

const TIME =
  "(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?Z?(?: ?(?:UTC|GMT))?(?:[+-]\\d{2}:?\\d{2})?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, "i");
const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const NUMBERS = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, "i");
const DAY_AND_NAME = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(\\p{L}{3,9})\\.?[-/., ]*(\\d{4}|\\d{2})${TIME}$`,
  "iu",
);
const NAME_AND_DAY = new RegExp(
  `^(\\p{L}{3,9})\\.?[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\\d{4})${TIME}$`,
  "iu",
);
const YEAR_AND_NAME = new RegExp(
  `^(\\d{4})[-/., ]*(\\p{L}{3,9})\\.?[-/. ]*(\\d{1,2})${TIME}$`,
  "iu",
);
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+/i;

const YEAR_AND_MONTH = /^((?:18|19|20)\d{2})(?:[-/: ]M?|M)(\d{1,2})$/i;
const SIX_DIGITS = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;
const MONTH_AND_YEAR = /^(\d{1,2})[-/]((?:18|19|20)\d{2})$/;
const NAME_THEN_YEAR = /^(\p{L}{3,9})\.?[-/, '’]*(\d{4}|\d{2})$/iu;
const YEAR_THEN_NAME = /^(\d{4})[-/, ]*(\p{L}{3,9})\.?$/iu;

const YEAR_AND_QUARTER = /^(\d{4})[-/: ]*Q([1-4])$/i;
const QUARTER_AND_YEAR = /^(?:Q([1-4])|([1-4])Q)[-/: '’]*(\d{4}|\d{2})$/i;

const YEAR = /^(?:19|20)\d{2}$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}(?:\.\d+)?$/;
const SECONDS_A_DAY = 86_400;
/** Excel's serial of 1 January 1970, from which epochs count. */
const EPOCH = 25_569;

/** A date that is nothing but a number: it is one only where no other column can be the date. */
const BARE_NUMBER = /^\d+(?:\.\d+)?$/;

/**
 * Whether a text could as well be a value.
 * @param text - A text that reads as a date.
 * @returns True for digits alone, as in 42004, 201412 or 1420070400.
 */
export const isBareNumber = (text: string): boolean => BARE_NUMBER.test(text);

/**
 * Reads a date that is written in one form.
 *
 * @param text - For example "31.12.2014", "Jan-14", "2014-Q4"; a time of day and a weekday are dropped.
 * @param form - The form.
 * @param century - What years of two digits mean.
 * @returns Its serial number, or null when it is no date in that form; a month, a quarter and a year
 * are their last day, an epoch the day of its time in UTC.
 *
 * @example
 * readDateText("12/31/2014", "month first"); // => 42004
 */
export const readDateText = (
  text: string,
  form: DateForm,
  century: Century = "1930 to 2029",
): DaySerial | null => READERS[form](withoutWeekday(text), century);

/**
 * Whether a date is written with a year of two digits.
 * @param text - The text.
 * @param form - The form that reads it.
 * @returns True where the century has to be known.
 */
export const hasTwoDigits = (text: string, form: DateForm): boolean =>
  readDateText(text, form, "1900 to 1999") !== readDateText(text, form, "2000 to 2099");

function withoutWeekday(text: string): string {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 ? text : text.replace(WEEKDAY, "");
}

type Part = string | undefined;
type Reader = (text: string, century: Century) => DaySerial | null;

const READERS: Record<DateForm, Reader> = {
  "year first": (text) => {
    const match = YEAR_FIRST.exec(text);
    if (match !== null) return day(Number(match[1]), match[3], match[4]);
    const digits = EIGHT_DIGITS.exec(text);
    return digits === null ? null : day(Number(digits[1]), digits[2], digits[3]);
  },
  "month first": (text, century) => {
    const match = NUMBERS.exec(text);
    // No country writes month.day.year: dots stand between day, month and year.
    if (match === null || match[2] === ".") return null;
    return day(yearOf(match[4], century), match[1], match[3]);
  },
  "day first": (text, century) => {
    const match = NUMBERS.exec(text);
    return match === null ? null : day(yearOf(match[4], century), match[3], match[1]);
  },
  "month by name": (text, century) => {
    const first = DAY_AND_NAME.exec(text);
    if (first !== null) return day(yearOf(first[3], century), monthNamed(first[2]), first[1]);
    const second = NAME_AND_DAY.exec(text);
    if (second !== null) return day(Number(second[3]), monthNamed(second[1]), second[2]);
    const third = YEAR_AND_NAME.exec(text);
    return third === null ? null : day(Number(third[1]), monthNamed(third[2]), third[3]);
  },
  month: (text, century) => {
    const first = YEAR_AND_MONTH.exec(text) ?? SIX_DIGITS.exec(text);
    if (first !== null) return endOf(Number(first[1]), Number(first[2]));
    const second = MONTH_AND_YEAR.exec(text);
    if (second !== null) return endOf(Number(second[2]), Number(second[1]));
    const third = NAME_THEN_YEAR.exec(text);
    if (third !== null) return endOf(yearOf(third[2], century), monthNamed(third[1]));
    const fourth = YEAR_THEN_NAME.exec(text);
    return fourth === null ? null : endOf(Number(fourth[1]), monthNamed(fourth[2]));
  },
  quarter: (text, century) => {
    const first = YEAR_AND_QUARTER.exec(text);
    if (first !== null) return endOf(Number(first[1]), 3 * Number(first[2]));
    const second = QUARTER_AND_YEAR.exec(text);
    if (second === null) return null;
    return endOf(yearOf(second[3], century), 3 * Number(second[1] ?? second[2]));
  },
  year: (text) => (YEAR.test(text) ? endOf(Number(text), 12) : null),
  "epoch seconds": (text) => (SECONDS.test(text) ? dayOfEpoch(Number(text)) : null),
  "epoch milliseconds": (text) =>
    MILLISECONDS.test(text) ? dayOfEpoch(Number(text) / 1000) : null,
  "serial number": (text) => {
    if (!SERIAL.test(text)) return null;
    const serial = Math.floor(Number(text));
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? daySerial(serial) : null;
  },
};

const yearOf = (text: Part, century: Century): number =>
  text?.length === 2 ? yearOfTwoDigits(Number(text), century) : Number(text);

const dayOfEpoch = (seconds: number): DaySerial =>
  daySerial(EPOCH + Math.floor(seconds / SECONDS_A_DAY));

function endOf(year: number, month: number): DaySerial | null {
  if (!(month >= 1 && month <= 12)) return null;
  return day(year, String(month), String(daysInMonth(year, month)));
}

function day(year: number, month: Part | number, ofMonth: Part): DaySerial | null {
  const [m, d] = [Number(month), Number(ofMonth)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(year, m))) return null;
  if (year < 1900 || (year === 1900 && m < 3)) return null;
  return serialOf(year, m, d);
}
