import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import { price, rate, type DaySerial, type Price, type Rate } from "../units";
import type { Bond } from "./bond";
import { bondFlows } from "./flows";
import { accrued } from "./price";

/** A bond that is bought now, financed, and sold on a later day. */
export interface FinancedBond {
  readonly bond: Bond;
  readonly settlement: DaySerial;
  /** Clean price now, per 100. */
  readonly clean: Price;
  /** The day on which it is sold, after settlement and before maturity. */
  readonly forwardDate: DaySerial;
  /** What coupons earn until then, decimal, simple, ACT/360; null: the rate of the financing itself. */
  readonly reinvestment: Rate | null;
}

/** What financing a bond until a later day makes of its price. */
export interface BondForward {
  /** Clean price on the forward day at which financing earns and costs nothing. */
  readonly forwardPrice: Price;
  /** Clean price now less the forward price: what carry is worth, per 100. */
  readonly drop: number;
  /** Accrued interest now and on the forward day. */
  readonly accrued: number;
  readonly forwardAccrued: number;
  /** Coupons paid until the forward day, without interest on them. */
  readonly income: number;
  /** Actual days. */
  readonly days: number;
}

/** The money of a financed bond, in parts that are linear in the rates. */
interface Financing {
  readonly dirty: number;
  readonly accrued: number;
  readonly forwardAccrued: number;
  readonly income: number;
  /** Years of 360 days until the forward day. */
  readonly term: number;
  /** Σ coupon × years of 360 days that it is reinvested. */
  readonly reinvested: number;
}

/** The parts of a financed bond; a coupon paid on the forward day is still the seller's. */
function financing({ bond, settlement, clean, forwardDate }: FinancedBond): Financing {
  if (!(forwardDate > settlement && forwardDate < bond.maturity)) {
    throw invalid(
      `forwardDate is ${isoFromSerial(forwardDate)}; it must be a day after settlement, ${isoFromSerial(settlement)}, and before maturity, ${isoFromSerial(bond.maturity)}`,
    );
  }
  const { days, interest } = bondFlows(bond, settlement);
  let [income, reinvested] = [0, 0];
  for (let j = 0; j < days.length && (days[j] as number) <= forwardDate; j++) {
    const coupon = interest[j] as number;
    income += coupon;
    reinvested += (coupon * (forwardDate - (days[j] as number))) / 360;
  }
  const now = accrued(bond, settlement);
  return {
    dirty: clean + now,
    accrued: now,
    forwardAccrued: accrued(bond, forwardDate),
    income,
    term: (forwardDate - settlement) / 360,
    reinvested,
  };
}

/**
 * The forward price of a bond: the dirty price, grown at the repo rate by simple interest ACT/360, less
 * the coupons that are paid on the way with what they earn.
 *
 * @param financed - The bond and the days.
 * @param repo - The financing rate, decimal, simple, ACT/360.
 * @returns The forward price and its parts.
 * @throws CalcError `invalid` when the forward day is not between settlement and maturity.
 * @see G. Burghardt, T. Belton, The Treasury Bond Basis, chapter 2
 *
 * @example
 * const bond = { maturity: serialOf(2009, 8, 15), coupon: rate(0.06), redemption: price(100), frequency: 2, basis: 1, issue: null, firstCoupon: null, lastCoupon: null };
 * const financed = { bond, settlement: serialOf(2002, 11, 15), clean: price(114.416), forwardDate: serialOf(2002, 12, 15), reinvestment: null };
 * bondForward(financed, rate(0.02)).forwardPrice.toFixed(4); // => "114.1201"
 */
export function bondForward(financed: FinancedBond, repo: Rate): BondForward {
  const { dirty, term, income, reinvested, ...parts } = financing(financed);
  const earned = (financed.reinvestment ?? repo) * reinvested;
  const forward = dirty * (1 + repo * term) - income - earned - parts.forwardAccrued;
  return {
    forwardPrice: price(forward),
    drop: financed.clean - forward,
    ...parts,
    income,
    days: financed.forwardDate - financed.settlement,
  };
}

/**
 * The financing rate at which a bond bought now and sold forward at a price earns and costs nothing.
 *
 * @param financed - The bond and the days; without a reinvestment rate coupons earn the implied rate.
 * @param forwardPrice - Clean price on the forward day: for a future, its price times the factor.
 * @returns The implied repo rate, decimal, simple, ACT/360.
 * @throws CalcError `invalid` when the forward day is not between settlement and maturity.
 *
 * @example
 * const bond = { maturity: serialOf(2020, 8, 15), coupon: rate(0.0875), redemption: price(100), frequency: 2, basis: 1, issue: null, firstCoupon: null, lastCoupon: null };
 * const financed = { bond, settlement: serialOf(2000, 9, 21), clean: price(129), forwardDate: serialOf(2000, 12, 29), reinvestment: null };
 * impliedRepo(financed, price(98 * 1.3136)).toFixed(4); // => "0.0584"
 */
export function impliedRepo(financed: FinancedBond, forwardPrice: Price): Rate {
  const { dirty, forwardAccrued, income, term, reinvested } = financing(financed);
  const gained = forwardPrice + forwardAccrued + income - dirty;
  const { reinvestment } = financed;
  return reinvestment === null
    ? rate(gained / (dirty * term - reinvested))
    : rate((gained + reinvestment * reinvested) / (dirty * term));
}
