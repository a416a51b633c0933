import { quoted } from "../assumptions/humanValues";
import { isoFromSerial } from "../calc/date/serial";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { centuryQuestion, type Century } from "./century";
import { DATE_FORMS, hasTwoDigits, readDateText, type DateForm } from "./dateText";
import type { Choice, Question } from "./question";
import { count, spread } from "./sentenceParts";

/** The form of a column of dates as far as the column shows it. */
export interface DateOrder {
  /** The form that reads most of the column. */
  readonly form: DateForm;
  /** Set when a second form reads as much of it and gives other days. */
  readonly question: Question | null;
  /** What the column shows, in a sentence. */
  readonly reason: string;
}

/** Texts that are tried in every form, before all of them are in the forms that are left. */
const SAMPLE = 500;

/**
 * The form in which a column of dates is written.
 *
 * A column that can be month first and day first is asked about: no order of days, and no country
 * of the user, decides it.
 *
 * @param texts - The fields of the column, without blanks.
 * @returns The form, and the question where there are two; null when no field reads as a date.
 */
export function* dateOrder(texts: readonly string[]): Sliced<DateOrder | null> {
  const sample = spread(texts, SAMPLE);
  const forms = DATE_FORMS.filter((form) =>
    sample.some((text) => readDateText(text, form) !== null),
  );
  const counts: { form: DateForm; read: number }[] = [];
  for (const form of forms) {
    let read = 0;
    yield* lookAt(texts, (text) => {
      if (readDateText(text, form) !== null) read++;
    });
    counts.push({ form, read });
  }
  counts.sort((a, b) => b.read - a.read);
  const [best, second] = counts;
  if (best === undefined || best.read === 0) return null;
  const example = texts.find((text) => readDateText(text, best.form) !== null) ?? "";
  if (second?.read !== best.read) return decided(best.form, example);
  const both = [best.form, second.form].sort(byForm);
  const unlike = texts.find((text) => {
    const [a, b] = both.map((form) => readDateText(text, form));
    return a !== null && b !== null && a !== b;
  });
  // The same days either way, as 01/01/2014: nothing to ask.
  if (unlike === undefined) return decided(best.form, example);
  const choices = both.map((form): Choice => {
    const serial = readDateText(unlike, form);
    return {
      value: form,
      label: `${form}: ${unlike} is ${serial === null ? "" : longDate(serial)}`,
    };
  });
  const about = `the dates, such as ${quoted(unlike)}, can be read in two ways, and ${count(best.read, "row")} fit both`;
  return {
    form: best.form,
    question: { topic: "date order", about, choices, shown: null },
    reason: about,
  };
}

const byForm = (a: DateForm, b: DateForm) => DATE_FORMS.indexOf(a) - DATE_FORMS.indexOf(b);

function decided(form: DateForm, example: string): DateOrder {
  const serial = readDateText(example, form);
  const reason = `dates are written ${FORM_WORDS[form]}: ${quoted(example)} is ${serial === null ? "" : longDate(serial)}`;
  return { form, question: null, reason };
}

const FORM_WORDS: Record<DateForm, string> = {
  "year first": "year first",
  "month first": "month first",
  "day first": "day first",
  "month by name": "with the month's name",
  month: "as months, and each stands on its last day",
  quarter: "as quarters, and each stands on its last day",
  year: "as years, and each stands on its last day",
  "epoch seconds": "as seconds since 1970 (days of UTC)",
  "epoch milliseconds": "as milliseconds since 1970 (days of UTC)",
  "serial number": "as Excel's serial numbers",
};

/**
 * What is done to dates that are whole periods.
 * @param form - The form of the dates.
 * @returns A sentence, or null where each date is a day.
 */
export const periodRepair = (form: DateForm): string | null =>
  form === "month" || form === "quarter" || form === "year"
    ? `each ${form} dated by its last day`
    : null;

/**
 * The question which century years of two digits are of.
 *
 * @param texts - The dates, without blanks.
 * @param form - Their form.
 * @returns The question, or null where no year has two digits.
 */
export function* centuryOf(texts: readonly string[], form: DateForm): Sliced<Question | null> {
  if (!spread(texts, SAMPLE).some((text) => hasTwoDigits(text, form))) return null;
  const digits = new Set<number>();
  let example = "";
  yield* lookAt(texts, (text) => {
    if (!hasTwoDigits(text, form)) return;
    digits.add(yearIn(text, form, "1900 to 1999") - 1900);
    if (example === "") example = text;
  });
  return digits.size === 0 ? null : centuryQuestion(digits, example);
}

function yearIn(text: string, form: DateForm, century: Century): number {
  const serial = readDateText(text, form, century);
  // 1900 begins in March for Excel; earlier days of that year are read in the next century.
  return serial === null ? 1900 : Number(isoFromSerial(serial).slice(0, 4));
}

const MONTH_NAMES =
  "January February March April May June July August September October November December";

/** With the month's name: the one form that cannot be read as another day. */
function longDate(serial: Parameters<typeof isoFromSerial>[0]): string {
  const [year = "", month = "", day = ""] = isoFromSerial(serial).split("-");
  return `${Number(day)} ${MONTH_NAMES.split(" ")[Number(month) - 1] ?? ""} ${year}`;
}
