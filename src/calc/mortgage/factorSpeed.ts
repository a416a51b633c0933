import { invalid } from "../errors";
import { cprFromSmm, psaRamp, smmFromCpr, type SpeedUnit } from "../prepayment/monthlySpeed";
import type { Rate } from "../units";

/**
 * The speed that a pool's factors show: what is gone beyond the scheduled payments, a month.
 *
 * A PSA speed is the one whose ramp leaves the same balance over the period; speeds are never
 * averaged (SIFMA, Standard Formulas, SF-7).
 *
 * @param factor1 - Share of the original balance at the beginning, above 0.
 * @param factor2 - Share at the end.
 * @param wac - Rate of the loans, decimal.
 * @param wam1 - Months left at the beginning.
 * @param months - Months between the factors.
 * @param unit - The unit wanted: CPR and SMM decimals, PSA and ABS percent.
 * @param age1 - Age of the loans at the beginning; PSA and ABS need it.
 * @returns The speed; below 0 where more is left than scheduled.
 * @throws CalcError `invalid` when factors or months are out of range.
 *
 * @example
 * // SIFMA, SF-8: GNMA I 9% pool in its month 17
 * factorSpeed(0.85150625, 0.84732282, 0.095, 344, 1, "psa", 16).toFixed(0); // => "150"
 */
export function factorSpeed(
  factor1: number,
  factor2: number,
  wac: Rate,
  wam1: number,
  months: number,
  unit: SpeedUnit,
  age1: number,
): number {
  if (!(factor1 > 0 && factor1 <= 1)) {
    throw invalid(`factor1 is ${factor1}; a factor above 0, at most 1, was expected`);
  }
  if (!(factor2 >= 0 && factor2 <= factor1)) {
    throw invalid(`factor2 is ${factor2}; a factor from 0 to factor1, ${factor1}, was expected`);
  }
  if (!(months < wam1)) {
    throw invalid(`months is ${months}; fewer than the ${wam1} months that are left were expected`);
  }
  const survived = factor2 / (factor1 * scheduledFactor(wac / 12, wam1, months));
  const smm = 1 - survived ** (1 / months);
  switch (unit) {
    case "smm":
      return smm;
    case "cpr":
      return cprFromSmm(smm);
    case "abs":
      return (100 * (1 - survived)) / (age1 + months - survived * age1);
    case "psa":
      return psaThatLeaves(survived, age1, months);
  }
}

/** What is left of a balance after some level payments. */
function scheduledFactor(monthly: number, months: number, paid: number): number {
  if (monthly === 0) return (months - paid) / months;
  const growth = Math.log1p(monthly);
  return Math.expm1(-(months - paid) * growth) / Math.expm1(-months * growth);
}

/** The PSA speed that leaves a share over some months, by bisection: faster leaves less. */
function psaThatLeaves(survived: number, age1: number, months: number): number {
  const leaves = (percent: number) => {
    let left = 1;
    for (let k = 1; k <= months; k++) {
      left *= 1 - smmFromCpr(Math.min(1, (percent / 100) * psaRamp(age1 + k)));
    }
    return left;
  };
  // −100% CPR of an old pool to 100% CPR of a new one.
  let [low, high] = [-100 / 0.06, 100 / 0.002];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (leaves(middle) > survived) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
