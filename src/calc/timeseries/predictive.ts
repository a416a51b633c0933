import { studentProbability } from "../numeric/studentProbability";
import type { Forecast } from "./meanReversion";
import type { ReversionState } from "./reversionPosterior";

/**
 * Where a history will be some rows ahead, state by state: from a start, state i goes the share `gone[i]` of
 * the way to `levels[i]`, and is Student's t about that point. Columns, for it is summed over thousands of times;
 * plain arrays, for so short a typed one costs more to allocate than to sum.
 */
export interface Outlook {
  /** Together 1. */
  readonly weights: readonly number[];
  readonly gone: readonly number[];
  readonly levels: readonly number[];
  /** Scales of the t distribution; standard deviations of a normal one. */
  readonly scales: readonly number[];
  /** Degrees of freedom; Infinity: normal. */
  readonly degrees: number;
}

/**
 * Where a history will be: the shocks to come and the error of the level.
 *
 * @param states - What may be true, on the same degrees of freedom.
 * @param rows - Rows ahead, above 0; parts of rows count.
 * @returns The outlook.
 *
 * @example
 * const walk = { phi: 1, weight: 1, level: 50, levelVariance: Infinity, shockVariance: 4, degrees: Infinity };
 * outlookOf([walk], 9).scales[0]; // => 6
 */
export function outlookOf(states: readonly ReversionState[], rows: number): Outlook {
  const weights: number[] = [];
  const gone: number[] = [];
  const levels: number[] = [];
  const scales: number[] = [];
  for (const { phi, weight, level, levelVariance, shockVariance } of states) {
    const share = phi === 1 ? 0 : 1 - phi ** rows;
    const shocks = phi === 1 ? rows : (share * (2 - share)) / (1 - phi * phi);
    const ofLevel = phi === 1 ? 0 : share * share * levelVariance;
    weights.push(weight);
    gone.push(share);
    levels.push(level);
    scales.push(Math.sqrt(shockVariance * shocks + ofLevel));
  }
  return { weights, gone, levels, scales, degrees: states[0]?.degrees ?? Infinity };
}

/**
 * The same history with the other sign.
 *
 * @param outlook - Of the history.
 * @returns Of its mirror image.
 *
 * @example
 * const outlook = { weights: [1], gone: [1], levels: [45], scales: [8], degrees: Infinity };
 * mirrored(outlook).levels[0]; // => -45
 */
export const mirrored = (outlook: Outlook): Outlook => ({
  weights: outlook.weights,
  gone: outlook.gone,
  levels: outlook.levels.map((level) => 0 - level),
  scales: outlook.scales,
  degrees: outlook.degrees,
});

/**
 * Mean and standard deviation over all states.
 *
 * @param outlook - Where it will be.
 * @param start - Where it is now.
 * @returns Both, in their unit.
 *
 * @example
 * momentsOf({ weights: [1], gone: [0], levels: [50], scales: [6], degrees: Infinity }, 40); // => { mean: 40, sd: 6 }
 */
export function momentsOf(outlook: Outlook, start: number): { mean: number; sd: number } {
  const { weights, gone, levels, scales, degrees } = outlook;
  let [move, squares, within] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    const step = (gone[i] as number) * ((levels[i] as number) - start);
    const scale = scales[i] as number;
    move += weight * step;
    squares += weight * step * step;
    within += weight * scale * scale;
  }
  const wider = degrees === Infinity ? 1 : degrees / (degrees - 2);
  const between = weights.length > 1 ? Math.max(0, squares - move * move) : 0;
  return { mean: start + move, sd: Math.sqrt(within * wider + between) };
}

/**
 * Probability of ending below a value.
 *
 * @param outlook - Where it will be.
 * @param start - Where it is now.
 * @param value - In its unit.
 * @returns 0 to 1; a state without a scale is below the value or not.
 *
 * @example
 * probabilityBelow({ weights: [1], gone: [0], levels: [50], scales: [6], degrees: Infinity }, 40, 40); // => 0.5
 */
export function probabilityBelow(outlook: Outlook, start: number, value: number): number {
  const { weights, gone, levels, scales, degrees } = outlook;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const mean = start + (gone[i] as number) * ((levels[i] as number) - start);
    const scale = scales[i] as number;
    sum +=
      (weights[i] as number) *
      (scale > 0 ? studentProbability((value - mean) / scale, degrees) : Number(mean < value));
  }
  return sum;
}

/**
 * Mean, standard deviation and the band of 80% over all states.
 *
 * @param outlook - Where it will be.
 * @param start - Where it is now.
 * @returns The forecast, in its unit.
 *
 * @example
 * bandOf({ weights: [1], gone: [0], levels: [50], scales: [6], degrees: Infinity }, 40).p90.toFixed(3); // => "47.689"
 */
export const bandOf = (outlook: Outlook, start: number): Forecast => ({
  ...momentsOf(outlook, start),
  p10: quantileOf(outlook, start, 0.1),
  p90: quantileOf(outlook, start, 0.9),
});

/**
 * The value below which it ends with a probability, by halving.
 *
 * @param outlook - Where it will be.
 * @param start - Where it is now.
 * @param share - Above 0 and below 1.
 * @returns In its unit; not a finite number where the outlook is none.
 *
 * @example
 * quantileOf({ weights: [1], gone: [0], levels: [50], scales: [6], degrees: Infinity }, 40, 0.5).toFixed(6); // => "40.000000"
 */
export function quantileOf(outlook: Outlook, start: number, share: number): number {
  const { mean, sd } = momentsOf(outlook, start);
  if (sd === 0 || !Number.isFinite(mean + sd)) return mean + sd;
  const bound = (side: 1 | -1): number => {
    // From the mean outwards: a step below the last digit of a large mean grows until it counts.
    for (let step = sd; Number.isFinite(step); step *= 3) {
      const value = mean + side * step;
      if (side * (probabilityBelow(outlook, start, value) - share) >= 0) return value;
    }
    return NaN;
  };
  let [low, high] = [bound(-1), bound(1)];
  for (let i = 0; i < 60; i++) {
    const middle = low / 2 + high / 2;
    if (probabilityBelow(outlook, start, middle) < share) low = middle;
    else high = middle;
  }
  return low / 2 + high / 2;
}
