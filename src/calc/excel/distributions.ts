import { incompleteBeta } from "./beta";
import { incompleteGamma, logGamma } from "./gamma";

/*
 * Distributions, each tail accurate to its own size: a chance of 1e−80 has its digits.
 */

/** The chance to be at most x (or above x, where `upper` says so), for a variable of one sign. */
export type Tail = (x: number, upper: boolean) => number;

/**
 * Chi-squared.
 * @param degrees - Degrees of freedom.
 * @returns Its tails.
 */
export const chiSquared =
  (degrees: number): Tail =>
  (x, upper) =>
    incompleteGamma(degrees / 2, x / 2, upper);

/**
 * The gamma distribution.
 * @param shape - Excel's alpha.
 * @param scale - Excel's beta.
 * @returns Its tails.
 */
export const gammaTail =
  (shape: number, scale: number): Tail =>
  (x, upper) =>
    incompleteGamma(shape, x / scale, upper);

/**
 * The F distribution.
 * @param first - Degrees of freedom of the numerator.
 * @param second - Degrees of freedom of the denominator.
 * @returns Its tails.
 */
export const fTail =
  (first: number, second: number): Tail =>
  (x, upper) => {
    const whole = first * x + second;
    const [part, rest] = [(first * x) / whole, second / whole];
    return upper
      ? incompleteBeta(second / 2, first / 2, rest, part)
      : incompleteBeta(first / 2, second / 2, part, rest);
  };

/**
 * Student's t: the chance to be above a positive x.
 * @param degrees - Degrees of freedom.
 * @returns The upper tail; the other is not accurate to its own size.
 */
export const studentTail =
  (degrees: number): Tail =>
  (x, upper) => {
    const whole = degrees + x * x;
    const above = incompleteBeta(degrees / 2, 0.5, degrees / whole, (x * x) / whole) / 2;
    return upper ? above : 1 - above;
  };

/**
 * The value of a positive variable that a chance belongs to, by halving its logarithm.
 *
 * @param tail - The distribution.
 * @param chance - Between 0 and 1.
 * @param upper - Whether it is the chance to be above.
 * @returns The value; 0 or infinity beyond what a double holds.
 *
 * @example
 * quantile(chiSquared(2), 0.5, true).toFixed(10) === (2 * Math.LN2).toFixed(10); // => true
 */
export function quantile(tail: Tail, chance: number, upper: boolean): number {
  // The smaller tail has the digits.
  if (chance > 0.5) return quantile(tail, 1 - chance, !upper);
  let [low, high] = [-744, 709];
  while (high - low > 1e-15 * Math.max(1, Math.abs(low + high))) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (tail(Math.exp(middle), upper) < chance === upper) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * The logarithm of n over k.
 * @param n - 0 or more.
 * @param k - 0 to n.
 * @returns ln of the binomial coefficient.
 */
export const logChoose = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
