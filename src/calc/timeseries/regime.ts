import { invalid, missing } from "../errors";
import type { History } from "../series/observed";

/** Two regimes of a series: what is normal in each, and how long each lasts. */
export interface Regimes {
  readonly means: readonly [number, number];
  /** Standard deviations, above 0. */
  readonly deviations: readonly [number, number];
  /** Probability that each is there in the next row too. */
  readonly stay: readonly [number, number];
}

/**
 * Probability of the regime with the lower mean, row by row, given the rows so far: Hamilton's filter.
 * It never looks ahead; the first row begins with the share of time that each regime lasts.
 *
 * @param history - Oldest first, NaN where missing: such a row moves the probability by the passing of
 *   time alone, and has none of its own.
 * @param regimes - The two regimes.
 * @returns A probability a row, NaN where the row is missing.
 * @throws CalcError `invalid` when a parameter is out of range; `missing` when there is no value.
 * @see J. D. Hamilton, Time Series Analysis, 1994, section 22.4
 *
 * @example
 * const regimes = { means: [62, 42], deviations: [6, 5], stay: [0.95, 0.92] };
 * regimeProbability(Float64Array.of(60, 58, 50, 44, 40, 39), regimes)[5].toFixed(5); // => "0.99994"
 */
export function regimeProbability(history: History, regimes: Regimes): Float64Array {
  const { means, deviations, stay } = regimes;
  for (const [i, mean] of means.entries()) {
    const [deviation, lasting] = [deviations[i] as number, stay[i] as number];
    if (!Number.isFinite(mean))
      throw invalid(`means, row ${i + 1}, is ${mean}; it must be a number`);
    if (!(deviation > 0)) {
      throw invalid(`sds, row ${i + 1}, is ${deviation}; it must be a standard deviation above 0`);
    }
    if (!(lasting > 0 && lasting < 1)) {
      throw invalid(
        `stay, row ${i + 1}, is ${lasting}; it must be a probability between 0 and 1, such as 0.95`,
      );
    }
  }
  if (means[0] === means[1]) {
    throw invalid(`means are both ${means[0]}; they must be two different levels`);
  }
  if (history.every(Number.isNaN)) throw missing("series has no values");
  const low = means[0] < means[1] ? 0 : 1;
  const high = 1 - low;
  const [leavesLow, leavesHigh] = [1 - stay[low], 1 - (stay[high] as number)];
  /** Logarithm of a value's density in a regime, without the constant. */
  const fit = (value: number, regime: number) => {
    const z = (value - (means[regime] as number)) / (deviations[regime] as number);
    return -0.5 * z * z - Math.log(deviations[regime] as number);
  };
  // Before the first row: the share of time that the lower regime lasts.
  let inLow = leavesHigh / (leavesLow + leavesHigh);
  let isFirst = true;
  return history.map((value) => {
    if (!isFirst) inLow = inLow * (1 - leavesLow) + (1 - inLow) * leavesHigh;
    isFirst = false;
    if (Number.isNaN(value)) return NaN;
    // Far from both means both densities are 0; their ratio is not.
    const ratio = Math.exp(Math.max(-700, Math.min(700, fit(value, high) - fit(value, low))));
    inLow = inLow / (inLow + (1 - inLow) * ratio);
    return inLow;
  });
}
