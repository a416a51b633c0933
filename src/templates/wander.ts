/** A quantity that wanders around a level and comes back to it: a first-order autoregression. */
export interface Wandering {
  /** Long-run mean, in basis points. */
  readonly mean: number;
  /** Long-run standard deviation, in basis points. */
  readonly sd: number;
  /** Steps in which a deviation halves: months for spreads, business days for yields. */
  readonly halfLife: number;
}

/**
 * Steps of a first-order autoregression that starts in its long-run distribution.
 *
 * @param moments - Long-run mean and standard deviation, half-life in steps.
 * @param normal - Where the shocks come from.
 * @returns A function that gives the next value, in the unit of the moments.
 */
export function wander(moments: Wandering, normal: () => number): () => number {
  const persistence = 0.5 ** (1 / moments.halfLife);
  const shock = Math.sqrt(1 - persistence ** 2);
  let deviation: number | null = null;
  return () => {
    deviation = deviation === null ? normal() : persistence * deviation + shock * normal();
    return moments.mean + moments.sd * deviation;
  };
}
