/* What the option-adjusted value of mortgages depends on, as the assumptions have it. */
import { parCurve, type ParCurve } from "../calc/curve/parCurve";
import { checkedPool, type Pool } from "../calc/mortgage/pool";
import { UMBS_DELAY } from "../calc/mortgage/poolValue";
import type { FitDial } from "../calc/prepayment/fitPrepayment";
import { FITTED_DIALS } from "../calc/prepayment/observedSpeeds";
import type { PrepaymentDials } from "../calc/prepayment/prepaymentModel";
import { hullWhite } from "../calc/rates/hullWhite";
import type { PricedPool } from "../calc/oas/couponStack";
import type { PoolModel } from "../calc/oas/poolModel";
import { price, rate } from "../calc/units";
import { keyNamed } from "./assumptions";
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

const TREASURIES = [2, 3, 5, 7, 10, 30] as const;

/** The Treasury curve of the assumptions: `ust2` to `ust30`. */
const treasuryCurve = (entered: Entered): ParCurve =>
  parCurve(
    Float64Array.from(TREASURIES),
    Float64Array.from(TREASURIES, (tenor) => numberOf(entered, `ust${tenor}`)),
    "ust2 to ust30",
  );

/** The pool that stands for current production where only a price is given. */
const USUAL = { coupon: 0.05, wac: 0.0595, wam: 357, age: 3 };

/**
 * The pool and the price of the assumptions.
 *
 * @param entered - Values by key.
 * @returns The pool's model on the Treasury curve and its clean price; null without `pool.price`.
 * @throws CalcError `invalid` when the pool's terms do not fit together.
 *
 * @example
 * pricedPool(new Map([["pool.price", 99.75]]))?.model.pool.wam; // => 357
 */
export function pricedPool(entered: Entered): PricedPool | null {
  const clean = numberOrNull(entered, "pool.price");
  if (clean === null) return null;
  const term = (name: keyof typeof USUAL) => numberOrNull(entered, `pool.${name}`) ?? USUAL[name];
  const pool = checkedPool({
    coupon: rate(term("coupon")),
    wac: rate(term("wac")),
    wam: term("wam"),
    age: term("age"),
  });
  return { model: poolModel(entered, pool, treasuryCurve(entered)), clean: price(clean) };
}

/** The dials that can be fitted, with their defaults and ranges. */
export const FIT_DIALS: readonly FitDial[] = FITTED_DIALS.map((name) => {
  const { default: start, low, high } = keyNamed(`prepay.${name}`);
  return { name, start: Number(start), low: Number(low), high: Number(high) };
});
