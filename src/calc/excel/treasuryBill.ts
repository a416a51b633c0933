/*
 * Treasury bills as Excel's TBILLPRICE, TBILLYIELD and TBILLEQ have them. Days are actual days from
 * settlement to maturity; rates are decimals a year, prices per 100 of face value.
 */

/**
 * TBILLPRICE: the price at a discount rate, ACT/360.
 *
 * @param days - Days to maturity.
 * @param discount - Discount rate.
 * @returns Price per 100.
 *
 * @example
 * // Microsoft's example of TBILLPRICE: 31 March to 1 June 2008
 * tbillPrice(62, 0.09); // => 98.45
 */
export const tbillPrice = (days: number, discount: number): number =>
  100 * (1 - (discount * days) / 360);

/**
 * TBILLYIELD: the simple yield at a price, ACT/360.
 *
 * @param days - Days to maturity.
 * @param price - Price per 100.
 * @returns Decimal a year.
 *
 * @example
 * // Microsoft's example of TBILLYIELD: 31 March to 1 June 2008
 * tbillYield(62, 98.45).toFixed(4); // => "0.0914"
 */
export const tbillYield = (days: number, price: number): number => ((100 / price - 1) * 360) / days;

/** Up to half a year a bill is compared with a bond in its last coupon period. */
const HALF_YEAR = 182;

/**
 * TBILLEQ: the bond-equivalent yield at a discount rate: simple interest up to half a year; beyond,
 * the yield of a bond that pays a coupon in between (a quadratic equation).
 *
 * @param days - Days to maturity, at most 366.
 * @param discount - Discount rate.
 * @returns Decimal a year, compounding twice a year.
 *
 * @example
 * // Microsoft's example of TBILLEQ: 31 March to 1 June 2008
 * tbillEquivalent(62, 0.0914).toFixed(8); // => "0.09415149"
 */
export function tbillEquivalent(days: number, discount: number): number {
  if (days <= HALF_YEAR) return (365 * discount) / (360 - discount * days);
  const price = tbillPrice(days, discount) / 100;
  const time = days / (days === 366 ? 366 : 365);
  const root = Math.sqrt(time * time - (2 * time - 1) * (1 - 1 / price));
  return (2 * (root - time)) / (2 * time - 1);
}
