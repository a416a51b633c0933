import { readAnySpread } from "../assumptions/anySpread";
import { readDate } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { DAY_FORMS, readDateText } from "./dateText";

/** A typed spread a hundred times below the last one was meant in percent. */
const SLIP = [40, 250] as const;

/**
 * Reads a spread that was typed for a new row.
 *
 * @param typed - "125", "125bp" or "1.25%".
 * @param where - What the field is called.
 * @param last - The last spread of that column in basis points, or null: a number a hundred times
 * smaller is named as a slip, unless it says bp.
 * @returns Basis points.
 * @throws CalcError `invalid` when it is none of these forms.
 *
 * @example
 * readTypedSpread("1.25%", "MBS spread", 120); // => 125
 */
export function readTypedSpread(typed: string, where: string, last: number | null): number {
  const text = typed.trim();
  if (text === "")
    throw invalid(`${where} is blank; it must be a spread such as 125, 125bp or 1.25%`);
  const value = readAnySpread(text, where);
  if (last === null || /(%|bps?)$/i.test(text)) return value;
  const times = last / value;
  if (times >= SLIP[0] && times <= SLIP[1]) {
    throw invalid(
      `${where} is ${value} basis points and the last one ${last}; did you mean ${value}%? Write ${value}% or ${value}bp`,
    );
  }
  return value;
}

/**
 * Reads a date that was typed for a new row.
 *
 * @param typed - "2026-01-15", "15 Jan 2026", or another date that has one reading only.
 * @param where - What the field is called.
 * @returns The serial number.
 * @throws CalcError `invalid` when it is no date, or can be two.
 *
 * @example
 * readTypedDate("31/12/2014", "date"); // => 42004
 */
export function readTypedDate(typed: string, where: string): number {
  const text = typed.trim();
  const days = new Set<number>(
    DAY_FORMS.flatMap((form) => {
      const day = readDateText(text, form);
      return day === null ? [] : [day];
    }),
  );
  const [day] = days;
  if (day !== undefined && days.size === 1) return day;
  if (days.size > 1) {
    throw invalid(`${where} is "${text}", which can be two days; write it as 2026-01-15`);
  }
  return readDate(text, where);
}
