import type { Price } from "../units";
import { accruedOf, type PoolPayments } from "./poolValue";

/**
 * What a static spread of a pool needs: its payments on a curve's time.
 *
 * @param it - The payments.
 * @param clean - Clean price per 100.
 * @returns Dirty price, times in years and payments, for `zSpread`.
 *
 * @example
 * const it = { paid: Float64Array.of(101), firstTime: 0.15, pool: { coupon: 0.05 }, timing: { accruedDays: 0, delayDays: 24 } };
 * poolTimes(it, 99).times[0]; // => 0.15
 */
export function poolTimes(
  it: PoolPayments,
  clean: Price,
): { dirty: number; times: Float64Array; payments: Float64Array } {
  return {
    dirty: clean + accruedOf(it),
    times: it.paid.map((_, k) => it.firstTime + k / 12),
    payments: it.paid,
  };
}
