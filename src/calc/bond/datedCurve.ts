import { bootstrap, type Instrument } from "../curve/bootstrap";
import { discountFactor, type DiscountCurve } from "../curve/discountCurve";
import type { ParCurve } from "../curve/parCurve";
import type { Frequency } from "../date/couponGrid";
import { monthsLater } from "../date/serial";
import { price, rate, type DaySerial, type Price, type Rate } from "../units";
import type { Bond } from "./bond";
import { bondFlows } from "./flows";
import { accrued } from "./price";

/** Days of a year of the curve's time: ACT/365F. */
export const DAYS_IN_YEAR = 365;

/** A bond and its clean price. */
export interface QuotedBond {
  readonly bond: Bond;
  readonly clean: Price;
}

/**
 * The curve that prices bonds exactly, on their own payment days, unadjusted; time is ACT/365F.
 *
 * @param settlement - The day of the curve.
 * @param quotes - Bonds by rising maturity, with clean prices.
 * @returns The curve with a node at each maturity.
 * @throws CalcError `invalid` when no discount factor prices a bond.
 */
export function bootstrapBonds(
  settlement: DaySerial,
  quotes: readonly QuotedBond[],
): DiscountCurve {
  return bootstrap(
    quotes.map(({ bond, clean }, i): Instrument => {
      const { days, interest, principal } = bondFlows(bond, settlement);
      return {
        times: days.map((day) => (day - settlement) / DAYS_IN_YEAR),
        amounts: interest.map((paid, k) => paid + (principal[k] as number)),
        value: clean + accrued(bond, settlement),
        name: `curve, row ${i + 1}`,
      };
    }),
  );
}

/**
 * A tenor in whole months.
 *
 * @param tenor - Years, above 0.
 * @returns Years: round(12 · tenor) months, one at least.
 *
 * @example
 * wholeMonths(0.0833) * 12; // => 1
 */
export const wholeMonths = (tenor: number): number => Math.max(1, Math.round(12 * tenor)) / 12;

/**
 * The last day of a tenor.
 *
 * @param settlement - The day of the curve.
 * @param tenor - Years, above 0.
 * @returns The day round(12 · tenor) months later, one month at least.
 */
export const tenorEnd = (settlement: DaySerial, tenor: number): DaySerial =>
  monthsLater(settlement, Math.round(12 * wholeMonths(tenor)));

/** The bond that costs 100 clean at a par yield: it ends with the tenor and pays on the days counted back from there. */
const parBond = (
  settlement: DaySerial,
  tenor: number,
  coupon: Rate,
  frequency: Frequency,
): Bond => ({
  maturity: tenorEnd(settlement, tenor),
  coupon,
  redemption: price(100),
  frequency,
  basis: 1,
  issue: null,
  firstCoupon: null,
  lastCoupon: null,
});

/**
 * The curve of par yields at tenors, on days: a tenor ends round(12 · tenor) months after
 * settlement, and its par bond pays on the days counted back from there.
 *
 * @param par - The par yields.
 * @param settlement - The day of the curve.
 * @param frequency - Coupons a year of the par bonds.
 * @returns The curve with a node at each tenor's last day.
 * @throws CalcError `invalid` when no curve has these par yields.
 */
export const bootstrapDated = (
  par: ParCurve,
  settlement: DaySerial,
  frequency: Frequency = 2,
): DiscountCurve =>
  bootstrapBonds(
    settlement,
    Array.from(par.tenors, (tenor, i) => ({
      clean: price(100),
      bond: parBond(settlement, tenor, rate(par.yields[i] as number), frequency),
    })),
  );

/**
 * The same curve by the par yields that it has at other tenors, on days.
 *
 * @param curve - Discount factors by time, ACT/365F.
 * @param settlement - The day of the curve.
 * @param tenors - Years, rising, each ending in a month of its own; where they hold all its nodes,
 *   `bootstrapDated` gives the curve back.
 * @returns Semiannual par yields.
 */
export function parCurveOn(
  curve: DiscountCurve,
  settlement: DaySerial,
  tenors: Float64Array,
): ParCurve {
  const yields = tenors.map((tenor) => {
    // Value and accrued interest are proportional to the coupon.
    const whole = parBond(settlement, tenor, rate(1), 2);
    const { days, interest } = bondFlows(whole, settlement);
    const factor = (day: number) => discountFactor(curve, (day - settlement) / DAYS_IN_YEAR);
    const annuity = interest.reduce((sum, paid, k) => sum + paid * factor(days[k] as number), 0);
    return (100 - 100 * factor(whole.maturity)) / (annuity - accrued(whole, settlement));
  });
  return { tenors, yields };
}
