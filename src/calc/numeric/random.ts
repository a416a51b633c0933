import { invalid } from "../errors";
import { inverseNormal } from "./normal";

/**
 * A stream of numbers uniform on (0, 1) that depends on nothing but its seed.
 *
 * The linear congruential generator of Numerical Recipes, s ← 1664525·s + 1013904223 mod 2³²,
 * with (s + ½)/2³² so that 0 and 1 never come. Good enough for illustrations and for the test
 * series that the documents fix by it; simulations use low-discrepancy points.
 *
 * @param seed - A whole number from 0 to 2³² − 1.
 * @returns A function that gives the next number.
 * @throws CalcError `invalid` when the seed is not such a number.
 *
 * @example
 * uniformStream(12345)().toFixed(9); // => "0.020402686"
 */
export function uniformStream(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw invalid(`seed is ${seed}; it must be a whole number from 0 to 4294967295`);
  }
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/**
 * A stream of standard normal numbers that depends on nothing but its seed.
 *
 * @param seed - A whole number from 0 to 2³² − 1.
 * @returns A function that gives the next number.
 * @throws CalcError `invalid` when the seed is not such a number.
 *
 * @example
 * normalStream(12345)() === normalStream(12345)(); // => true
 */
export function normalStream(seed: number): () => number {
  const uniform = uniformStream(seed);
  return () => inverseNormal(uniform());
}
