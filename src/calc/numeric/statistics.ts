import { missing } from "../errors";
import { select } from "./select";

/** A run of numbers that is only read; typed arrays in inner loops, plain arrays in tests. */
export type Numbers = ArrayLike<number>;

/**
 * Arithmetic mean.
 *
 * @param values - At least one number.
 * @returns The mean, in the unit of the values.
 * @throws CalcError `missing` when there is no number.
 *
 * @example
 * mean([1, 2, 6]); // => 3
 */
export function mean(values: Numbers): number {
  const n = values.length;
  if (n === 0) throw missing("a mean needs at least one number");
  // Four sums side by side: each addition waits for the one before it in the same sum only.
  let [a, b, c, d] = [0, 0, 0, 0];
  const quads = n - (n % 4);
  for (let i = 0; i < quads; i += 4) {
    a += values[i] as number;
    b += values[i + 1] as number;
    c += values[i + 2] as number;
    d += values[i + 3] as number;
  }
  for (let i = quads; i < n; i++) a += values[i] as number;
  return (a + b + (c + d)) / n;
}

/**
 * Sample standard deviation, divisor n − 1, in two passes so that a large level costs no digits.
 *
 * @param values - At least two numbers.
 * @param centre - Their mean, when it is known already.
 * @returns The standard deviation, in the unit of the values.
 * @throws CalcError `missing` when there are fewer than two numbers.
 *
 * @example
 * sampleStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]).toFixed(4); // => "2.1381"
 */
export function sampleStandardDeviation(values: Numbers, centre = mean(values)): number {
  const n = values.length;
  if (n < 2) throw missing("a standard deviation needs at least two numbers");
  // Squared in place: after series of other lengths a helper would not be inlined, which takes five times as long.
  let [a, b, c, d] = [0, 0, 0, 0];
  const quads = n - (n % 4);
  for (let i = 0; i < quads; i += 4) {
    const p = (values[i] as number) - centre;
    const q = (values[i + 1] as number) - centre;
    const r = (values[i + 2] as number) - centre;
    const s = (values[i + 3] as number) - centre;
    a += p * p;
    b += q * q;
    c += r * r;
    d += s * s;
  }
  for (let i = quads; i < n; i++) {
    const p = (values[i] as number) - centre;
    a += p * p;
  }
  return Math.sqrt((a + b + (c + d)) / (n - 1));
}

/**
 * Median; the mean of the two middle numbers when there are an even number of them.
 *
 * @param values - At least one number, in any order; not changed.
 * @returns The median, in the unit of the values.
 * @throws CalcError `missing` when there is no number.
 *
 * @example
 * median([5, 1, 4, 2]); // => 3
 */
export function median(values: Numbers): number {
  const n = values.length;
  if (n === 0) throw missing("a median needs at least one number");
  const copy = Float64Array.from(values);
  const half = n >> 1;
  const upper = select(copy, half);
  if (n % 2 === 1) return upper;
  let lower = copy[0] as number;
  for (let i = 1; i < half; i++) lower = Math.max(lower, copy[i] as number);
  // Half of each: their sum may be beyond every double.
  return upper / 2 + lower / 2;
}
