import { restrictedFit, type AutoregressiveSums } from "./restrictedLikelihood";

/** One possible truth about a reverting history, with all that the history says if it is true. */
export interface ReversionState {
  /** Coefficient a row; 1 where nothing reverts. */
  readonly phi: number;
  /** Probability of it; all states together 1. */
  readonly weight: number;
  readonly level: number;
  /** Of the error of that level; infinite where nothing reverts. */
  readonly levelVariance: number;
  /** Variance of a shock a row. */
  readonly shockVariance: number;
  /** Degrees of freedom of that variance; Infinity where it is known. */
  readonly degrees: number;
}

/** Half-lives in months that may be true: ten from six weeks to 34 months, equal steps of the logarithm. */
const HALF_LIVES = Array.from({ length: 10 }, (_, i) => 1.5 * 2 ** (i / 2));

/**
 * Probability, before the history is looked at, that nothing reverts. A quarter is the share in the mixture
 * that the probabilities are judged by; more is careful, so that they stay within their bounds where
 * nothing reverts (docs/calibration.md).
 */
const NO_REVERSION = 0.38;

/**
 * What a history says of its own reversion: the probability of each half-life and of none, each with the
 * level and the shocks that the history then has. Level and logarithm of the volatility have flat priors,
 * so that given the coefficient they are exact: the level normal about its generalised least squares, the
 * shocks' variance an inverse χ².
 *
 * @param sums - Of the history.
 * @param periods - Rows a year.
 * @returns The states; the last is that of no reversion.
 * @see A. Zellner, An Introduction to Bayesian Inference in Econometrics, 1971, chapter 7
 *
 * @example
 * const sums = { n: 6, mean: 1.5, first: -0.5, after: 0.5, before: -0.5, afterSquares: 1.25, beforeSquares: 1.25, products: -1.25 };
 * reversionPosterior(sums, 12).length; // => 11
 */
export function reversionPosterior(
  sums: AutoregressiveSums,
  periods: number,
): readonly ReversionState[] {
  const states = [
    ...HALF_LIVES.map((months) => ({
      phi: 0.5 ** (12 / (periods * months)),
      prior: (1 - NO_REVERSION) / HALF_LIVES.length,
    })),
    { phi: 1, prior: NO_REVERSION },
  ].map(({ phi, prior }) => ({ phi, prior, fit: restrictedFit(sums, phi) }));
  const best = Math.max(...states.map(({ fit }) => fit.logLikelihood));
  const weights = states.map(({ prior, fit }) => prior * Math.exp(fit.logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return states.map(({ phi, fit }, i) => stateOf(sums, phi, fit, (weights[i] as number) / total));
}

/**
 * The state of a half-life that is given as certain.
 *
 * @param sums - Of the history.
 * @param phi - Its coefficient a row.
 * @returns The one state.
 *
 * @example
 * const sums = { n: 6, mean: 1.5, first: -0.5, after: 0.5, before: -0.5, afterSquares: 1.25, beforeSquares: 1.25, products: -1.25 };
 * certainReversion(sums, 0).level; // => 1.5
 */
export const certainReversion = (sums: AutoregressiveSums, phi: number): ReversionState =>
  stateOf(sums, phi, restrictedFit(sums, phi), 1);

// Named one by one: a spread makes an object of another shape, and thousands of calls slow.
const stateOf = (
  { n }: AutoregressiveSums,
  phi: number,
  { level, levelVariance, shockVariance }: ReturnType<typeof restrictedFit>,
  weight: number,
): ReversionState => ({
  phi,
  weight,
  level,
  levelVariance: levelVariance * shockVariance,
  shockVariance,
  degrees: n - 1,
});
