/* Settlement of mortgages: a month of the calendar of forward trades, a day, or days of accrued interest. */
import { readCount, readDate, shown, type Written } from "../../assumptions/humanValues";
import { calendarDay, isoFromSerial, serialOf } from "../../calc/date/serial";
import { invalid } from "../../calc/errors";
import {
  accruedDaysOn,
  rollDays,
  TBA_CLASSES,
  tbaSettlement,
  type SettlementMonth,
  type TbaClass,
} from "../../calc/mortgage/tbaCalendar";
import { UMBS_DELAY, type PoolTiming } from "../../calc/mortgage/poolTiming";
import type { DaySerial } from "../../calc/units";
import { choice, optional, type Reader } from "../excel/oneCell";
import type { Argument } from "../excel/grid";

const MONTH = /^\s*(\d{4})-(\d{2})\s*(?:\s([A-Za-z]))?\s*$/;

/** Reader of a class of settlement. */
export const tbaClassReader: Reader<TbaClass> = choice(TBA_CLASSES);

/** A month and the class that settles in it. */
export interface ClassMonth {
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
    cls: tbaClassReader(cls, where),
  };
}

/** Smaller numbers are no settlement day, but a wrong number of days. */
const FIRST_DAY = serialOf(1990, 1, 1);

/** Whether a value is a day as Excel keeps it, or as "2026-08-13": not a small number of days. */
const isDay = (written: Written): boolean =>
  typeof written === "string"
    ? /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(written)
    : typeof written === "number" && written >= FIRST_DAY;

/**
 * Reader of a month of settlement: "2026-08", or any day in it.
 *
 * @param written - The value.
 * @param where - The argument's name.
 * @returns The month.
 * @throws CalcError `invalid` when it is neither.
 */
export const settlementMonth: Reader<SettlementMonth> = (written, where) => {
  const month = writtenMonth(written, where)?.month;
  if (month !== undefined) return month;
  if (!isDay(written)) {
    throw invalid(
      `${where} is ${shown(written)}; it must be a month such as "2026-08", or a date in it`,
    );
  }
  return calendarDay(readDate(written, where));
};

/**
 * The month and class that a settlement month names; a first of a month is how Excel keeps "2026-08".
 *
 * @param written - "2026-08", "2026-08 C", or a first of a month, whose class is A.
 * @param where - The argument's name.
 * @returns The month and its class; null for other values.
 */
function classMonth(written: Written, where: string): ClassMonth | null {
  if (!isDay(written)) return writtenMonth(written, where);
  const { year, month, day } = calendarDay(readDate(written, where));
  return day === 1 ? { month: { year, month }, cls: "A" } : null;
}

/** How much interest has accrued at settlement, and the day of settlement where it is known. */
export interface Accrued {
  readonly days: number;
  readonly settlement: DaySerial | null;
}

/** No interest has accrued; the day is not known. */
export const NOTHING_ACCRUED: Accrued = { days: 0, settlement: null };

/** Reader of accrued days: days, a settlement month, or the day of settlement itself. */
export const accruedReader: Reader<Accrued> = (written, where) => {
  const named = classMonth(written, where);
  if (named !== null) return accruedOn(tbaSettlement(named.month, named.cls));
  if (isDay(written)) return accruedOn(readDate(written, where));
  const days = readCount(written, where, 0);
  if (days > 30) throw invalid(`${where} is ${days}; it must be at most 30`);
  return { days, settlement: null };
};

const accruedOn = (settlement: DaySerial): Accrued => ({
  days: accruedDaysOn(settlement),
  settlement,
});

/** A payment delay, and whether payments move to business days after it. */
export interface Delay {
  readonly days: number;
  readonly isTrue: boolean;
}

/** The delay of UMBS, on whatever day it ends. */
export const USUAL_DELAY: Delay = { days: UMBS_DELAY, isTrue: false };

const TRUE_DELAY = /^\s*(\d+)\s+true\s*$/i;

/** Reader of a payment delay: days, or days with "true" for payments on business days. */
export const delayReader: Reader<Delay> = (written, where) => {
  const [, days] = (typeof written === "string" ? TRUE_DELAY.exec(written) : null) ?? [];
  const value = readCount(days ?? written, where, 0);
  if (value > 120) throw invalid(`${where} is ${value}; it must be at most 120`);
  return { days: value, isTrue: days !== undefined };
};

/**
 * When a pool's payments come.
 *
 * @param delay - The payment delay.
 * @param accrued - What has accrued at settlement.
 * @returns The timing.
 * @throws CalcError `invalid` when payments move to business days and the settlement day is not known.
 */
export function timingOf(delay: Delay, accrued: Accrued): PoolTiming {
  if (delay.isTrue && accrued.settlement === null) {
    throw invalid(
      `delayDays is "${delay.days} true", payments on business days; accruedDays must be the day or the month of settlement, such as "2026-08"`,
    );
  }
  return {
    delayDays: delay.days,
    accruedDays: accrued.days,
    settlement: delay.isTrue ? accrued.settlement : null,
  };
}

/**
 * When one pool's payments come.
 *
 * @param delayDays - Payment delay.
 * @param accruedDays - Accrued days.
 * @returns The timing.
 */
export const oneTiming = (delayDays: Argument, accruedDays: Argument): PoolTiming =>
  timingOf(
    optional(delayDays, "delayDays", delayReader, USUAL_DELAY),
    optional(accruedDays, "accruedDays", accruedReader, NOTHING_ACCRUED),
  );

/** How long a roll runs, and what has accrued at either end where its month is known. */
export interface RollTerm {
  readonly days: number;
  readonly near: number | null;
  readonly far: number | null;
}

/** Reader of a roll's days: days, or the month from whose settlement it runs to the next one's. */
export const rollTermReader: Reader<RollTerm> = (written, where) => {
  const named = classMonth(written, where);
  if (named !== null) {
    const { near, far, days } = rollDays(named.month, named.cls);
    return { days, near: accruedDaysOn(near), far: accruedDaysOn(far) };
  }
  if (isDay(written)) {
    throw invalid(
      `${where} is the day ${isoFromSerial(readDate(written, where))}; it must be a number of days, or a settlement month such as "2026-08" or "2026-08 C"`,
    );
  }
  return { days: readCount(written, where, 1), near: null, far: null };
};
