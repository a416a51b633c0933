/* Settlement of mortgages as people write it: a month of the calendar of forward trades, a day, or days of accrued interest. */
import { calendarDay, serialOf } from "../calc/date/serial";
import { invalid } from "../calc/errors";
import {
  accruedDaysOn,
  TBA_CLASSES,
  tbaSettlement,
  type SettlementMonth,
  type TbaClass,
} from "../calc/mortgage/tbaCalendar";
import type { DaySerial } from "../calc/units";
import { choiceOf } from "./choice";
import { readCount, readDate, shown, type Written } from "./humanValues";

const MONTH = /^\s*(\d{4})-(\d{2})\s*(?:\s([A-Za-z]))?\s*$/;

const classNamed = choiceOf(TBA_CLASSES);

/** A month and the class that settles in it. */
interface ClassMonth {
  readonly month: SettlementMonth;
  readonly cls: TbaClass;
}

/** A month as a text, "2026-08" or "2026-08 C" with a class (A where none is named); null for other texts. */
function writtenMonth(written: Written, where: string): ClassMonth | null {
  const found = typeof written === "string" ? MONTH.exec(written) : null;
  if (found === null) return null;
  const [, year, month, cls = "A"] = found;
  if (!(Number(month) >= 1 && Number(month) <= 12)) {
    throw invalid(`${where} is ${shown(written)}; it must be a month from 01 to 12`);
  }
  return {
    month: { year: Number(year), month: Number(month) },
    cls: classNamed(cls, where),
  };
}

/** Smaller numbers are no settlement day, but a wrong number of days. */
const FIRST_DAY = serialOf(1990, 1, 1);

/**
 * Whether a value is a day and not a number of days.
 *
 * @param written - The value.
 * @returns True for a day as Excel keeps it, or as "2026-08-13".
 *
 * @example
 * [isDay(12), isDay("2026-08-13"), isDay(serialOf(2026, 8, 13))]; // => [false, true, true]
 */
export function isDay(written: Written): boolean {
  return typeof written === "string"
    ? /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(written)
    : typeof written === "number" && written >= FIRST_DAY;
}

/**
 * A month of settlement.
 *
 * @param written - "2026-08", or any day in it.
 * @param where - The argument's name.
 * @returns The month.
 * @throws CalcError `invalid` when it is neither.
 *
 * @example
 * readSettlementMonth("2026-08-20", "month"); // => { year: 2026, month: 8, day: 20 }
 */
export function readSettlementMonth(written: Written, where: string): SettlementMonth {
  const month = writtenMonth(written, where)?.month;
  if (month !== undefined) return month;
  if (!isDay(written)) {
    throw invalid(
      `${where} is ${shown(written)}; it must be a month such as "2026-08", or a date in it`,
    );
  }
  return calendarDay(readDate(written, where));
}

/**
 * The month and class that a settlement month names; a first of a month is how Excel keeps "2026-08".
 *
 * @param written - "2026-08", "2026-08 C", or a first of a month, whose class is A.
 * @param where - The argument's name.
 * @returns The month and its class; null for other values.
 * @throws CalcError `invalid` for a month or a class that is none.
 *
 * @example
 * readClassMonth("2026-08 c", "days"); // => { month: { year: 2026, month: 8 }, cls: "C" }
 */
export function readClassMonth(written: Written, where: string): ClassMonth | null {
  if (!isDay(written)) return writtenMonth(written, where);
  const { year, month, day } = calendarDay(readDate(written, where));
  return day === 1 ? { month: { year, month }, cls: "A" } : null;
}

/** How much interest has accrued at settlement, and the day of settlement where it is known. */
export interface Accrued {
  readonly days: number;
  readonly settlement: DaySerial | null;
}

/**
 * Accrued days.
 *
 * @param written - Days from 0 to 30, a settlement month, or the day of settlement itself.
 * @param where - The argument's name.
 * @returns The days, and the day of settlement where it is known.
 * @throws CalcError `invalid` for another value, `missing` for a month that the calendar does not have.
 *
 * @example
 * [readAccrued(12, "accruedDays").days, readAccrued("2026-08 C", "accruedDays").days]; // => [12, 19]
 */
export function readAccrued(written: Written, where: string): Accrued {
  const named = readClassMonth(written, where);
  if (named !== null) return accruedOn(tbaSettlement(named.month, named.cls));
  if (isDay(written)) return accruedOn(readDate(written, where));
  if (typeof written === "string" && !/^\s*[-+]?[\d.,]+\s*$/.test(written)) {
    throw invalid(
      `${where} is ${shown(written)}; it must be days from 0 to 30, a settlement month such as "2026-08" or "2026-08 C", or a date`,
    );
  }
  const days = readCount(written, where, 0);
  if (days > 30) throw invalid(`${where} is ${days}; it must be at most 30`);
  return { days, settlement: null };
}

const accruedOn = (settlement: DaySerial): Accrued => ({
  days: accruedDaysOn(settlement),
  settlement,
});
