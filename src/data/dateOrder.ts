import { isoFromSerial } from "../calc/date/serial";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { DATE_FORMS, readDateText, type DateForm } from "./dateText";
import type { Choice, Question } from "./question";
import { count, inQuotes } from "./words";

/** The form of a column of dates as far as the column shows it. */
export interface DateOrder {
  /** The form that reads most of the column. */
  readonly form: DateForm;
  /** Set when a second form reads as much of it and gives other days. */
  readonly question: Question | null;
  /** What the column shows, in a sentence. */
  readonly reason: string;
}

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
  const counts: { form: DateForm; read: number }[] = [];
  for (const form of DATE_FORMS) {
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
  if (second?.read !== best.read) return decided(best.form, example, texts);
  const forms = [best.form, second.form].sort(byForm);
  const sample = texts.find((text) => {
    const [a, b] = forms.map((form) => readDateText(text, form));
    return a !== null && b !== null && a !== b;
  });
  // The same days either way, as 01/01/2014: nothing to ask.
  if (sample === undefined) return decided(best.form, example, texts);
  const choices = forms.map((form): Choice => {
    const serial = readDateText(sample, form);
    return {
      value: form,
      label: `${form}: ${sample} is ${serial === null ? "" : longDate(serial)}`,
    };
  });
  const about = `the dates, such as ${inQuotes(sample)}, can be read in two ways, and ${count(best.read, "row")} fit both`;
  return {
    form: best.form,
    question: { topic: "date order", about, choices, shown: null },
    reason: about,
  };
}

const byForm = (a: DateForm, b: DateForm) => DATE_FORMS.indexOf(a) - DATE_FORMS.indexOf(b);

function decided(form: DateForm, example: string, texts: readonly string[]): DateOrder {
  const serial = readDateText(example, form);
  const twoDigits = texts.some((text) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text));
  const century = twoDigits ? "; years of two digits are 1930 to 2029" : "";
  const reason = `dates are written ${FORM_WORDS[form]}: ${inQuotes(example)} is ${serial === null ? "" : longDate(serial)}${century}`;
  return { form, question: null, reason };
}

const FORM_WORDS: Record<DateForm, string> = {
  "year first": "year first",
  "month first": "month first",
  "day first": "day first",
  "month by name": "with the month's name",
  "serial number": "as Excel's serial numbers",
};

const MONTH_NAMES =
  "January February March April May June July August September October November December";

/** With the month's name: the one way that nobody reads as another day. */
function longDate(serial: Parameters<typeof isoFromSerial>[0]): string {
  const [year = "", month = "", day = ""] = isoFromSerial(serial).split("-");
  return `${Number(day)} ${MONTH_NAMES.split(" ")[Number(month) - 1] ?? ""} ${year}`;
}
