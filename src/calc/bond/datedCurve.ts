import { bootstrap, type Instrument } from "../curve/bootstrap";
import type { DiscountCurve } from "../curve/discountCurve";
import type { ParCurve } from "../curve/parCurve";
import type { Frequency } from "../date/couponGrid";
import { monthsLater } from "../date/serial";
import { price, rate, type DaySerial, type Price } from "../units";
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
 * The last day of a tenor.
 *
 * @param settlement - The day of the curve.
 * @param tenor - Years, above 0.
 * @returns The day round(12 · tenor) months later, one month at least.
 */
export const tenorEnd = (settlement: DaySerial, tenor: number): DaySerial =>
  monthsLater(settlement, Math.max(1, Math.round(12 * tenor)));

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
      bond: {
        maturity: tenorEnd(settlement, tenor),
        coupon: rate(par.yields[i] as number),
        redemption: price(100),
        frequency,
        basis: 1,
        issue: null,
        firstCoupon: null,
        lastCoupon: null,
      },
    })),
  );
