import { days30BondBasis } from "../date/dayCount";
import { nextGovernmentBondDay } from "../date/governmentBondDays";
import { daysInMonth, monthOf, packDay, packedDay, serialOfPacked, yearOf } from "../date/serial";
import { invalid } from "../errors";
import type { Speed } from "../prepayment/speed";
import { years, type DaySerial, type Years } from "../units";
import type { Pool } from "./pool";

/** Payment delay of UMBS pools in actual days. */
export const UMBS_DELAY = 24;

/** When a pool's payments come. */
export interface PoolTiming {
  /** Actual payment delay in days: UMBS 24, Ginnie Mae I 14, II 19. */
  readonly delayDays: number;
  /** Days of interest that have accrued at settlement, 0 to 29 of a month of 30. */
  readonly accruedDays: number;
  /** The settlement day, where payments are made on business days; otherwise as the delay says. */
  readonly settlement?: DaySerial | null;
}

/** A pool at a speed. */
export interface PoolAtSpeed {
  readonly pool: Pool;
  readonly speed: Speed;
  readonly timing: PoolTiming;
}

/**
 * Time of a pool's first payment.
 *
 * @param timing - Delay and accrued days.
 * @returns Years of 360 days from settlement.
 * @throws CalcError `invalid` when it would lie before settlement.
 *
 * @example
 * firstTimeOf({ delayDays: 24, accruedDays: 0 }).toFixed(4); // => "0.1500"
 */
export function firstTimeOf({ delayDays, accruedDays }: PoolTiming): Years {
  const time = 1 / 12 + (delayDays - accruedDays) / 360;
  if (time > 0) return years(time);
  throw invalid(
    `accruedDays is ${accruedDays} with a delay of ${delayDays} days; the first payment must come after settlement`,
  );
}

/**
 * Interest accrued at settlement, by 30/360.
 *
 * @param it - The pool.
 * @returns Per 100 of balance.
 *
 * @example
 * accruedOf({ pool: { coupon: rate(0.06) }, timing: { delayDays: 24, accruedDays: 12 } }).toFixed(4); // => "0.2000"
 */
export function accruedOf({ pool, timing }: Pick<PoolAtSpeed, "pool" | "timing">): number {
  return (100 * pool.coupon * timing.accruedDays) / 360;
}

/**
 * Times of a pool's payments. Those on business days wait for the next one that the US government bond
 * market is open, without interest: month by month the day of the delay, 25 for UMBS, is looked up from
 * the month after settlement on.
 *
 * @param timing - Delay, accrued days, and the settlement day where payments wait for business days.
 * @param months - How many payments.
 * @returns Years of 360 days from settlement.
 * @throws CalcError `invalid` when the first payment would lie before settlement.
 *
 * @example
 * // Of UMBS settled on 13 August 2026 the first payment is due on Friday, 25 September, the second on a Sunday.
 * const timing = { delayDays: 24, accruedDays: 12, settlement: serialOf(2026, 8, 13) };
 * Array.from(paymentTimes(timing, 2), (time) => (360 * time).toFixed(0)); // => ["42", "73"]
 */
export function paymentTimes(timing: PoolTiming, months: number): Float64Array {
  const first = firstTimeOf(timing);
  const times = new Float64Array(months);
  for (let k = 0; k < months; k++) times[k] = first + k / 12;
  const settlement = timing.settlement ?? null;
  if (settlement === null) return times;
  const day = packedDay(settlement);
  const start = 12 * yearOf(day) + monthOf(day) + Math.floor(timing.delayDays / 30);
  for (let k = 0; k < months; k++) {
    const due = dayIn(start + k, (timing.delayDays % 30) + 1);
    const paid = packedDay(nextGovernmentBondDay(serialOfPacked(due)));
    times[k] = (times[k] as number) + days30BondBasis(due, paid) / 360;
  }
  return times;
}

/** A day of a month counted from the year 0; the month's last where it has no such day. */
function dayIn(monthCount: number, day: number): number {
  const [year, month] = [Math.floor(monthCount / 12), (monthCount % 12) + 1];
  return packDay(year, month, Math.min(day, daysInMonth(year, month)));
}
