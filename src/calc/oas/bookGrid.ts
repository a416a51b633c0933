import type { PrepaymentDials } from "../prepayment/prepaymentModel";
import type { BookModel } from "./bookCurves";

const { ceil, max, min } = Math;

/** The loan rates and ages on which the walks of a book stand; fixed by the model, whatever pools there are. */
export interface BookGrid {
  /** Loan rates are multiples of this, decimal. */
  readonly wacStep: number;
  /** Months, rising; the last one is past the seasoning ramp. */
  readonly ages: readonly number[];
}

/** An eighth of a percent: wide enough for a refinancing curve as wide as the defaults'. */
const WIDEST_STEP = 0.00125;
/** Step per width of the curves in the prepayment model. */
const PER_WIDTH = 0.6;
/** Widths below which speeds jump from one month to the next. */
const NARROW = 0.0015;
/** Little volatility smooths what loan rates do less: steps are halved. */
const LITTLE_VOLATILITY = 0.0065;
const AGE_STEP = 2;
/** Ages that another one is interpolated between. */
export const NEAR_AGES = 6;

/**
 * The grid of a book.
 *
 * @param model - What the pools have in common.
 * @returns The grid; null where speeds have an edge, which no polynomial goes through: the greatest speed is
 *   reached where the refinancing curve still rises.
 *
 * @example
 * bookGrid({ dials: { refiMax: 0.9, refiMultiple: 2, multiplier: 1, turnover: 0, maxCpr: 0.85 }, firstMonth: null }); // => null
 */
export function bookGrid({
  dials,
  shortRate,
  firstMonth,
}: Pick<BookModel, "dials" | "shortRate" | "firstMonth">): BookGrid | null {
  const above = shareAboveMost(dials, firstMonth === null ? 1 : max(...dials.seasons));
  if (above > FLAT) return null;
  const { refiWidth, lockWidth, lockIn, rampMonths } = dials;
  const width = lockIn > 0 ? min(refiWidth, lockWidth) : refiWidth;
  let wacStep = above > 0 ? WIDEST_STEP / 8 : WIDEST_STEP;
  while (wacStep > PER_WIDTH * width) wacStep /= 2;
  if (shortRate.volatility < LITTLE_VOLATILITY) wacStep /= 2;
  const settled = max(0, ceil(rampMonths) - 1);
  const steps = Array.from({ length: ceil(settled / AGE_STEP) }, (_, i) => i * AGE_STEP);
  // Seasons make what an age does uneven from month to month, and so do speeds that jump.
  const isUneven = firstMonth !== null || above > 0 || width < NARROW;
  const isEvery = isUneven || steps.length < NEAR_AGES;
  const ages = isEvery ? Array.from({ length: settled + 1 }, (_, age) => age) : [...steps, settled];
  return { wacStep, ages };
}

/** Share of the refinancing curve that may be above the greatest speed: the curve is nearly flat there. */
const FLAT = 0.04;

/** Share of the refinancing curve above the greatest speed, where the model's speeds have an edge; 0 for none. */
function shareAboveMost(dials: PrepaymentDials, season: number): number {
  const { form, refiMax, refiMultiple, multiplier, turnover, maxCpr } = dials;
  // The curve of the Office of Thrift Supervision ends at 0.2406 + 0.1389 π / 2.
  const greatest = refiMultiple * (form === "ots" ? 0.46 : refiMax);
  const room = maxCpr / multiplier - turnover * season;
  return max(0, 1 - room / greatest);
}
