import type { Bond } from "../bond/bond";
import { bondYield } from "../bond/price";
import { couponDate, couponNumber } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import type { DaySerial, Price, Rate } from "../units";
import { callsLeft, type Call } from "./callSchedule";

/** The lowest of the street yields to maturity and to each call, and the day that has it. */
export interface WorstYield {
  readonly yield: Rate;
  /** The workout day; of equal yields the earliest. */
  readonly day: DaySerial;
}

/** Yields closer than this are equal: they are solved to a few digits more. */
const EQUAL = 1e-12;

/**
 * Yield to worst of a callable bond.
 *
 * @param bond - The bond.
 * @param calls - Days on which it may be called, rising, with clean prices.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100.
 * @returns The yield, compounding as often as coupons are paid, and its day.
 * @throws CalcError `invalid` when days are out of order, no call is to come, or no yield explains
 *   the price.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.06), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const calls = [{ day: serialOf(2027, 1, 15), price: price(101) }];
 * // 103 = 3 / x + 104 / x², x the growth of half a year.
 * yieldToWorst(bond, calls, serialOf(2026, 1, 15), price(103)).yield.toFixed(10); // => (2 * ((3 + Math.sqrt(9 + 4 * 103 * 104)) / 206 - 1)).toFixed(10)
 */
export function yieldToWorst(
  bond: Bond,
  calls: readonly Call[],
  settlement: DaySerial,
  clean: Price,
): WorstYield {
  let worst: WorstYield | null = null;
  const ends = callsLeft(calls, bond, settlement).map((call) => calledBond(bond, call));
  for (const end of [...ends, bond]) {
    const found = bondYield(end, settlement, clean);
    if (worst === null || found < worst.yield - EQUAL) worst = { yield: found, day: end.maturity };
  }
  return worst as WorstYield;
}

/** The bond as it is if it is called: it ends on the call's day, in a short period if need be. */
function calledBond(bond: Bond, { day, price }: Call): Bond {
  const { frequency } = bond;
  const anchor = packedDay(bond.lastCoupon ?? bond.maturity);
  const end = packedDay(day);
  const number = couponNumber(anchor, frequency, end);
  const isCouponDay = couponDate(anchor, frequency, number) === end;
  const before = couponDate(anchor, frequency, isCouponDay ? number - 1 : number);
  // A coupon day can be the new end, unless coupon days counted back from it are others, as from a
  // 28 February that stands for the 30th.
  const isWhole = isCouponDay && couponDate(end, frequency, -1) === before;
  const lastCoupon = isWhole ? null : serialOfPacked(before);
  return { ...bond, maturity: day, redemption: price, lastCoupon };
}
