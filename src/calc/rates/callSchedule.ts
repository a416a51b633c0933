import { accrued } from "../bond/price";
import type { Bond } from "../bond/bond";
import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial, Price } from "../units";

/** A day on which the issuer may repay the bond, and the clean price for it. */
export interface Call {
  readonly day: DaySerial;
  /** Per 100 of face value; interest accrued is paid on top. */
  readonly price: Price;
}

/**
 * The calls that are still to come.
 *
 * @param calls - By rising day.
 * @param bond - The bond.
 * @param settlement - Calls on this day and before it have passed.
 * @returns One call or more.
 * @throws CalcError `invalid` when days do not rise, a call is not before maturity or its price is not
 *   above 0, or no call is left.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const calls = [2025, 2028].map((year) => ({ day: serialOf(year, 1, 15), price: price(100) }));
 * callsLeft(calls, bond, serialOf(2026, 1, 15)).length; // => 1
 */
export function callsLeft(
  calls: readonly Call[],
  bond: Bond,
  settlement: DaySerial,
): readonly Call[] {
  calls.forEach(({ day, price }, i) => {
    const where = `calls, row ${i + 1},`;
    const before = calls[i - 1]?.day ?? -Infinity;
    if (!(price > 0)) {
      throw invalid(`${where} has the price ${price}; it must have a clean price above 0`);
    }
    if (!(day > before)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)} after ${isoFromSerial(before as DaySerial)}; days must rise`,
      );
    }
    if (!(day < bond.maturity)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)}; it must be a day before maturity, ${isoFromSerial(bond.maturity)}`,
      );
    }
  });
  const left = calls.filter(({ day }) => day > settlement);
  if (left.length === 0) {
    throw invalid(
      `calls has no day after settlement, ${isoFromSerial(settlement)}; there must be one call to come or more`,
    );
  }
  return left;
}

/**
 * What the issuer pays on a call's day for the bond, after that day's coupon.
 *
 * @param call - The call.
 * @param bond - The bond.
 * @returns Per 100 of face value, interest accrued included.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * callCost({ day: serialOf(2028, 4, 15), price: price(101) }, bond); // => 102.25
 */
export const callCost = ({ day, price }: Call, bond: Bond): number => price + accrued(bond, day);
