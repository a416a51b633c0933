/* Which columns of a table hold dates. */
import { DATE_FORMS, isBareNumber, readDateText } from "./dateText";
import { hasPhrase, nameTokens } from "./nameTokens";
import { isMissing } from "./numberText";
import { spread } from "./sentenceParts";

/** Rows that are looked at: those at the top, where short columns are, and some of all. */
const AT_TOP = 100;
const SAMPLE = 200;
/** A history that begins below as much text as it has rows still holds this many dates in a run. */
const FEWEST_IN_RUN = 3;

type Rows = readonly (readonly string[])[];

/** Columns that can be the dates, from 0. */
export interface DateColumns {
  readonly at: readonly number[];
  /** Whether they hold nothing but numbers: then only one of them is the date. */
  readonly areNumbers: boolean;
}

/**
 * The columns that hold dates; numbers are taken for dates only where nothing else is one.
 *
 * @param rows - The rows of a table, with whatever stands above and below the data.
 * @param width - How many columns there are.
 * @returns The columns; none when nothing reads as a date.
 */
export function dateColumns(rows: Rows, width: number): DateColumns {
  const sample = [...rows.slice(0, AT_TOP), ...spread(rows.slice(AT_TOP), SAMPLE)];
  const columns = Array.from({ length: width }, (_, at) => at);
  const written = columns.filter((at) => holdsDates(sample, at, false));
  if (written.length > 0) return { at: written, areNumbers: false };
  const numbers = columns.filter((at) => holdsDates(sample, at, true));
  return { at: likeliest(numbers, sample, rows), areNumbers: true };
}

function holdsDates(rows: Rows, at: number, asNumbers: boolean): boolean {
  const fields = rows.flatMap((row) => {
    const field = row[at] ?? "";
    return isMissing(field) ? [] : [field];
  });
  const areDates = fields.map((field) => isDate(field, asNumbers));
  const dates = areDates.filter(Boolean).length;
  if (dates === 0) return false;
  if (dates >= 0.5 * fields.length) return true;
  const run = areDates.slice(areDates.indexOf(true), areDates.lastIndexOf(true) + 1);
  return dates >= FEWEST_IN_RUN && dates > 0.8 * run.length;
}

/** A whole year is told by its column's name alone: values of 1,900 to 2,099 are usual. */
const FORMS = DATE_FORMS.filter((form) => form !== "year");

/**
 * Whether a field is a date.
 *
 * @param field - The field.
 * @param asNumber - Whether it has to be a bare number, or must not be.
 * @returns True for a date in any form but a lone year.
 */
export const isDate = (field: string, asNumber: boolean): boolean =>
  isBareNumber(field) === asNumber && FORMS.some((form) => readDateText(field, form) !== null);

const DATE_WORDS = [
  ...["date", "dates", "day", "datum", "fecha", "data", "time", "timestamp", "datetime", "month"],
  ...["yyyymm", "yyyymmdd", "period", "as of", "asof", "observation", "epoch", "unix"],
];

/** Among columns of numbers: the one that is named so, else the one whose numbers rise or fall. */
function likeliest(columns: readonly number[], sample: Rows, rows: Rows): readonly number[] {
  if (columns.length < 2) return columns;
  const headings = rows.slice(0, AT_TOP);
  const named = columns.filter((at) =>
    headings.some((row) => {
      const field = row[at] ?? "";
      return !isDate(field, true) && hasPhrase(nameTokens(field), DATE_WORDS);
    }),
  );
  if (named.length === 1) return named;
  const among = named.length > 1 ? named : columns;
  const steady = among.filter((at) => runsOneWay(sample, at));
  return steady.length === 1 ? steady : among;
}

function runsOneWay(rows: Rows, at: number): boolean {
  const values = rows.flatMap((row) => {
    const field = row[at] ?? "";
    return isDate(field, true) ? [Number(field)] : [];
  });
  const rises = values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
  const falls = values.every((value, i) => i === 0 || value < (values[i - 1] ?? value));
  return values.length > 1 && (rises || falls);
}
