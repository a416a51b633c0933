import { poolFlows } from "./cashFlows";
import { paymentTimes, type PoolAtSpeed } from "./poolTiming";

/** What a pool pays. */
export interface PoolPayments {
  /** Interest and principal of each month per 100 of balance. */
  readonly paid: Float64Array;
  /** Principal alone. */
  readonly principal: Float64Array;
  /** Years from settlement, of 360 days, delay included. */
  readonly times: Float64Array;
}

/**
 * What a pool pays at a speed, per 100 of balance.
 *
 * @param it - The pool at a speed.
 * @returns Payments month by month; payment k comes at k/12 + delay/360 − accrued/360 years,
 *   on business days later by the wait.
 * @throws CalcError `invalid` when the first payment would lie before settlement.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * poolPayments({ pool, speed: { kind: "cpr", cpr: rate(0) }, timing: { delayDays: 24, accruedDays: 0 } }).times.length; // => 357
 */
export function poolPayments({ pool, speed, timing }: PoolAtSpeed): PoolPayments {
  const { interest, scheduled, prepaid } = poolFlows(pool, speed);
  const principal = scheduled.map((it, k) => it + (prepaid[k] as number));
  const paid = principal.map((it, k) => it + (interest[k] as number));
  return { paid, principal, times: paymentTimes(timing, paid.length) };
}
