import { price, years } from "../units";
import type { BondRisk } from "./bond";
import type { BondFlows } from "./flows";

const { abs, exp, expm1, log, log1p } = Math;

/*
 * Present value of payments at any times t in coupon periods, at the yield i a period: the sum of
 * a (1 + i)^−t, and a/(1 + t i) when one payment is left, as a street yield has it.
 */

/** Present value, and the moments Σ t·PV and Σ t²·PV over it. */
function moments({ periods, interest, principal }: BondFlows, force: number) {
  let [value, first, second] = [0, 0, 0];
  for (let j = 0; j < periods.length; j++) {
    const time = periods[j] as number;
    const worth = ((interest[j] as number) + (principal[j] as number)) * exp(-time * force);
    value += worth;
    first += time * worth;
    second += time * time * worth;
  }
  return { value, first: first / value, second: second / value };
}

/** The one payment that is left; null where there are more. */
function onlyPayment({ periods, interest, principal }: BondFlows) {
  if (periods.length > 1) return null;
  return {
    time: periods[0] as number,
    amount: (interest[0] as number) + (principal[0] as number),
  };
}

/**
 * Dirty price of payments at a yield.
 *
 * @param flows - What is paid, and when.
 * @param periodYield - Yield over one coupon period, above −1.
 * @returns Per 100 of face value, with accrued interest.
 *
 * @example
 * const flows = { periods: [2, 4.5], interest: [0, 0], principal: [50, 50] };
 * truePrice(flows, 0.02).toFixed(6); // => (50 * 1.02 ** -2 + 50 * 1.02 ** -4.5).toFixed(6)
 */
export function truePrice(flows: BondFlows, periodYield: number): number {
  const only = onlyPayment(flows);
  if (only !== null) return only.amount / (1 + only.time * periodYield);
  return moments(flows, log1p(periodYield)).value;
}

const MOST_STEPS = 100;
const LAST_STEP = 1e-9;

/**
 * The yield at which payments are worth a dirty price: the inverse of `truePrice`. The logarithm of
 * the price is convex in ln(1 + i), so that Newton's method finds it from any start.
 *
 * @param flows - What is paid, and when.
 * @param dirty - Per 100 of face value, with accrued interest, above 0.
 * @returns Yield over one coupon period; NaN where there is none.
 *
 * @example
 * const flows = { periods: [2, 4.5], interest: [0, 0], principal: [50, 50] };
 * periodTrueYield(flows, truePrice(flows, 0.02)).toFixed(12); // => "0.020000000000"
 */
export function periodTrueYield(flows: BondFlows, dirty: number): number {
  const only = onlyPayment(flows);
  if (only !== null) return (only.amount / dirty - 1) / only.time;
  const target = log(dirty);
  let force = 0.02;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, first } = moments(flows, force);
    const move = (log(value) - target) / first;
    force += move;
    if (abs(move) < LAST_STEP) return expm1(force);
  }
  return NaN;
}

/**
 * Price, durations and convexity of payments at a yield.
 *
 * @param flows - What is paid, and when.
 * @param periodYield - Yield over one coupon period, above −1.
 * @param frequency - Coupon periods a year.
 * @returns The measures, as `bondRisk` has them.
 *
 * @example
 * // One payment in two years: Macaulay's duration is its time.
 * const flows = { periods: [3, 4], interest: [0, 0], principal: [0, 100], accrued: 0 };
 * trueRisk(flows, 0.02, 2).macaulay.toFixed(9); // => "2.000000000"
 */
export function trueRisk(flows: BondFlows, periodYield: number, frequency: number): BondRisk {
  const dirty = truePrice(flows, periodYield);
  const only = onlyPayment(flows);
  let [mean, perPeriod, second] = [0, 0, 0];
  if (only !== null) {
    mean = only.time;
    perPeriod = mean / (1 + mean * periodYield);
    second = 2 * perPeriod * perPeriod;
  } else {
    const found = moments(flows, log1p(periodYield));
    mean = found.first;
    perPeriod = mean / (1 + periodYield);
    second = (found.second + mean) / (1 + periodYield) ** 2;
  }
  const modified = perPeriod / frequency;
  return {
    clean: price(dirty - flows.accrued),
    accrued: flows.accrued,
    dirty: price(dirty),
    macaulay: years(mean / frequency),
    modified: years(modified),
    convexity: second / (frequency * frequency),
    dv01: modified * dirty * 1e-4,
  };
}
