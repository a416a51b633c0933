import { invalid } from "../errors";
import { years, type Rate, type Years } from "../units";

/**
 * Modified duration of a bond at par on a coupon date: (1 − (1 + y/2)^(−2T)) ÷ y.
 *
 * @param yld - Semiannual yield, which is the coupon; above −200%, decimal.
 * @param maturity - Years to maturity, above 0.
 * @returns −dP/dy over the price; at a yield of 0 the maturity.
 * @throws CalcError `invalid` when the yield or the maturity is out of range.
 * @see F. Fabozzi, Bond Markets, Analysis, and Strategies: modified duration of an annuity and its
 *   redemption, at par; test/calc/bond/parDuration.test.ts holds it to `bondRisk`.
 *
 * @example
 * parDuration(rate(0.05), years(5)).toFixed(4); // => "4.3760"
 */
export function parDuration(yld: Rate, maturity: Years): Years {
  if (!(yld > -2)) throw invalid(`the yield is ${yld}; it must be above -2`);
  if (!(maturity > 0)) throw invalid(`the maturity is ${maturity}; it must be above 0 years`);
  if (yld === 0) return maturity;
  return years(-Math.expm1(-2 * maturity * Math.log1p(yld / 2)) / yld);
}
