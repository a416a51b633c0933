import { invalid } from "../errors";
import type { Rate } from "../units";

/**
 * The yield over one coupon period.
 *
 * @param yld - Yield a year.
 * @param frequency - Coupons a year.
 * @returns The yield over a period.
 * @throws CalcError `invalid` at −100% a period or less: nothing can be discounted there.
 *
 * @example
 * periodYield(rate(0.05), 2); // => 0.025
 */
export function periodYield(yld: Rate, frequency: number): number {
  const found = yld / frequency;
  if (!(found > -1)) {
    throw invalid(`yld is ${yld}; it must be a yield above ${-frequency} (−100% a coupon period)`);
  }
  return found;
}
