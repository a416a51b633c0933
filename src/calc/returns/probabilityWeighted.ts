import { invalid } from "../errors";
import type { Numbers } from "../numeric/statistics";
import { rate, type Rate } from "../units";

/** What scenarios say when they are weighted. */
export interface Weighted {
  readonly mean: number;
  /** Standard deviation of the distribution, not of a sample. */
  readonly sd: number;
  /** Probability of a value below 0. */
  readonly below0: Rate;
}

/** Probabilities that people type sum to 1 within this. */
const SUM_TOLERANCE = 1e-6;

/**
 * Refuses numbers that are no distribution.
 *
 * @param probabilities - Decimals.
 * @param name - The argument's name.
 * @throws CalcError `invalid` when one is outside 0 to 1, or they do not sum to 1 within 10⁻⁶.
 *
 * @example
 * requireDistribution([0.4, 0.6], "probabilities"); // => undefined
 */
export function requireDistribution(probabilities: Numbers, name: string): void {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const share = probabilities[i] as number;
    if (!(share >= 0 && share <= 1)) {
      throw invalid(`${name}, row ${i + 1}, is ${share}; it must be a probability from 0 to 1`);
    }
    sum += share;
  }
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
    throw invalid(`${name} sum to ${Number(sum.toPrecision(7))}; they must sum to 1`);
  }
}

/**
 * Mean, standard deviation and probability of a loss over scenarios.
 *
 * @param values - One a scenario, any unit.
 * @param probabilities - As many, which sum to 1.
 * @returns Mean and deviation in the unit of the values.
 * @throws CalcError `invalid` when the probabilities are no distribution.
 *
 * @example
 * probabilityWeighted([-37.9, 19, 47.6, -3, -81.9], [0.1, 0.25, 0.35, 0.2, 0.1]).mean.toFixed(1); // => "8.8"
 */
export function probabilityWeighted(values: Numbers, probabilities: Numbers): Weighted {
  requireDistribution(probabilities, "probabilities");
  const weighted = (of: (value: number) => number) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      sum += (probabilities[i] as number) * of(values[i] as number);
    }
    return sum;
  };
  const mean = weighted((value) => value);
  const below0 = weighted((value) => (value < 0 ? 1 : 0));
  return {
    mean,
    sd: Math.sqrt(weighted((value) => (value - mean) ** 2)),
    below0: rate(Math.min(1, below0)),
  };
}
