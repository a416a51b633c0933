import { GENERATING_NUMBERS } from "./latticeRuleNumbers";
import { uniformStream } from "./random";

const { abs, floor } = Math;

/** Points that fill a cube evenly, to be asked for one after the other. */
export interface CubePoints {
  /** Numbers of points for which the generating numbers were made: 256, 1,024 and 4,096. */
  readonly count: number;
  /** Fills the coordinates of a point, strictly between 0 and 1. */
  fill(point: number, coordinates: Float64Array): void;
}

/**
 * A rank-1 lattice rule, shifted at random and folded so that integrands need not be periodic: means
 * over its points are without bias, and shifts tell how far they are off.
 *
 * @param count - Points: a power of 2 of up to 4,096.
 * @param seed - Of the shift.
 * @returns The points, of up to 480 dimensions.
 * @see F. Hickernell, "Obtaining O(N^(−2+ε)) convergence for lattice quadrature rules", Monte Carlo and Quasi-Monte Carlo Methods 2000
 *
 * @example
 * latticeRule(256, 1).count; // => 256
 */
export function latticeRule(count: number, seed: number): CubePoints {
  const uniform = uniformStream(seed);
  const shifts = Float64Array.from(GENERATING_NUMBERS, () => uniform());
  return {
    count,
    fill(point, coordinates) {
      for (let d = 0; d < coordinates.length; d++) {
        // Whole numbers, so that the remainder is exact.
        const place = (point * (GENERATING_NUMBERS[d] as number)) % count;
        const shifted = place / count + (shifts[d] as number);
        const folded = 1 - abs(2 * (shifted - floor(shifted)) - 1);
        // Neither end: a normal number there would be infinite.
        coordinates[d] = folded > 1e-12 ? (folded < 1 - 1e-12 ? folded : 1 - 1e-12) : 1e-12;
      }
    },
  };
}
