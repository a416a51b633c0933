/**
 * What each of some places counts in the polynomial through them (Lagrange).
 *
 * @param places - All different.
 * @param at - Where the polynomial is wanted.
 * @returns Weights of the values at the places; their sum is 1.
 *
 * @example
 * Array.from(lagrangeWeights([0, 1, 3], 2), (it) => it.toFixed(6)); // => ["-0.333333", "1.000000", "0.333333"]
 */
export const lagrangeWeights = (places: readonly number[], at: number): Float64Array =>
  Float64Array.from(places, (place) => {
    let weight = 1;
    for (const other of places) {
      if (other !== place) weight *= (at - other) / (place - other);
    }
    return weight;
  });
