import type { Bond } from "../bond/bond";
import { bootstrapDated, DAYS_IN_YEAR, tenorEnd } from "../bond/datedCurve";
import { bondFlows } from "../bond/flows";
import { accrued, bondYield } from "../bond/price";
import { discountFactor, type DiscountCurve } from "../curve/discountCurve";
import { movedAround } from "../curve/keyRateMove";
import { parCurve, type ParCurve } from "../curve/parCurve";
import { parYield } from "../curve/parYield";
import type { Frequency } from "../date/couponGrid";
import { bp, bpBetween, years, type Bp, type DaySerial, type Price } from "../units";
import { zSpread } from "./zSpread";

/**
 * Spreads of a bond over a curve.
 *
 * - `Z`: zero-volatility spread, compounding twice a year; `ZC`: the same, continuous;
 * - `G`: yield over the par yield of the same maturity; `I`: the same over a swap curve;
 * - `ASW`: par asset swap on the dirty price, one curve for both legs, the floating leg paid on the
 *   bond's own days by ACT/360.
 */
export const BOND_SPREADS = ["Z", "ZC", "G", "I", "ASW"] as const;
export type BondSpread = (typeof BOND_SPREADS)[number];

/** A par curve on a settlement day: its tenors end on days, its discount factors price par bonds. */
export interface DatedCurve {
  readonly settlement: DaySerial;
  /** Par yields by the time to each tenor's last day, ACT/365F. */
  readonly par: ParCurve;
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
  par: parCurve(
    par.tenors.map((tenor) => (tenorEnd(settlement, tenor) - settlement) / DAYS_IN_YEAR),
    par.yields,
    "curve",
  ),
  discount: bootstrapDated(par, settlement, frequency),
});

/** A bond's payments on a curve's time. */
interface TimedFlows {
  readonly days: Float64Array;
  readonly times: Float64Array;
  readonly amounts: Float64Array;
}

function timedFlows(bond: Bond, settlement: DaySerial): TimedFlows {
  const { days, interest, principal } = bondFlows(bond, settlement);
  return {
    days,
    times: days.map((day) => (day - settlement) / DAYS_IN_YEAR),
    amounts: interest.map((paid, k) => paid + (principal[k] as number)),
  };
}

const presentValue = ({ times, amounts }: TimedFlows, curve: DiscountCurve, spread = 0): number =>
  amounts.reduce((sum, amount, k) => {
    const time = times[k] as number;
    return sum + amount * discountFactor(curve, time) * Math.exp(-spread * time);
  }, 0);

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
    return bpBetween(yld, parYield(curve.par, time));
  }
  const flows = timedFlows(bond, settlement);
  const dirty = clean + accrued(bond, settlement);
  if (type !== "ASW") {
    const compounding = type === "Z" ? "semi" : "continuous";
    return zSpread(dirty, flows.times, flows.amounts, curve.discount, compounding);
  }
  let before: number = settlement;
  const annuity = flows.days.reduce((sum, day, k) => {
    const accrues = (day - before) / 360;
    before = day;
    return sum + accrues * discountFactor(curve.discount, flows.times[k] as number);
  }, 0);
  return bp(((presentValue(flows, curve.discount) - dirty) / (100 * annuity)) * 10_000);
}

/** Half the move of the par yields by which key rate durations are measured: 1 bp. */
const MOVE = 1e-4;

/**
 * Key rate durations of a bond: the fall of its price, as a share, when the par yields around one
 * tenor rise in the form of a tent (down to 0 at the tenors beside it, flat beyond the first and
 * last), its Z-spread held. They sum to the duration for a parallel move of the par curve.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100.
 * @param par - Par yields by tenor.
 * @param keyTenors - Years, rising; one or more.
 * @returns Years, one for each tenor.
 * @throws CalcError `unsolved` when no spread explains the price.
 */
export function keyRateDurations(
  bond: Bond,
  settlement: DaySerial,
  clean: Price,
  par: ParCurve,
  keyTenors: Float64Array,
): Float64Array {
  const flows = timedFlows(bond, settlement);
  const today = datedCurve(par, settlement);
  const spread = bondSpread(bond, clean, today, "ZC") / 10_000;
  const valueAt = (key: number, move: number) => {
    const moved = movedAround(par, keyTenors, key, move);
    return presentValue(flows, bootstrapDated(moved, settlement), spread);
  };
  const value = presentValue(flows, today.discount, spread);
  return keyTenors.map((_, key) => (valueAt(key, -MOVE) - valueAt(key, MOVE)) / (2 * MOVE * value));
}
