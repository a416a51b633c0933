import type { Basis } from "../date/couponGrid";
import { yearFraction } from "../date/yearFraction";
import type { DaySerial } from "../units";

/*
 * Securities that pay all interest at maturity, as Excel's PRICEMAT and YIELDMAT have them. Interest
 * accrues from issue; all three times are counted in years of one length, that of YEARFRAC from issue
 * to settlement, which Excel's own results need with ACT/ACT.
 */

interface Times {
  /** Years from issue to settlement. */
  readonly accrued: number;
  /** Years from issue to maturity. */
  readonly whole: number;
}

function times(settlement: DaySerial, maturity: DaySerial, issue: DaySerial, basis: Basis): Times {
  const accrued = yearFraction(issue, settlement, basis);
  if (basis !== 1) return { accrued, whole: yearFraction(issue, maturity, basis) };
  // Without a day between them the length of the year does not matter.
  const year = settlement === issue ? 365 : (settlement - issue) / accrued;
  return { accrued, whole: (maturity - issue) / year };
}

/**
 * PRICEMAT: the price at a yield.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param issue - The day from which interest accrues; not after settlement.
 * @param rate - Interest, decimal a year.
 * @param yld - Simple yield, decimal a year.
 * @param basis - Day count.
 * @returns Price per 100, without accrued interest.
 *
 * @example
 * // Microsoft's example of PRICEMAT
 * priceMat(serialOf(2008, 2, 15), serialOf(2008, 4, 13), serialOf(2007, 11, 11), 0.061, 0.061, 0).toFixed(6); // => "99.984499"
 */
export function priceMat(
  settlement: DaySerial,
  maturity: DaySerial,
  issue: DaySerial,
  rate: number,
  yld: number,
  basis: Basis,
): number {
  const { accrued, whole } = times(settlement, maturity, issue, basis);
  return 100 * ((1 + whole * rate) / (1 + (whole - accrued) * yld) - accrued * rate);
}

/**
 * YIELDMAT: the yield at a price; the inverse of {@link priceMat}.
 *
 * @param settlement - A day before maturity.
 * @param maturity - The maturity.
 * @param issue - The day from which interest accrues; not after settlement.
 * @param rate - Interest, decimal a year.
 * @param price - Price per 100, without accrued interest.
 * @param basis - Day count.
 * @returns Simple yield, decimal a year.
 *
 * @example
 * // Microsoft's example of YIELDMAT
 * yieldMat(serialOf(2008, 3, 15), serialOf(2008, 11, 3), serialOf(2007, 11, 8), 0.0625, 100.0123, 0).toFixed(6); // => "0.060954"
 */
export function yieldMat(
  settlement: DaySerial,
  maturity: DaySerial,
  issue: DaySerial,
  rate: number,
  price: number,
  basis: Basis,
): number {
  const { accrued, whole } = times(settlement, maturity, issue, basis);
  return ((1 + whole * rate) / (price / 100 + accrued * rate) - 1) / (whole - accrued);
}
