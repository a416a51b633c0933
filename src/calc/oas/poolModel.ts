import type { ParCurve } from "../curve/parCurve";
import type { Pool } from "../mortgage/pool";
import type { PoolTiming } from "../mortgage/poolTiming";
import { seasoning, type PrepaymentDials } from "../prepayment/prepaymentModel";
import { seasonOf } from "../prepayment/seasons";
import type { HullWhite } from "../rates/hullWhite";
import type { MortgageRateRule } from "../rates/monthlyRates";

const { expm1, log1p } = Math;

/** All that the option-adjusted value of a pool depends on, but its price. */
export interface PoolModel {
  readonly pool: Pool;
  readonly timing: PoolTiming;
  /** Calendar month of the first payment, 1 to 12; null where it is not known: no seasonality. */
  readonly firstMonth: number | null;
  readonly dials: PrepaymentDials;
  readonly mortgageRate: MortgageRateRule;
  readonly shortRate: HullWhite;
  /** Semiannual par yields by tenor. */
  readonly par: ParCurve;
}

/** What the loans of a pool pay by schedule. */
export interface ScheduledMonths {
  /** Paid per unit of loans that are left without prepayment: net interest and scheduled principal. */
  readonly due: Float64Array;
  /** Balance after the month's payment, per unit of loans that are left: what a prepayment repays. */
  readonly left: Float64Array;
}

/** What is known of a pool's months, whatever rates do. */
export interface PoolMonths extends ScheduledMonths {
  /** Seasoning × multiplier: what the sum of refinancing and turnover is multiplied by. */
  readonly pace: Float64Array;
  /** Turnover with its season, CPR. */
  readonly turnover: Float64Array;
}

/**
 * Fills what the loans of a pool pay by schedule.
 *
 * @param pool - The pool.
 * @param due - Filled by month with what is paid.
 * @param left - Filled by month with the balance after it.
 * @param step - From one month to the next, in both.
 *
 * @example
 * const [due, left] = [new Float64Array(2), new Float64Array(2)];
 * const pool = { coupon: rate(0.05), wac: rate(0.06), wam: 2, age: 60 };
 * fillSchedule(pool, due, left, 1) ?? Array.from(left, (it) => it.toFixed(6)); // => ["0.501247", "0.000000"]
 */
export function fillSchedule(
  { coupon, wac, wam }: Pool,
  due: Float64Array,
  left: Float64Array,
  step: number,
): void {
  const monthly = wac / 12;
  const growth = 1 + monthly;
  const income = 1 + coupon / 12;
  // The level payment that repays 1 over the months that are left.
  const payment = wac === 0 ? 1 / wam : monthly + monthly / expm1(wam * log1p(monthly));
  let balance = 1;
  for (let k = 0; k < wam; k++) {
    const after = k === wam - 1 ? 0 : balance * growth - payment;
    due[step * k] = balance * income - after;
    left[step * k] = after;
    balance = after;
  }
}

/**
 * What is known of a pool's months, whatever rates do.
 *
 * @param it - The pool and its model.
 * @returns By month, from month 1.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.06), wam: 2, age: 7 };
 * const dials = { rampMonths: 30, multiplier: 1, turnover: 0.065, seasons: Array(12).fill(1) };
 * Array.from(poolMonths({ pool, firstMonth: null, dials }).pace, (it) => it.toFixed(6)); // => ["0.266667", "0.300000"]
 */
export function poolMonths({
  pool,
  firstMonth,
  dials,
}: Pick<PoolModel, "pool" | "firstMonth" | "dials">): PoolMonths {
  const { wam, age } = pool;
  const pace = new Float64Array(wam);
  const turnover = new Float64Array(wam);
  for (let k = 0; k < wam; k++) {
    pace[k] = seasoning(dials, age + k + 1) * dials.multiplier;
    turnover[k] = dials.turnover * seasonOf(dials.seasons, firstMonth, k + 1);
  }
  return { ...scheduledMonths(pool), pace, turnover };
}

function scheduledMonths(pool: Pool): ScheduledMonths {
  const due = new Float64Array(pool.wam);
  const left = new Float64Array(pool.wam);
  fillSchedule(pool, due, left, 1);
  return { due, left };
}
