import { rateLoading, type Discount } from "./hullWhite";
import { rollBack, rollForward, rootPrices, stepFactors, type Lattice } from "./lattice";
import { nodeDiscounts } from "./lognormalFit";

/** A lattice that has a curve's discount factor at each of its times. */
export interface FittedLattice {
  readonly lattice: Lattice;
  readonly discount: Discount;
  /** The curve's discount factors, by time. */
  readonly discounts: Float64Array;
  /** What each step's weights are multiplied by. */
  readonly factors: Float64Array;
  /** Discount factors over each step by node, where the weights hold none: for a lognormal rate. */
  readonly byNode: readonly Float64Array[] | null;
}

/**
 * Fits a lattice to a curve.
 *
 * @param lattice - The lattice.
 * @param discount - The curve.
 * @returns The lattice with what fits it.
 * @throws CalcError `invalid` when the rate is lognormal and a forward rate is not above 0.
 */
export function fittedLattice(lattice: Lattice, discount: Discount): FittedLattice {
  const discounts = lattice.times.map(discount);
  if (lattice.model.isLognormal !== true) {
    return { lattice, discount, discounts, factors: stepFactors(lattice, discount), byNode: null };
  }
  const factors = new Float64Array(lattice.moves.length).fill(1);
  return { lattice, discount, discounts, factors, byNode: nodeDiscounts(lattice, discounts) };
}

/**
 * Takes values at the end of a step back to where it begins, discounted on the curve and by a spread.
 *
 * @param fitted - The lattice on its curve.
 * @param step - The step, from time `step` to the one after.
 * @param spread - Over the curve, continuous, decimal.
 * @param after - Values at the end, one a node.
 * @param before - Filled with the values where the step begins.
 * @returns `before`.
 */
export function stepBack(
  { lattice, factors, byNode }: FittedLattice,
  step: number,
  spread: number,
  after: Float64Array,
  before: Float64Array,
): Float64Array {
  const { times, lowest, highest } = lattice;
  const length = (times[step + 1] as number) - (times[step] as number);
  rollBack(lattice, step, (factors[step] as number) * Math.exp(-spread * length), after, before);
  if (byNode === null) return before;
  const discounts = byNode[step] as Float64Array;
  const last = highest[step] as number;
  for (let j = lowest[step] as number; j <= last; j++) {
    before[j] = (before[j] as number) * (discounts[j] as number);
  }
  return before;
}

/**
 * Discount factors from a time of the lattice over some weeks, by node, over the curve's: 1 on average.
 *
 * @param fitted - The lattice on its curve.
 * @param asked - Indices of times, rising, and the length of each in years.
 * @returns One array a length.
 */
export function relativeDiscounts(
  { lattice, factors, byNode }: FittedLattice,
  asked: readonly { readonly at: number; readonly length: number }[],
): Float64Array[] {
  const { model, deviations, lowest, highest, times } = lattice;
  let now: Float64Array = rootPrices(lattice);
  let next: Float64Array = new Float64Array(now.length);
  let time = 0;
  const known = new Map<number, Float64Array>();
  const normal = (length: number) => {
    const loading = rateLoading(model.meanReversion, length);
    const found =
      known.get(length) ?? deviations.map((deviation) => Math.exp(-loading * deviation));
    known.set(length, found);
    return found;
  };
  return asked.map(({ at, length }) => {
    for (; time < at; time++) {
      const held = byNode?.[time];
      if (held !== undefined) now = now.map((price, j) => price * (held[j] as number));
      rollForward(lattice, time, factors[time] as number, now, next);
      [now, next] = [next, now];
    }
    const step = (times[at + 1] as number) - (times[at] as number);
    const values = byNode?.[at]?.map((value) => value ** (length / step)) ?? normal(length);
    let [sum, mean] = [0, 0];
    for (let j = lowest[at] as number; j <= (highest[at] as number); j++) {
      sum += now[j] as number;
      mean += (now[j] as number) * (values[j] as number);
    }
    const scale = sum / mean;
    return values.map((value) => value * scale);
  });
}
