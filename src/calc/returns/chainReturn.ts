import { invalid, missing } from "../errors";
import type { Numbers } from "../numeric/statistics";
import { percentWords } from "../numeric/percentWords";
import { tidy } from "../numeric/tidy";
import { rate, type Rate } from "../units";

/**
 * Returns of periods that follow each other, compounded: ∏(1 + r) − 1.
 *
 * @param returns - Decimals, none missing: a chain with a link left out is another chain.
 * @param annualizedBy - Periods a year, to give the return a year, (1 + R)^(periods ÷ n) − 1; null
 * for the return of the whole time.
 * @returns The compounded return as a decimal.
 * @throws CalcError `missing` when there is no return, or one is missing; `invalid` when one is
 * outside −1..1 or the periods a year are not above 0.
 *
 * @example
 * chainReturn([0.0052, 0.0148, 0.0003, 0.0037, -0.0085, 0.018]).toFixed(5); // => "0.03373"
 */
export function chainReturn(returns: Numbers, annualizedBy: number | null = null): Rate {
  if (returns.length === 0) throw missing("returns has no value");
  if (annualizedBy !== null && !(annualizedBy > 0)) {
    throw invalid(`periods is ${annualizedBy}; it must be a number of periods a year above 0`);
  }
  let growth = 1;
  for (let i = 0; i < returns.length; i++) {
    const one = returns[i] as number;
    if (Number.isNaN(one)) throw missing(`returns, row ${i + 1}, is missing`);
    if (Math.abs(one) > 1) {
      throw invalid(
        `returns, row ${i + 1}, is ${one} (${percentWords(one)}); returns are decimals, did you mean ${tidy(one / 100)}?`,
      );
    }
    growth *= 1 + one;
  }
  return rate((annualizedBy === null ? growth : growth ** (annualizedBy / returns.length)) - 1);
}
