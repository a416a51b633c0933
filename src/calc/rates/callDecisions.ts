import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import { daySerial, type DaySerial, type Price } from "../units";
import type { CallWindow, EarlyRedemption } from "./callSchedule";

/** A day on which the issuer decides whether to call, and the redemption that follows. */
export interface CallDecision {
  readonly day: DaySerial;
  readonly redeemed: DaySerial;
  /** Clean, per 100 of face value. */
  readonly price: Price;
}

/**
 * The days on which the issuer's choice is looked at: within a window of many days about as far apart
 * as the steps of a lattice, so that each redemption falls on a day with interest accrued of its own.
 *
 * @param windows - By rising day.
 * @param noticeDays - Between decision and redemption.
 * @param marks - Days that a lattice meets anyway, rising: those of payments.
 * @param spacing - The least distance of two decisions in days, where marks are not closer.
 * @returns By rising day.
 *
 * @example
 * const window = { from: daySerial(50_000), to: daySerial(50_099), price: price(100) };
 * callDecisions([window], 30, [50_010], 20).map(({ day, redeemed }) => [day - 50_000, redeemed - 50_000]); // => [[-30, 0], [-10, 20], [10, 40], [30, 60], [50, 80]]
 */
export const callDecisions = (
  windows: readonly CallWindow[],
  noticeDays: number,
  marks: ArrayLike<number>,
  spacing: number,
): CallDecision[] =>
  windows.flatMap(({ from, to, price }) => {
    const [first, end] = [from - noticeDays, to + 1 - noticeDays];
    const inside = Array.from(marks).filter((day) => day > first && day < end);
    return [first, ...inside].flatMap((start, k) => {
      const span = (inside[k] ?? end) - start;
      const parts = Math.max(1, Math.floor(span / spacing));
      return Array.from({ length: parts }, (_, i) => {
        const day = start + Math.round((i * span) / parts);
        return { day: daySerial(day), redeemed: daySerial(day + noticeDays), price };
      });
    });
  });

/**
 * The same for a fixed-to-float bond: in the floating period calls are on payment days, where nothing
 * has accrued at a rate that only the past knows, and without notice.
 *
 * @param windows - By rising day.
 * @param rights - The calls.
 * @param from - The day on which the floating period begins.
 * @param days - Those of payments, rising.
 * @param spacing - The least distance of two decisions in days, where payments are not closer.
 * @returns By rising day.
 * @throws CalcError `invalid` when a call or put of the floating period is on another day, or a
 *   make-whole call would reach into it.
 */
export function floatingDecisions(
  windows: readonly CallWindow[],
  { noticeDays, calls, puts, makeWholeSpread }: EarlyRedemption,
  from: DaySerial,
  days: Float64Array,
  spacing: number,
): CallDecision[] {
  const lone = windows.filter((it) => it.from === it.to).map((it) => ({ day: it.from }));
  for (const { day } of [...lone, ...puts]) {
    if (day < from || days.includes(day)) continue;
    throw invalid(
      `calls or puts have ${isoFromSerial(day)}; from floatFrom, ${isoFromSerial(from)}, on they must be on payment days, a quarter apart`,
    );
  }
  const [first] = calls;
  if (makeWholeSpread !== undefined && !(first !== undefined && first.day <= from)) {
    throw invalid(
      `calls has no row up to floatFrom, ${isoFromSerial(from)}; the call with which a make-whole call ends must be one`,
    );
  }
  const fixed = windows
    .filter((it) => it.from <= from)
    .map((it) => ({ ...it, to: it.to < from ? it.to : from }));
  const floating = Array.from(days).flatMap((day) => {
    const window = windows.find((it) => day > from && it.from <= day && day <= it.to);
    const on = daySerial(day);
    return window === undefined ? [] : [{ day: on, redeemed: on, price: window.price }];
  });
  return [...callDecisions(fixed, noticeDays, days, spacing), ...floating];
}
