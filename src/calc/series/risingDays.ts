import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial } from "../units";

/**
 * Refuses a column of dates that does not rise from row to row.
 *
 * A day that stands twice has two values, and days out of order make an earlier value of a later
 * one: neither can be repaired without a guess, so neither is.
 *
 * @param days - Days in the order of their rows.
 * @param name - The argument's name, for the message.
 * @param rows - The row of each day, where rows without one were passed over; 1, 2, 3 by default.
 * @throws CalcError `invalid` for the first row whose day is not after the day before it.
 *
 * @example
 * requireRisingDays([46037, 46038].map(daySerial), "dates"); // => undefined
 */
export function requireRisingDays(
  days: readonly DaySerial[],
  name: string,
  rows: readonly number[] | null = null,
): void {
  let next = days[0] as DaySerial;
  for (let i = 1; i < days.length; i++) {
    const before = next;
    const day = (next = days[i] as DaySerial);
    if (day > before) continue;
    const what =
      day === before ? "the same day as the row before" : `after ${isoFromSerial(before)}`;
    throw invalid(
      `${name}, row ${rows?.[i] ?? i + 1}, is ${isoFromSerial(day)}, ${what}; it must be rising days, each once`,
    );
  }
}
