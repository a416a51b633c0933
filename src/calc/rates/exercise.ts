/*
 * Choices at one time of a lattice: the issuer calls the bond where going on costs more, the holder
 * puts it where going on is worth less.
 *
 * The value as a function of the rate has a kink where the chooser is indifferent, and the kink lies
 * between two nodes. A sum over nodes then misses the integral by the slope's jump times half the
 * second Bernoulli polynomial of the place between them (Euler and Maclaurin's formula), now above
 * and now below: a saw-tooth that makes values rough and convexities worthless. The two nodes take up
 * that amount, so that values move smoothly with rates and are exact to a higher order of the step.
 */

/**
 * The issuer's choice: where going on costs more than the call, the bond is called.
 *
 * @param values - Of the bond if it goes on, one a node, falling; replaced.
 * @param lowest - The first node.
 * @param highest - The last node.
 * @param cost - What the issuer pays at a node, in the unit of the values; the values less it fall.
 * @returns The values.
 *
 * @example
 * const values = Float64Array.of(103, 101, 99, 97);
 * Array.from(callWhereDearer(values, 0, 3, () => 100), (it) => it.toFixed(3)); // => ["100.000", "100.042", "99.042", "97.000"]
 */
export function callWhereDearer(
  values: Float64Array,
  lowest: number,
  highest: number,
  cost: (node: number) => number,
): Float64Array {
  let gain = 0;
  for (let j = lowest; j <= highest; j++) {
    const price = cost(j);
    const over = (values[j] as number) - price;
    if (!(over > 0)) {
      if (j > lowest) {
        const { above, below } = shares(gain, over);
        values[j - 1] = (values[j - 1] as number) - above;
        values[j] = (values[j] as number) - below;
      }
      break;
    }
    values[j] = price;
    gain = over;
  }
  return values;
}

/**
 * The holder's choice: where going on is worth less than the put, the bond is put.
 *
 * @param values - Of the bond if it goes on, one a node, falling; replaced.
 * @param lowest - The first node.
 * @param highest - The last node.
 * @param price - What the holder gets, in the unit of the values.
 * @returns The values.
 *
 * @example
 * const values = Float64Array.of(103, 101, 99, 97);
 * Array.from(putWhereCheaper(values, 0, 3, 100), (it) => it.toFixed(3)); // => ["103.000", "100.958", "99.958", "100.000"]
 */
export function putWhereCheaper(
  values: Float64Array,
  lowest: number,
  highest: number,
  price: number,
): Float64Array {
  let loss = 0;
  for (let j = highest; j >= lowest; j--) {
    const over = (values[j] as number) - price;
    if (!(over < 0)) {
      if (j < highest) {
        const { above, below } = shares(over, loss);
        values[j] = (values[j] as number) + above;
        values[j + 1] = (values[j + 1] as number) + below;
      }
      break;
    }
    values[j] = price;
    loss = over;
  }
  return values;
}

/**
 * What the nodes beside the kink take up of the error.
 *
 * @param over - By how much the value is above the price at the node before it.
 * @param under - The same at the node after it: 0 or less.
 */
function shares(over: number, under: number) {
  const jump = over - under;
  const place = over / jump;
  const miss = (jump * ((place - 0.5) ** 2 - 1 / 12)) / 2;
  return { above: (1 - place) * miss, below: place * miss };
}
