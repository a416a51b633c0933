import { studentProbability } from "../numeric/studentProbability";
import type { Forecast } from "./meanReversion";
import type { ReversionState } from "./reversionPosterior";

/** Where a history will be if one state is true: Student's t about a mean. */
export interface Outcome {
  readonly weight: number;
  readonly mean: number;
  /** Scale of the t distribution; the standard deviation of a normal one. */
  readonly scale: number;
  /** Infinity: normal. */
  readonly degrees: number;
}

/**
 * Where a history will be, state by state: the shocks to come and the error of the level.
 *
 * @param states - What may be true.
 * @param start - Where it is now.
 * @param rows - Rows ahead, above 0; parts of rows count.
 * @returns An outcome a state.
 *
 * @example
 * const walk = { phi: 1, weight: 1, level: 50, levelVariance: Infinity, shockVariance: 4, degrees: Infinity };
 * outcomes([walk], 40, 9); // => [{ weight: 1, mean: 40, scale: 6, degrees: Infinity }]
 */
export const outcomes = (
  states: readonly ReversionState[],
  start: number,
  rows: number,
): readonly Outcome[] =>
  states.map(({ phi, weight, level, levelVariance, shockVariance, degrees }) => {
    const kept = phi ** rows;
    const shocks = phi === 1 ? rows : (1 - kept * kept) / (1 - phi * phi);
    const ofLevel = phi === 1 ? 0 : (1 - kept) ** 2 * levelVariance;
    return {
      weight,
      mean: start + (1 - kept) * (level - start),
      scale: Math.sqrt(shockVariance * shocks + ofLevel),
      degrees,
    };
  });

/**
 * Mean and standard deviation over all outcomes.
 *
 * @param all - The outcomes.
 * @returns Both, in their unit.
 *
 * @example
 * momentsOfOutcomes([{ weight: 1, mean: 40, scale: 6, degrees: Infinity }]); // => { mean: 40, sd: 6 }
 */
export function momentsOfOutcomes(all: readonly Outcome[]): { mean: number; sd: number } {
  const mean = all.reduce((sum, it) => sum + it.weight * it.mean, 0);
  const variance = all.reduce((sum, it) => {
    const wider = it.degrees === Infinity ? 1 : it.degrees / (it.degrees - 2);
    return sum + it.weight * (it.scale * it.scale * wider + (it.mean - mean) ** 2);
  }, 0);
  return { mean, sd: Math.sqrt(variance) };
}

/**
 * Probability of an outcome below a value.
 *
 * @param all - The outcomes.
 * @param value - In their unit.
 * @returns 0 to 1; an outcome without a scale is below the value or not.
 *
 * @example
 * probabilityBelow([{ weight: 1, mean: 40, scale: 6, degrees: Infinity }], 40); // => 0.5
 */
export function probabilityBelow(all: readonly Outcome[], value: number): number {
  let sum = 0;
  for (const { weight, mean, scale, degrees } of all) {
    sum +=
      weight *
      (scale > 0 ? studentProbability((value - mean) / scale, degrees) : Number(mean < value));
  }
  return sum;
}

/**
 * Mean, standard deviation and the band of 80% over all outcomes.
 *
 * @param all - The outcomes.
 * @returns The forecast, in their unit.
 *
 * @example
 * bandOf([{ weight: 1, mean: 40, scale: 6, degrees: Infinity }]).p90.toFixed(3); // => "47.689"
 */
export const bandOf = (all: readonly Outcome[]): Forecast => ({
  ...momentsOfOutcomes(all),
  p10: quantileOf(all, 0.1),
  p90: quantileOf(all, 0.9),
});

/**
 * The value below which a share of the outcomes lies, by halving.
 *
 * @param all - The outcomes.
 * @param share - Above 0 and below 1.
 * @returns In their unit.
 *
 * @example
 * quantileOf([{ weight: 1, mean: 40, scale: 6, degrees: Infinity }], 0.5).toFixed(6); // => "40.000000"
 */
export function quantileOf(all: readonly Outcome[], share: number): number {
  const { mean, sd } = momentsOfOutcomes(all);
  if (sd === 0) return mean;
  let [low, high] = [mean - sd, mean + sd];
  while (probabilityBelow(all, low) > share) low -= 2 * (mean - low);
  while (probabilityBelow(all, high) < share) high += 2 * (high - mean);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (probabilityBelow(all, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
