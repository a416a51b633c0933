/* How old the data are today: the pane may look at the clock, the functions do not. */
import { businessDaysOverdue, periodsPerYear } from "../../calc/date/rhythm";
import { daySerial } from "../../calc/units";
import type { GapPoint } from "./gapPoint";

/** The last day with a value, where it is too old or still to come. */
export interface DataAge {
  readonly kind: "stale" | "future";
  /** Excel's date serial. */
  readonly day: number;
}

/** Excel's serial of 1 January 1970, and a day's milliseconds. */
const [UNIX_EPOCH, MS_PER_DAY] = [25_569, 86_400_000];

/**
 * Today as Excel counts days, by the user's own clock.
 * @returns The serial.
 */
export function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY + UNIX_EPOCH;
}

/**
 * Whether a history is too old for a call today, or ends in the future.
 *
 * @param history - Oldest first.
 * @param day - Today's serial.
 * @param staleDays - Business days that the data may be overdue.
 * @returns What to say; null where the data are of their rhythm.
 */
export function dataAge(
  history: readonly GapPoint[],
  day: number,
  staleDays: number,
): DataAge | null {
  const days = history.filter(({ gap }) => gap !== null).map(({ date }) => daySerial(date));
  const last = days.at(-1);
  if (last === undefined || days.length < 2) return null;
  if (last > day) return { kind: "future", day: last };
  const overdue = businessDaysOverdue(last, daySerial(day), periodsPerYear(days));
  return overdue > staleDays ? { kind: "stale", day: last } : null;
}
