import { smmAt } from "../prepayment/monthlySpeed";
import type { Speed } from "../prepayment/speed";
import type { Pool } from "./pool";

/** What a pass-through pays month by month; each array has one place a month, the first is month 1. */
export interface PoolFlows {
  /** Balance before the month's payment. */
  readonly opening: Float64Array;
  /** Net interest. */
  readonly interest: Float64Array;
  /** Scheduled principal. */
  readonly scheduled: Float64Array;
  /** Prepaid principal. */
  readonly prepaid: Float64Array;
}

/**
 * Cash flows of a pass-through by the SIFMA standard formulas: the level payment of what is left,
 * and a share of the balance after it that is prepaid.
 *
 * @param pool - The pool.
 * @param speed - Its prepayment speed.
 * @param balance - Balance today, in any unit.
 * @returns A month each until the last loan is paid.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * poolFlows(pool, { kind: "cpr", cpr: rate(0.06) }).prepaid[0].toFixed(5); // => "0.51378"
 */
export function poolFlows(pool: Pool, speed: Speed, balance = 100): PoolFlows {
  const { wam, age } = pool;
  const flows = {
    opening: new Float64Array(wam),
    interest: new Float64Array(wam),
    scheduled: new Float64Array(wam),
    prepaid: new Float64Array(wam),
  };
  const monthly = pool.wac / 12;
  let left = balance;
  for (let k = 1; k <= wam; k++) {
    const scheduled = left * scheduledShare(monthly, wam - k + 1);
    const prepaid = (left - scheduled) * smmAt(speed, k, age);
    flows.opening[k - 1] = left;
    flows.interest[k - 1] = (left * pool.coupon) / 12;
    flows.scheduled[k - 1] = scheduled;
    flows.prepaid[k - 1] = prepaid;
    left -= scheduled + prepaid;
  }
  return flows;
}

/**
 * The share of a balance that a level payment repays in its first month.
 *
 * @param monthly - Interest a month, decimal.
 * @param months - Months left, 1 or more.
 * @returns i / ((1 + i)^n − 1); 1/n without interest.
 *
 * @example
 * scheduledShare(0, 4); // => 0.25
 */
export function scheduledShare(monthly: number, months: number): number {
  return monthly === 0 ? 1 / months : monthly / Math.expm1(months * Math.log1p(monthly));
}
