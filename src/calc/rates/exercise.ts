/**
 * The issuer's choice at one time of a lattice: where going on costs more than the call, the bond is
 * called.
 *
 * The value as a function of the rate has a kink where the issuer is indifferent, and the kink lies
 * between two nodes. A sum over nodes then misses the integral by the slope's jump times half the
 * second Bernoulli polynomial of the place between them (Euler and Maclaurin's formula), now above
 * and now below: a saw-tooth that makes values rough and convexities worthless. The two nodes take up
 * that amount, so that values move smoothly with rates and are exact to a higher order of the step.
 *
 * @param values - Of the bond if it goes on, one a node, falling; replaced.
 * @param lowest - The first node.
 * @param highest - The last node.
 * @param price - What the issuer pays, in the unit of the values.
 * @returns The values.
 *
 * @example
 * const values = Float64Array.of(103, 101, 99, 97);
 * Array.from(callWhereDearer(values, 0, 3, 100), (it) => it.toFixed(3)); // => ["100.000", "100.042", "99.042", "97.000"]
 */
export function callWhereDearer(
  values: Float64Array,
  lowest: number,
  highest: number,
  price: number,
): Float64Array {
  let first = lowest;
  while (first <= highest && (values[first] as number) > price) first++;
  if (first > lowest && first <= highest) smooth(values, first, price);
  for (let j = lowest; j < first - 1; j++) values[j] = price;
  if (first > highest) values[highest] = price;
  return values;
}

/** The kink lies between the node before `first` and `first`, the first that is not dearer. */
function smooth(values: Float64Array, first: number, price: number): void {
  const above = values[first - 1] as number;
  const below = values[first] as number;
  const jump = above - below;
  const place = (above - price) / jump;
  const miss = (jump * ((place - 0.5) ** 2 - 1 / 12)) / 2;
  values[first - 1] = price - (1 - place) * miss;
  values[first] = below - place * miss;
}
