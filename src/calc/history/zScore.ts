import { invalid, missing } from "../errors";
import { mean, median, sampleStandardDeviation } from "../numeric/statistics";
import { observed, type History } from "../series/observed";

/** How the centre and the spread of the earlier values are measured. */
export const Z_METHODS = ["std", "mad", "ewma"] as const;
export type ZMethod = (typeof Z_METHODS)[number];

/** What a z-score can be told; each has a default. */
export interface ZScoreOptions {
  /** Number of values before the last to compare it with; all of them by default. */
  readonly window?: number | null;
  /** `std` (default), `mad` (median and scaled median absolute deviation) or `ewma`. */
  readonly method?: ZMethod;
  /** Half-life of the `ewma` weights in rows; 12 by default. */
  readonly halfLife?: number;
}

/** Makes the median absolute deviation of normal data equal its standard deviation. */
const MAD_SCALE = 1.4826;

/**
 * How far the last value is from the values before it, in their own standard deviations.
 *
 * The last value is not part of what it is measured against: with it in the window the score of
 * the worked series G would shrink from −1.871 to −1.708. Below 0 a gap is tight: mortgages rich.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param options - Window in rows, method, half-life in rows.
 * @returns Standard deviations, a plain number.
 * @throws CalcError `missing` when there are fewer earlier values than the window asks for (a
 * window never shrinks in silence), fewer than two, or the earlier values do not vary;
 * `invalid` when the window or the half-life is no sensible number.
 * @see src/functions/selfTest/workedSeries.ts, series G
 *
 * @example
 * zScore(Float64Array.of(50, 60, 40)).toFixed(4); // => "-2.1213"
 */
export const zScore = (history: History, options: ZScoreOptions = {}): number =>
  zScoreOfPresent(observed(history), options);

/**
 * {@link zScore} of a history whose missing rows have been dropped already.
 *
 * @param values - Without missing rows, oldest first.
 * @param options - As there.
 * @returns As there.
 * @throws CalcError as there.
 *
 * @example
 * zScoreOfPresent(Float64Array.of(50, 60, 40)).toFixed(4); // => "-2.1213"
 */
export function zScoreOfPresent(values: Float64Array, options: ZScoreOptions = {}): number {
  const { window = null, method = "std", halfLife = 12 } = options;
  const last = values[values.length - 1];
  const available = values.length - 1;
  if (last === undefined) throw missing("history has no values");
  if (window !== null && !(Number.isInteger(window) && window >= 2)) {
    throw invalid(`window is ${window}; it must be a whole number of rows, 2 or more`);
  }
  if (window !== null && window > available) {
    throw missing(
      `window is ${window} rows but history has only ${available} values before the last`,
    );
  }
  if (available < 2) {
    throw missing(
      `history has ${available} value${available === 1 ? "" : "s"} before the last; a z-score needs 2`,
    );
  }
  const earlier = values.subarray(available - (window ?? available), available);
  const { centre, spread } = MEASURES[method](earlier, halfLife);
  if (!(spread > 0)) {
    throw missing(`the ${earlier.length} values before the last do not vary by method ${method}`);
  }
  return (last - centre) / spread;
}

type Measure = (values: Float64Array, halfLife: number) => { centre: number; spread: number };

const MEASURES: Record<ZMethod, Measure> = {
  std(values) {
    const centre = mean(values);
    return { centre, spread: sampleStandardDeviation(values, centre) };
  },

  mad(values) {
    const centre = median(values);
    return { centre, spread: MAD_SCALE * median(values.map((value) => Math.abs(value - centre))) };
  },

  /** Weights halve every `halfLife` rows backward; the variance is unbiased by 1 − Σw². */
  ewma(values, halfLife) {
    if (!(halfLife > 0 && Number.isFinite(halfLife))) {
      throw invalid(`halfLife is ${halfLife}; it must be a number of rows above 0`);
    }
    const n = values.length;
    const decay = 0.5 ** (1 / halfLife);
    let total = 0;
    let centre = 0;
    let weight = 1;
    for (let i = n - 1; i >= 0; i--, weight *= decay) {
      total += weight;
      centre += weight * (values[i] as number);
    }
    centre /= total;
    let variance = 0;
    let squaredWeights = 0;
    weight = 1 / total;
    for (let i = n - 1; i >= 0; i--, weight *= decay) {
      const deviation = (values[i] as number) - centre;
      variance += weight * deviation * deviation;
      squaredWeights += weight * weight;
    }
    return { centre, spread: Math.sqrt(variance / (1 - squaredWeights)) };
  },
};
