import { invalid, missing } from "../errors";
import { couponDate, couponNumber } from "../date/couponGrid";
import { days30US } from "../date/dayCount";
import { isoFromSerial, packedDay } from "../date/serial";
import { parCurve, type ParCurve } from "../curve/parCurve";
import { parYield } from "../curve/parYield";
import { price, years, type Bp, type DaySerial, type Price, type Rate } from "../units";
import type { Bond } from "./bond";
import { tenorEnd } from "./datedCurve";
import { bondFlows } from "./flows";
import { accrued } from "./price";

/** A bond with a make-whole call, and the day on which it is redeemed. */
export interface MakeWholeCall {
  readonly bond: Bond;
  readonly redemption: DaySerial;
  /** The day from which the bond may be redeemed at par; null: it has none before maturity. */
  readonly parCall: DaySerial | null;
  /** What is added to the Treasury yield, basis points. */
  readonly spread: Bp;
}

/** What an issuer pays who redeems a bond by its make-whole call. */
export interface MakeWhole {
  /** Clean: the greater of par and the present value, per 100. */
  readonly price: Price;
  /** Interest accrued on the day of redemption; paid on top. */
  readonly accrued: number;
  /** The remaining payments at the discount rate, less accrued interest. */
  readonly presentValue: number;
  /** Treasury par yield of the remaining life, semiannual, not rounded. */
  readonly treasuryYield: Rate;
  /** From redemption to the par call date, or to maturity, in actual days. */
  readonly remainingDays: number;
}

/**
 * The make-whole price of a bond as indentures define it: the payments that would be due if the bond
 * matured on its par call date, with interest accrued to that day, discounted semiannually by a year of
 * twelve 30-day months at the Treasury yield of the remaining life plus a spread; par at least. The
 * Treasury yield is interpolated by actual days between the maturities beside it, which fall whole
 * months after the redemption.
 *
 * @param call - The call.
 * @param treasuries - Constant-maturity Treasury yields, semiannual, by tenor.
 * @returns The price and its parts.
 * @throws CalcError `invalid` when days are out of order; `missing` when the remaining life is outside
 *   the curve: indentures then take the nearest maturity, which is left to the user.
 * @see Optional redemption in the prospectus supplements of investment-grade bonds, for example Chubb
 *   INA Holdings 5.000% senior notes due 2034
 *
 * @example
 * const bond = { maturity: serialOf(2028, 1, 15), coupon: rate(0.06), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const call = { bond, redemption: serialOf(2027, 1, 15), parCall: null, spread: bp(20) };
 * const treasuries = { tenors: Float64Array.of(1, 2), yields: Float64Array.of(0.038, 0.04) };
 * makeWhole(call, treasuries).price.toFixed(10); // => (3 / 1.02 + 103 / 1.02 ** 2).toFixed(10)
 */
export function makeWhole(call: MakeWholeCall, treasuries: ParCurve): MakeWhole {
  const { bond, redemption, parCall, spread } = call;
  const end = parCall ?? bond.maturity;
  if (end > bond.maturity) {
    throw invalid(
      `parCallDate is ${isoFromSerial(end)}; it must be a day up to maturity, ${isoFromSerial(bond.maturity)}`,
    );
  }
  if (!(end > redemption)) {
    throw invalid(
      parCall === null
        ? `settlement is ${isoFromSerial(redemption)}; it must be a day before maturity, ${isoFromSerial(end)}`
        : `parCallDate is ${isoFromSerial(end)}; it must be a day after settlement, ${isoFromSerial(redemption)}: from that day on the price is 100`,
    );
  }
  const treasuryYield = yieldOfLife(treasuries, redemption, end);
  const now = accrued(bond, redemption);
  const presentValue = paymentsTo(end, bond, redemption, treasuryYield + spread / 10_000) - now;
  return {
    price: price(Math.max(100, presentValue)),
    accrued: now,
    presentValue,
    treasuryYield,
    remainingDays: end - redemption,
  };
}

/** The Treasury yield of the time to a day, by actual days between whole months. */
function yieldOfLife(treasuries: ParCurve, from: DaySerial, to: DaySerial): Rate {
  const days = treasuries.tenors.map((tenor) => tenorEnd(from, tenor) - from);
  const [first, last] = [days[0] as number, days[days.length - 1] as number];
  if (!(to - from >= first && to - from <= last)) {
    throw missing(
      `the remaining life is ${to - from} days, to ${isoFromSerial(to)}; curve has maturities from ${first} to ${last} days, and a Treasury yield is not extrapolated`,
    );
  }
  return parYield(parCurve(days, treasuries.yields, "curve"), years(to - from));
}

/** What a bond pays up to a day on which it is redeemed at par, worth at a semiannual rate. */
function paymentsTo(end: DaySerial, bond: Bond, from: DaySerial, yld: number): number {
  const halfYear = 1 + yld / 2;
  if (!(halfYear > 0)) {
    throw invalid(
      `the Treasury yield with spreadBp is ${yld}; it must be a rate above −2 to discount`,
    );
  }
  // From the coupon before, as the street counts: what is left of a period and what has accrued are all of it.
  const anchor = packedDay(bond.lastCoupon ?? bond.maturity);
  const start = packedDay(from);
  const before = couponDate(anchor, bond.frequency, couponNumber(anchor, bond.frequency, start));
  const passed = days30US(before, start);
  const worth = (amount: number, day: number) =>
    amount * halfYear ** ((passed - days30US(before, packedDay(day as DaySerial))) / 180);
  const { days, interest } = bondFlows(bond, from);
  let sum = worth(100 + (end < bond.maturity ? accrued(bond, end) : 0), end);
  for (let j = 0; j < days.length && (days[j] as number) <= end; j++) {
    sum += worth(interest[j] as number, days[j] as number);
  }
  return sum;
}
