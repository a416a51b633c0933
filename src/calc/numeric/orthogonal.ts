/**
 * Length of a vector.
 *
 * @param values - The vector.
 * @returns √(Σ value²).
 *
 * @example
 * norm(Float64Array.of(3, 4)); // => 5
 */
export const norm = (values: Float64Array): number => {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
};

/**
 * Takes the directions' share off a vector, in place; twice, so that rounding leaves none of it.
 *
 * @param directions - Of length 1, orthogonal.
 * @param vector - As long as they are.
 * @param passes - How often; once is enough where rounding does not matter.
 * @returns The shares, one for each direction.
 *
 * @example
 * takeOff([Float64Array.of(1, 0)], Float64Array.of(3, 4)); // => [3]
 */
export function takeOff(
  directions: readonly Float64Array[],
  vector: Float64Array,
  passes = 2,
): number[] {
  const shares = directions.map(() => 0);
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < directions.length; i++) {
      const direction = directions[i] as Float64Array;
      let share = 0;
      for (let t = 0; t < vector.length; t++) {
        share += (direction[t] as number) * (vector[t] as number);
      }
      for (let t = 0; t < vector.length; t++) {
        vector[t] = (vector[t] as number) - share * (direction[t] as number);
      }
      shares[i] = (shares[i] as number) + share;
    }
  }
  return shares;
}

/**
 * Solves R·b = shares for a triangular R.
 *
 * @param triangle - Column j of R from the top down to the diagonal.
 * @param shares - The right-hand side.
 * @returns The solution.
 *
 * @example
 * Array.from(backSubstitute([[2], [1, 4]], [4, 8])); // => [1, 2]
 */
export function backSubstitute(
  triangle: readonly number[][],
  shares: readonly number[],
): Float64Array {
  const solution = Float64Array.from(shares);
  for (let j = solution.length - 1; j >= 0; j--) {
    const column = triangle[j] as number[];
    const value = (solution[j] as number) / (column[j] as number);
    solution[j] = value;
    for (let i = 0; i < j; i++) {
      solution[i] = (solution[i] as number) - (column[i] as number) * value;
    }
  }
  return solution;
}
