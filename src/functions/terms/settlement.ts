/* Settlement of mortgages in the arguments of functions: classes, delays, timing, and the days of a roll. */
import { readCount, readDate } from "../../assumptions/humanValues";
import {
  isDay,
  readAccrued,
  readClassMonth,
  readSettlementMonth,
  type Accrued,
} from "../../assumptions/settlement";
import { isoFromSerial } from "../../calc/date/serial";
import { invalid } from "../../calc/errors";
import {
  accruedDaysOn,
  rollDays,
  TBA_CLASSES,
  type SettlementMonth,
  type TbaClass,
} from "../../calc/mortgage/tbaCalendar";
import { UMBS_DELAY, type PoolTiming } from "../../calc/mortgage/poolTiming";
import { choice, optional, type Reader } from "../excel/oneCell";
import type { Argument } from "../excel/grid";

/** Reader of a class of settlement. */
export const tbaClassReader: Reader<TbaClass> = choice(TBA_CLASSES);

/** Reader of a month of settlement: "2026-08", or any day in it. */
export const settlementMonth: Reader<SettlementMonth> = readSettlementMonth;

/** No interest has accrued; the day is not known. */
export const NOTHING_ACCRUED: Accrued = { days: 0, settlement: null };

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
    optional(accruedDays, "accruedDays", readAccrued, NOTHING_ACCRUED),
  );

/** How long a roll runs, and what has accrued at either end where its month is known. */
export interface RollTerm {
  readonly days: number;
  readonly near: number | null;
  readonly far: number | null;
}

/** Reader of a roll's days: days, or the month from whose settlement it runs to the next one's. */
export const rollTermReader: Reader<RollTerm> = (written, where) => {
  const named = readClassMonth(written, where);
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
