/* The days of a table's rows. */
import { invalid } from "../calc/errors";
import { lookAt, type Sliced } from "../calc/numeric/sliced";
import type { DaySerial } from "../calc/units";
import type { Century } from "./century";
import { centuryOf, dateOrder, periodRepair } from "./dateOrder";
import { readDateText, type DateForm } from "./dateText";
import type { Frame } from "./frame";
import type { Gathering } from "./gathering";
import type { Layout } from "./layout";
import { isMissing } from "./numberText";

/** How the dates of a table are to be read. */
export interface DateReading {
  readonly form: DateForm;
  readonly century: Century;
}

/**
 * Finds how the dates are written: in all of the table's columns of dates alike.
 *
 * @param frame - The table.
 * @param layout - What stands where in it.
 * @param all - What was found and asked so far.
 * @returns The form and the century, or null while one is asked for.
 * @throws CalcError `invalid` when no date can be read.
 */
export function* datesOf(frame: Frame, layout: Layout, all: Gathering): Sliced<DateReading | null> {
  const texts = layout.dates.flatMap((at) =>
    frame.rows.flatMap((row) => {
      const field = row[at] ?? "";
      return isMissing(field) ? [] : [field];
    }),
  );
  const order = yield* dateOrder(texts);
  if (order === null) throw invalid(`${frame.source} has no date that can be read`);
  if (order.question === null) all.facts.push(order.reason);
  const form = order.question === null ? order.form : (all.ask(order.question) as DateForm | null);
  if (form === null) return null;
  const repair = periodRepair(form);
  if (repair !== null) all.repairs.push(repair);
  const question = yield* centuryOf(texts, form);
  const century = question === null ? "1930 to 2029" : all.ask(question);
  return century === null ? null : { form, century: century as Century };
}

/**
 * The days of some fields.
 *
 * @param fields - What holds the dates.
 * @param reading - How they are written.
 * @param take - Is given each field with its day, null where it is none.
 * @returns The work.
 */
export const readDays = <T extends { readonly date: string }>(
  fields: readonly T[],
  { form, century }: DateReading,
  take: (field: T, day: DaySerial | null) => void,
): Sliced<undefined> =>
  lookAt(fields, (field) => {
    take(field, readDateText(field.date, form, century));
  });
