/* What the option-adjusted value of mortgages depends on, as the assumptions have it. */
import { bootstrapPar } from "../calc/curve/bootstrap";
import { exponentAt } from "../calc/curve/discountCurve";
import { parCurve, type ParCurve } from "../calc/curve/parCurve";
import { invalid } from "../calc/errors";
import { checkedPool, type Pool } from "../calc/mortgage/pool";
import { UMBS_DELAY } from "../calc/mortgage/poolTiming";
import type { FitDial } from "../calc/prepayment/fitPrepayment";
import { FITTED_DIALS } from "../calc/prepayment/observedSpeeds";
import type { PrepaymentDials } from "../calc/prepayment/prepaymentModel";
import { hullWhite, rateLoading, type HullWhite } from "../calc/rates/hullWhite";
import type { MortgageRateRule } from "../calc/rates/monthlyRates";
import type { PricedPool } from "../calc/oas/couponStack";
import { poolOasPrice } from "../calc/oas/poolOas";
import type { PoolModel } from "../calc/oas/poolModel";
import type { PrepaymentRisk } from "../calc/oas/prepaymentRisk";
import { price, rate } from "../calc/units";
import { keyNamed } from "./assumptions";
import { numberOf, numberOrNull, type Entered } from "./numbers";
import {
  PREPAYMENT_SET_NAMES,
  PREPAYMENT_SETS,
  SEASONS_BY_NAME,
  type PrepaymentSet,
  type PrepaymentSetName,
  type SeasonName,
} from "./prepaymentSets";

/** The set of dials that `prepay.set` names. */
function prepaymentSet(entered: Entered): PrepaymentSet {
  const name = entered.get("prepay.set") as PrepaymentSetName | undefined;
  return PREPAYMENT_SETS[name ?? PREPAYMENT_SET_NAMES[0]];
}

/** A dial that was entered, else that of the set. */
const dialOf = (entered: Entered, name: NumberedDial): number =>
  numberOrNull(entered, `prepay.${name}`) ?? prepaymentSet(entered)[name];

type NumberedDial = Exclude<keyof PrepaymentSet, "seasons" | "hwVol">;

/**
 * The dials of the prepayment model: what was entered, else what the set `prepay.set` has.
 *
 * @param entered - Values by key.
 * @returns The dials.
 *
 * @example
 * prepaymentDials(new Map()).fastShare; // => 0.55
 */
export function prepaymentDials(entered: Entered): PrepaymentDials {
  const dial = (name: NumberedDial) => dialOf(entered, name);
  const seasons = entered.get("prepay.seasons") as SeasonName | undefined;
  return {
    form: entered.get("prepay.form") === "ots" ? "ots" : "logistic",
    refiMax: dial("refiMax"),
    refiMid: dial("refiMid"),
    refiWidth: dial("refiWidth"),
    turnover: dial("turnover"),
    rampMonths: dial("rampMonths"),
    multiplier: numberOf(entered, "prepay.multiplier"),
    fastShare: dial("fastShare"),
    slowSpeed: dial("slowSpeed"),
    lockIn: dial("lockIn"),
    lockMid: dial("lockMid"),
    lockWidth: dial("lockWidth"),
    seasons: SEASONS_BY_NAME[seasons ?? prepaymentSet(entered).seasons],
    maxCpr: numberOf(entered, "prepay.maxCpr"),
    refiMultiple: 1,
  };
}

/** Keys of the mortgage rate: one for all pools of a curve, so that a pool's own dials have none of them. */
const OF_ALL_POOLS = new Set(["rateSpread", "longRunSpread", "spreadHalfLife", "weight2y"]);

/**
 * The dials of one pool that has some of its own. A set of its own brings all its dials, also those that
 * are entered for the other pools.
 *
 * @param entered - What holds for all pools, by key.
 * @param own - The pool's own: keys `prepay.*`, those of the mortgage rate left out.
 * @returns The dials.
 * @throws CalcError `invalid` when one of its keys is another.
 *
 * @example
 * ownDials(new Map([["prepay.turnover", 0.1]]), new Map([["prepay.refiMax", 0.4]])).turnover; // => 0.1
 */
export function ownDials(entered: Entered, own: Entered): PrepaymentDials {
  for (const key of own.keys()) {
    const [, dial] = /^prepay\.(.*)$/.exec(key) ?? [];
    if (dial !== undefined && !OF_ALL_POOLS.has(dial)) continue;
    throw invalid(
      `${key} is no dial of a pool; it must be a key prepay.* other than ${[...OF_ALL_POOLS].join(", ")}`,
    );
  }
  const shared = [...entered].filter(
    ([key]) => !own.has("prepay.set") || !key.startsWith("prepay."),
  );
  return prepaymentDials(new Map([...shared, ...own]));
}

/** Years of the zero yields that make the mortgage rate. */
const [LONG, SHORT] = [10, 2];

/**
 * How rates become a mortgage rate: with `mortgageRate` entered, today's spread is what it is over
 * the curve's zero yields; else it is `prepay.rateSpread`.
 *
 * @param entered - Values by key.
 * @param par - Par yields by tenor.
 * @returns The rule.
 */
function mortgageRateRule(entered: Entered, par: ParCurve): MortgageRateRule {
  const weight2y = numberOf(entered, "prepay.weight2y");
  const today = numberOrNull(entered, "mortgageRate");
  const overCurve = (mortgageRate: number) => {
    const curve = bootstrapPar(par);
    const zero = (years: number) => exponentAt(curve, years) / years;
    return mortgageRate - (1 - weight2y) * zero(LONG) - weight2y * zero(SHORT);
  };
  return {
    rateSpread: today === null ? dialOf(entered, "rateSpread") : overCurve(today),
    longRunSpread: dialOf(entered, "longRunSpread"),
    spreadHalfLife: dialOf(entered, "spreadHalfLife"),
    weight2y,
  };
}

/**
 * The short rate of the assumptions. Where `hwVol` is blank, it is the volatility that gives the
 * 10-year zero yield `rateVol`: a move of the short rate goes into it by B(10)/10.
 *
 * @param entered - Values by key.
 * @returns The model.
 * @throws CalcError `invalid` when a parameter is out of range.
 *
 * @example
 * shortRateOf(new Map([["rateVol", 90]])).volatility.toFixed(6); // => "0.010417"
 */
export function shortRateOf(entered: Entered): HullWhite {
  const meanReversion = numberOf(entered, "hwMeanReversion");
  const volatility = numberOrNull(entered, "hwVol") ?? prepaymentSet(entered).hwVol;
  const implied = () =>
    (numberOf(entered, "rateVol") / 10_000) * (LONG / rateLoading(meanReversion, LONG));
  return hullWhite(volatility ?? implied(), meanReversion);
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
  mortgageRate: mortgageRateRule(entered, par),
  shortRate: shortRateOf(entered),
  par,
});

/**
 * What investors ask for the risk of speeds: `prepayRisk.refinancing` and `prepayRisk.turnover`.
 *
 * @param entered - Values by key.
 * @returns The premiums.
 *
 * @example
 * prepaymentRisk(new Map([["prepayRisk.refinancing", 0.2]])); // => { refinancing: 0.2, turnover: 0 }
 */
export const prepaymentRisk = (entered: Entered): PrepaymentRisk => ({
  refinancing: numberOf(entered, "prepayRisk.refinancing"),
  turnover: numberOf(entered, "prepayRisk.turnover"),
});

const TREASURIES = [2, 3, 5, 7, 10, 30] as const;

/**
 * The Treasury curve of the assumptions: `ust2` to `ust30`.
 *
 * @param entered - Values by key.
 * @returns Par yields by tenor.
 *
 * @example
 * treasuryCurve(new Map([["ust10", 0.04]])).yields[4]; // => 0.04
 */
export const treasuryCurve = (entered: Entered): ParCurve =>
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
  return clean === null ? null : { model: assumedPool(entered), clean: price(clean) };
}

/**
 * The pool of the assumptions at its price, or where there is none at the option-adjusted spread `mbsOas`.
 *
 * @param entered - Values by key.
 * @returns The pool's model on the Treasury curve and a clean price.
 * @throws CalcError `invalid` when the pool's terms do not fit together.
 *
 * @example
 * // A wider spread is a lower price.
 * [12, 40].map((mbsOas) => valuedPool(new Map([["mbsOas", mbsOas]])).clean > 100); // => [true, false]
 */
export function valuedPool(entered: Entered): PricedPool {
  const priced = pricedPool(entered);
  if (priced !== null) return priced;
  const model = assumedPool(entered);
  return { model, clean: price(poolOasPrice(model, numberOf(entered, "mbsOas") / 10_000)) };
}

/** The model of the assumptions' pool; what is blank is current production's. */
function assumedPool(entered: Entered): PoolModel {
  const term = (name: keyof typeof USUAL) => numberOrNull(entered, `pool.${name}`) ?? USUAL[name];
  const pool = checkedPool({
    coupon: rate(term("coupon")),
    wac: rate(term("wac")),
    wam: term("wam"),
    age: term("age"),
  });
  return poolModel(entered, pool, treasuryCurve(entered));
}

/** The dials that can be fitted, with their defaults and ranges. */
export const FIT_DIALS: readonly FitDial[] = FITTED_DIALS.map((name) => {
  const { low, high } = keyNamed(`prepay.${name}`);
  return { name, start: PREPAYMENT_SETS.pooled[name], low: Number(low), high: Number(high) };
});
