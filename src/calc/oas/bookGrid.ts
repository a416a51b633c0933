import type { PrepaymentDials } from "../prepayment/prepaymentModel";
import type { BookModel } from "./bookCurves";

const { ceil, max, min } = Math;

/** Where the walks of a book stand; fixed by the model, whatever pools there are. */
export interface BookGrid {
  /** Loan rates are multiples of this, decimal. */
  readonly wacStep: number;
  /** Months of age from which loans are past the seasoning ramp: all of them walk alike. */
  readonly settled: number;
}

/** Where no curve of the prepayment model is narrow. */
const WIDEST_STEP = 0.00175;
/** Step per width of the narrowest curve in the prepayment model. */
const PER_WIDTH = 0.575;
/** Little volatility smooths what loan rates do less: steps are halved. */
const LITTLE_VOLATILITY = 0.0065;

/**
 * The grid of a book.
 *
 * @param model - What the pools have in common.
 * @returns The grid; null where the greatest speed cuts the refinancing curve: no polynomial goes through such an
 *   edge.
 *
 * @example
 * bookGrid({ dials: { refiMax: 0.9, refiMultiple: 2, multiplier: 1, turnover: 0, maxCpr: 0.85 }, firstMonth: null }); // => null
 */
export function bookGrid({
  dials,
  shortRate,
  firstMonth,
}: Pick<BookModel, "dials" | "shortRate" | "firstMonth">): BookGrid | null {
  if (greatestSpeed(dials, firstMonth === null ? 1 : max(...dials.seasons)) > dials.maxCpr) {
    return null;
  }
  const { refiWidth, lockWidth, lockIn, rampMonths } = dials;
  const width = lockIn > 0 ? min(refiWidth, lockWidth) : refiWidth;
  const wide = min(WIDEST_STEP, PER_WIDTH * width);
  const wacStep = shortRate.volatility < LITTLE_VOLATILITY ? wide / 2 : wide;
  return { wacStep, settled: max(0, ceil(rampMonths) - 1) };
}

/** The most that refinancing and turnover can come to, CPR. */
function greatestSpeed(dials: PrepaymentDials, season: number): number {
  const { form, refiMax, refiMultiple, multiplier, turnover } = dials;
  // The curve of the Office of Thrift Supervision ends at 0.2406 + 0.1389 π / 2.
  const refinancing = refiMultiple * (form === "ots" ? 0.46 : refiMax);
  return multiplier * (refinancing + turnover * season);
}
