import type { Bond } from "../bond/bond";
import { bootstrapDated, DAYS_IN_YEAR, tenorEnd } from "../bond/datedCurve";
import { bondYield } from "../bond/price";
import { compounding, discountFactor, type DiscountCurve } from "../curve/discountCurve";
import { parCurve, type ParCurve } from "../curve/parCurve";
import { parYield } from "../curve/parYield";
import type { Frequency } from "../date/couponGrid";
import { bp, bpBetween, years, type Bp, type DaySerial, type Price, type Rate } from "../units";
import { presentValue, TimedFlows } from "./timedFlows";
import { zSpreadOf } from "./zSpread";

/**
 * Spreads of a bond over a curve.
 *
 * - `Z`: zero-volatility spread, compounding twice a year; `ZC`: the same, continuous; `ZA`: annual;
 * - `G`: yield over the par yield of the same maturity, both semiannual where bond and curve compound
 *   differently; `I`: the same over a swap curve;
 * - `ASW`: par asset swap on the dirty price, one curve for both legs, the floating leg by ACT/360 on
 *   the bond's own days; `ASWA`: the same with a floating leg that pays once a year, as SOFR swaps do.
 */
export const BOND_SPREADS = ["Z", "ZC", "ZA", "G", "I", "ASW", "ASWA"] as const;
export type BondSpread = (typeof BOND_SPREADS)[number];

const COMPOUNDING = { Z: "semi", ZC: "continuous", ZA: "annual" } as const;

/** A par curve on a settlement day: its tenors end on days, its discount factors price par bonds. */
export interface DatedCurve {
  readonly settlement: DaySerial;
  /** Par yields by the time to each tenor's last day, ACT/365F. */
  readonly par: ParCurve;
  /** Coupons a year of the par bonds. */
  readonly frequency: Frequency;
  readonly discount: DiscountCurve;
}

/**
 * Puts a par curve on a settlement day.
 *
 * @param par - Par yields by tenor.
 * @param settlement - The day.
 * @param frequency - Coupons a year of the par bonds.
 * @returns The curve on days.
 * @throws CalcError `invalid` when no curve has these par yields.
 */
export const datedCurve = (
  par: ParCurve,
  settlement: DaySerial,
  frequency: Frequency = 2,
): DatedCurve => ({
  settlement,
  frequency,
  par: parCurve(
    par.tenors.map((tenor) => (tenorEnd(settlement, tenor) - settlement) / DAYS_IN_YEAR),
    par.yields,
    "curve",
  ),
  discount: bootstrapDated(par, settlement, frequency),
});

/** Filled again by each call: the bond's payments, and the days of a floating leg. */
const [flows, yearly] = [new TimedFlows(), new TimedFlows()];

/**
 * Spread of a bond over a curve.
 *
 * @param bond - The bond.
 * @param clean - Clean price per 100.
 * @param curve - The curve on the settlement day.
 * @param type - Which spread.
 * @returns Basis points.
 * @throws CalcError `missing` for G and I when the maturity is outside the curve; `unsolved` when no
 *   spread explains the price.
 */
export function bondSpread(bond: Bond, clean: Price, curve: DatedCurve, type: BondSpread): Bp {
  const { settlement } = curve;
  if (type === "G" || type === "I") {
    const yld = bondYield(bond, settlement, clean);
    const time = years((bond.maturity - settlement) / DAYS_IN_YEAR);
    const benchmark = parYield(curve.par, time);
    if (bond.frequency === curve.frequency) return bpBetween(yld, benchmark);
    return bpBetween(
      bondEquivalent(yld, bond.frequency),
      bondEquivalent(benchmark, curve.frequency),
    );
  }
  flows.fill(bond, settlement);
  const dirty = clean + flows.accrued;
  if (type === "ASW" || type === "ASWA") {
    const paid = type === "ASW" ? flows : yearly.fill({ ...bond, ...YEARLY }, settlement);
    const upfront = presentValue(flows, curve.discount) - dirty;
    return bp((upfront / (100 * floatingAnnuity(paid, settlement, curve.discount))) * 10_000);
  }
  return zSpreadOf(dirty, flows, curve.discount, COMPOUNDING[type]);
}

/** The payment days of a swap that ends with the bond and pays once a year. */
const YEARLY = { frequency: 1, issue: null, firstCoupon: null, lastCoupon: null } as const;

/** A yield that compounds some times a year, as a semiannual one. */
const bondEquivalent = (yld: Rate, frequency: Frequency): Rate =>
  frequency === 2 ? yld : compounding(frequency * Math.log1p(yld / frequency), 2);

/** Value of 1 a year on the floating leg, accrued by ACT/360. */
function floatingAnnuity(
  { count, days, times }: TimedFlows,
  settlement: DaySerial,
  curve: DiscountCurve,
): number {
  let before: number = settlement;
  let value = 0;
  for (let k = 0; k < count; k++) {
    const day = days[k] as number;
    value += ((day - before) / 360) * discountFactor(curve, times[k] as number);
    before = day;
  }
  return value;
}
