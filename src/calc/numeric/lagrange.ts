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
export function lagrangeWeights(places: readonly number[], at: number): Float64Array {
  const weights = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    let weight = 1;
    for (let j = 0; j < places.length; j++) {
      const other = places[j] as number;
      if (other !== place) weight *= (at - other) / (place - other);
    }
    weights[i] = weight;
  }
  return weights;
}
