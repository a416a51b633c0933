/* What the option-adjusted value of mortgages depends on, as the assumptions have it. */
import type { ParCurve } from "../calc/curve/parCurve";
import type { Pool } from "../calc/mortgage/pool";
import type { PrepaymentDials } from "../calc/prepayment/prepaymentModel";
import { hullWhite } from "../calc/rates/hullWhite";
import type { PoolModel } from "../calc/spread/poolModel";
import { numberOf, numberOrNull, type Entered } from "./numbers";

/**
 * The dials of the prepayment model.
 *
 * @param entered - Values by key.
 * @returns The dials.
 *
 * @example
 * prepaymentDials(new Map()).fastShare; // => 0.7
 */
export function prepaymentDials(entered: Entered): PrepaymentDials {
  const dial = (name: string) => numberOf(entered, `prepay.${name}`);
  return {
    form: entered.get("prepay.form") === "ots" ? "ots" : "logistic",
    refiMax: dial("refiMax"),
    refiMid: dial("refiMid"),
    refiWidth: dial("refiWidth"),
    turnover: dial("turnover"),
    rampMonths: dial("rampMonths"),
    multiplier: dial("multiplier"),
    fastShare: dial("fastShare"),
    slowSpeed: dial("slowSpeed"),
    lockIn: dial("lockIn"),
    lockMid: dial("lockMid"),
    lockWidth: dial("lockWidth"),
    maxCpr: dial("maxCpr"),
    refiMultiple: 1,
  };
}

/** Delay of UMBS pools in days. */
const UMBS_DELAY = 24;

/**
 * The model of a pool.
 *
 * @param entered - Values by key: the short rate, mortgage rates, prepayment, delay, accrued days and
 *   first month.
 * @param pool - The pool.
 * @param par - Par yields by tenor.
 * @returns The model.
 * @throws CalcError `invalid` when the short rate's parameters are out of range.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * const par = { tenors: Float64Array.of(2, 10), yields: Float64Array.of(0.0359, 0.0423) };
 * poolModel(new Map([["pool.delay", 14]]), pool, par).timing.delayDays; // => 14
 */
export const poolModel = (entered: Entered, pool: Pool, par: ParCurve): PoolModel => ({
  pool,
  timing: {
    delayDays: numberOrNull(entered, "pool.delay") ?? UMBS_DELAY,
    accruedDays: numberOrNull(entered, "pool.accruedDays") ?? 0,
  },
  firstMonth: numberOrNull(entered, "pool.firstMonth"),
  dials: prepaymentDials(entered),
  mortgageRate: {
    rateSpread: numberOf(entered, "prepay.rateSpread"),
    weight2y: numberOf(entered, "prepay.weight2y"),
  },
  shortRate: hullWhite(numberOf(entered, "hwVol"), numberOf(entered, "hwMeanReversion")),
  par,
});
