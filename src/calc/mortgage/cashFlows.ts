import { monthsOfChange, smmAt } from "../prepayment/monthlySpeed";
import type { Speed } from "../prepayment/speed";
import type { Pool } from "./pool";

const { expm1, log1p } = Math;

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
 * Arrays for the cash flows of a pool.
 *
 * @param months - Places in each.
 * @returns Arrays of zeros, for `fillPoolFlows`.
 *
 * @example
 * roomForFlows(360).opening.length; // => 360
 */
export const roomForFlows = (months: number): PoolFlows => ({
  opening: new Float64Array(months),
  interest: new Float64Array(months),
  scheduled: new Float64Array(months),
  prepaid: new Float64Array(months),
});

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
  const flows = roomForFlows(pool.wam);
  fillPoolFlows(flows, pool, speed, balance);
  return flows;
}

/**
 * Writes a pool's cash flows where the caller wants them.
 *
 * A level payment repays the balance over s_n = ((1 + i)^n − 1)/i in its first month, n months left.
 * From month to month s falls to (s − 1)/(1 + i), and scheduled principal grows by 1 + i on what
 * was not prepaid; neither loses digits, and both hold without interest.
 *
 * @param flows - Gets the flows; a place or more a month.
 * @param pool - The pool.
 * @param speed - Its prepayment speed.
 * @param balance - Balance today, in any unit.
 * @param months - How many months are wanted, at most `wam`.
 * @returns Opening balances added up: over 12 × balance, the average life in years.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * (fillPoolFlows(roomForFlows(357), pool, { kind: "cpr", cpr: rate(0.06) }, 100) / 1200).toFixed(2); // => "10.53"
 */
export function fillPoolFlows(
  flows: PoolFlows,
  pool: Pool,
  speed: Speed,
  balance: number,
  months = pool.wam,
): number {
  const { opening, interest, scheduled, prepaid } = flows;
  const { wam, age } = pool;
  const changing = monthsOfChange(speed, age);
  const income = pool.coupon / 12;
  const monthly = pool.wac / 12;
  const growth = 1 + monthly;
  const shrinkage = 1 / growth;
  let annuity = monthly === 0 ? wam : expm1(wam * log1p(monthly)) / monthly;
  let repaid = balance / annuity;
  let sum = 0;
  for (let k = 0; k < months;) {
    // One month while the speed changes, then all that are left.
    const smm = smmAt(speed, k + 1, age);
    const end = k < changing ? k + 1 : months;
    const stays = growth * (1 - smm);
    for (; k < end; k++) {
      const left = repaid * annuity;
      opening[k] = left;
      interest[k] = left * income;
      scheduled[k] = repaid;
      prepaid[k] = (left - repaid) * smm;
      sum += left;
      annuity = (annuity - 1) * shrinkage;
      repaid *= stays;
    }
  }
  // The last payment repays all; of the rounding until then nothing is prepaid.
  if (months === wam) prepaid[wam - 1] = 0;
  return sum;
}
