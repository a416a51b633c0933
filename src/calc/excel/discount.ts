import type { Basis } from "../date/couponGrid";
import { yearFraction } from "../date/yearFraction";
import type { DaySerial } from "../units";

/*
 * Securities without coupons, as Excel's functions of the same names have them. Time is counted by
 * YEARFRAC from settlement (or issue) to maturity; prices and redemptions are per 100 of face value,
 * rates decimals a year.
 */

/**
 * DISC: the discount rate at a price.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param price - Price per 100.
 * @param redemption - What is paid back per 100.
 * @param basis - Day count.
 * @returns Decimal a year.
 *
 * @example
 * // Microsoft's example of DISC
 * disc(serialOf(2018, 7, 1), serialOf(2048, 1, 1), 97.975, 100, 1).toFixed(6); // => "0.000686"
 */
export const disc = (
  settlement: DaySerial,
  maturity: DaySerial,
  price: number,
  redemption: number,
  basis: Basis,
): number => (1 - price / redemption) / yearFraction(settlement, maturity, basis);

/**
 * PRICEDISC: the price at a discount rate.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param discount - Discount rate, decimal a year.
 * @param redemption - What is paid back per 100.
 * @param basis - Day count.
 * @returns Price per 100.
 *
 * @example
 * // Microsoft's example of PRICEDISC
 * priceDisc(serialOf(2008, 2, 16), serialOf(2008, 3, 1), 0.0525, 100, 2).toFixed(4); // => "99.7958"
 */
export const priceDisc = (
  settlement: DaySerial,
  maturity: DaySerial,
  discount: number,
  redemption: number,
  basis: Basis,
): number => redemption * (1 - discount * yearFraction(settlement, maturity, basis));

/**
 * YIELDDISC and INTRATE: the simple yield from a price to what is paid back.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param price - What is paid.
 * @param redemption - What is paid back, in the same unit.
 * @param basis - Day count.
 * @returns Decimal a year.
 *
 * @example
 * // Microsoft's example of INTRATE
 * simpleYield(serialOf(2008, 2, 15), serialOf(2008, 5, 15), 1_000_000, 1_014_420, 2).toFixed(5); // => "0.05768"
 */
export const simpleYield = (
  settlement: DaySerial,
  maturity: DaySerial,
  price: number,
  redemption: number,
  basis: Basis,
): number => (redemption / price - 1) / yearFraction(settlement, maturity, basis);

/**
 * RECEIVED: what an investment at a discount rate pays back.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param investment - What is paid.
 * @param discount - Discount rate, decimal a year.
 * @param basis - Day count.
 * @returns In the unit of the investment; not finite or below 0 where the discount eats all of it.
 *
 * @example
 * // Microsoft's example of RECEIVED
 * received(serialOf(2008, 2, 15), serialOf(2008, 5, 15), 1_000_000, 0.0575, 2).toFixed(2); // => "1014584.65"
 */
export const received = (
  settlement: DaySerial,
  maturity: DaySerial,
  investment: number,
  discount: number,
  basis: Basis,
): number => investment / (1 - discount * yearFraction(settlement, maturity, basis));

/**
 * ACCRINTM: interest of a security that pays it at maturity.
 *
 * @param issue - The day from which interest accrues.
 * @param maturity - The day to which it does.
 * @param rate - Decimal a year.
 * @param par - Face value.
 * @param basis - Day count.
 * @returns In the unit of the face value.
 *
 * @example
 * // Microsoft's example of ACCRINTM
 * interestAtMaturity(serialOf(2008, 4, 1), serialOf(2008, 6, 15), 0.1, 1000, 3).toFixed(6); // => "20.547945"
 */
export const interestAtMaturity = (
  issue: DaySerial,
  maturity: DaySerial,
  rate: number,
  par: number,
  basis: Basis,
): number => par * rate * yearFraction(issue, maturity, basis);
