import { invalid } from "../errors";
import { cprFromSmm, monthsOfChange, psaRamp, type SpeedUnit } from "../prepayment/monthlySpeed";
import type { Rate } from "../units";
import { LONGEST_LOAN } from "./pool";

const { abs, expm1, log, log1p, min } = Math;

/** Its ramp ends at the same age for all. */
const PSA = { kind: "psa", percent: 100 } as const;

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
 * @throws CalcError `invalid` when factors or months are out of range, wam1 beyond 480 months included.
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
    throw invalid(`factor1 is ${factor1}; it must be a factor above 0, at most 1`);
  }
  if (!(factor2 >= 0 && factor2 <= factor1)) {
    throw invalid(`factor2 is ${factor2}; it must be a factor from 0 to factor1, ${factor1}`);
  }
  if (!(wam1 <= LONGEST_LOAN)) {
    throw invalid(`wam1 is ${wam1}; it must be at most ${LONGEST_LOAN} months`);
  }
  if (!(months < wam1)) {
    throw invalid(`months is ${months}; it must be fewer than the ${wam1} months that are left`);
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
  const growth = log1p(monthly);
  return expm1(-(months - paid) * growth) / expm1(-months * growth);
}

const MOST_STEPS = 60;
const LAST_STEP = 1e-9;

/**
 * The PSA speed that leaves a share over some months, by Newton's method.
 *
 * The unknown is u = ln(1 − CPR) of the fastest month. A month whose ramp stands at the share a of
 * the fastest keeps 1 + a (e^u − 1), the logarithm of which is convex and rises with u: from the
 * second step on the search moves one way, and where all months are alike the first step is exact.
 */
function psaThatLeaves(survived: number, age1: number, months: number): number {
  const fastest = psaRamp(age1 + months);
  if (survived === 0) return 100 / fastest;
  // Months on the ramp but for the last one, which may be as fast as those after the ramp.
  const rising = min(months - 1, monthsOfChange(PSA, age1));
  const wanted = 12 * log(survived);
  let force = wanted / months;
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = expm1(force);
    let left = 1;
    let slope = months - rising;
    for (let k = 1; k <= rising; k++) {
      const share = psaRamp(age1 + k) / fastest;
      const part = 1 + share * change;
      left *= part;
      slope += (share * (1 + change)) / part;
    }
    const move = (log(left) + (months - rising) * force - wanted) / slope;
    force -= move;
    if (abs(move) <= LAST_STEP * abs(force)) break;
  }
  return (-100 * expm1(force)) / fastest;
}
