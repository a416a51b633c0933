import type { Discount, ShortRate } from "./hullWhite";
import { latticeNodes, movesOver, type Moves } from "./latticeMoves";

/**
 * A trinomial lattice of the short rate, or of its logarithm. It knows volatility, reversion and times, but no
 * curve: `stepFactors` fits any curve to it, so that one lattice serves many curves and spreads.
 *
 * A node is a deviation of the short rate that reverts to 0. A normal rate's integral over a step, given
 * the deviation where the step begins, discounts by exp(−B · deviation); that the integral and the
 * deviation where it ends are correlated only shifts all nodes of a time alike, and the fit takes
 * that up. So long steps discount exactly, and the three moves alone are an approximation: they have
 * the mean and the variance of the exact normal move. Of a lognormal rate the deviation is that of
 * the logarithm, the weights are the probabilities, and discounting is part of the fit.
 *
 * @see J. Hull, A. White, "Numerical procedures for implementing term structure models I", Journal of Derivatives 2, 1994
 */
export interface Lattice {
  readonly model: ShortRate;
  /** Years from today, rising, the first 0. */
  readonly times: Float64Array;
  /** Deviation of the short rate at each node, decimal; equally far apart, the middle one 0. */
  readonly deviations: Float64Array;
  /** First and last node that can be reached, by time. */
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
  /** By step: from time i to time i + 1. */
  readonly moves: readonly Moves[];
  /** What the weights alone discount by on average, by step; the fit divides it out. Calculated when first asked for. */
  readonly meanDiscount: Float64Array;
}

/** Nodes reach this many standard deviations: beyond lie two in a billion. */
const REACH = 6;

/**
 * Builds the lattice of a model on given times.
 *
 * @param model - The model; at zero volatility all nodes are alike.
 * @param times - Years from today, rising, the first 0; steps of about one length make it exact
 *   soonest, and single shorter ones do no harm.
 * @param reach - How far nodes reach, in standard deviations of the short rate at the last time.
 * @returns The lattice.
 *
 * @example
 * const monthly = Float64Array.from({ length: 361 }, (_, k) => k / 12);
 * lattice({ meanReversion: 0.03, volatility: 0.0085 }, monthly, 4.5).deviations.length; // => 75
 */
export function lattice(model: ShortRate, times: Float64Array, reach = REACH): Lattice {
  const deviations = latticeNodes(model, times, reach);
  const steps = times.length - 1;
  const lowest = new Int32Array(times.length);
  const highest = new Int32Array(times.length);
  lowest[0] = highest[0] = (deviations.length - 1) / 2;
  // Lengths of steps differ in the last digit, as differences of times do.
  const known = new Map<number, Moves>();
  const moves: Moves[] = [];
  for (let i = 0; i < steps; i++) {
    const length = (times[i + 1] as number) - (times[i] as number);
    const key = Math.round(length * 1e10);
    const step = known.get(key) ?? movesOver(model, length, deviations);
    known.set(key, step);
    moves.push(step);
    lowest[i + 1] = (step.centre[lowest[i] as number] as number) - 1;
    highest[i + 1] = (step.centre[highest[i] as number] as number) + 1;
  }
  const bare = { model, times, deviations, lowest, highest, moves };
  let means: Float64Array | undefined;
  return {
    ...bare,
    get meanDiscount() {
      return (means ??= meanDiscounts(bare));
    },
  };
}

type BareLattice = Omit<Lattice, "meanDiscount">;

/** Walks forward once, each time's state prices scaled to the sum 1. */
function meanDiscounts(bare: BareLattice): Float64Array {
  const { moves, lowest, highest } = bare;
  let now: Float64Array = rootPrices(bare);
  let next: Float64Array = new Float64Array(now.length);
  return Float64Array.from(moves, (_, i) => {
    rollForward(bare, i, 1, now, next);
    let sum = 0;
    for (let j = lowest[i + 1] as number; j <= (highest[i + 1] as number); j++) {
      sum += next[j] as number;
    }
    for (let j = lowest[i + 1] as number; j <= (highest[i + 1] as number); j++) {
      next[j] = (next[j] as number) / sum;
    }
    [now, next] = [next, now];
    return sum;
  });
}

/**
 * State prices today: 1 at the root.
 *
 * @param it - The lattice.
 * @returns One value a node.
 *
 * @example
 * const it = lattice({ meanReversion: 0, volatility: 0 }, Float64Array.of(0, 1));
 * Array.from(rootPrices(it)); // => [0, 1, 0]
 */
export function rootPrices({ deviations, lowest }: BareLattice): Float64Array {
  const prices = new Float64Array(deviations.length);
  prices[lowest[0] as number] = 1;
  return prices;
}

/**
 * Fits a curve: what each step's weights are multiplied by, so that the lattice has the curve's
 * discount factor at each of its times.
 *
 * @param it - The lattice.
 * @param discount - The curve.
 * @returns One factor a step.
 *
 * @example
 * const it = lattice({ meanReversion: 0, volatility: 0 }, Float64Array.of(0, 1));
 * stepFactors(it, (years) => Math.exp(-0.04 * years))[0].toFixed(6); // => "0.960789"
 */
export function stepFactors({ times, meanDiscount }: Lattice, discount: Discount): Float64Array {
  let before = discount(times[0] as number);
  return meanDiscount.map((mean, i) => {
    const after = discount(times[i + 1] as number);
    const factor = after / before / mean;
    before = after;
    return factor;
  });
}

/**
 * Takes values at the end of a step back to where it begins, discounted.
 *
 * @param lattice - The lattice.
 * @param step - The step, from time `step` to the one after.
 * @param factor - The step's factor, times that of a spread if there is one.
 * @param after - Values at the end, one a node; those outside the reach are not read.
 * @param before - Filled with the values where the step begins.
 * @returns `before`.
 *
 * @example
 * const it = lattice({ meanReversion: 0.03, volatility: 0.01 }, Float64Array.of(0, 1));
 * const [after, before] = [it.deviations.map(() => 1), it.deviations.map(() => 0)];
 * const [factor] = stepFactors(it, (years) => Math.exp(-0.04 * years));
 * rollBack(it, 0, factor, after, before)[it.lowest[0]].toFixed(6); // => "0.960789"
 */
export function rollBack(
  lattice: Lattice,
  step: number,
  factor: number,
  after: Float64Array,
  before: Float64Array,
): Float64Array {
  const { centre, up, middle, down } = lattice.moves[step] as Moves;
  const last = lattice.highest[step] as number;
  for (let j = lattice.lowest[step] as number; j <= last; j++) {
    const c = centre[j] as number;
    before[j] =
      factor *
      ((up[j] as number) * (after[c + 1] as number) +
        (middle[j] as number) * (after[c] as number) +
        (down[j] as number) * (after[c - 1] as number));
  }
  return before;
}

/**
 * Takes state prices, or any weights of nodes, over a step: the transpose of `rollBack`.
 *
 * @param lattice - The lattice.
 * @param step - The step, from time `step` to the one after.
 * @param factor - The step's factor, times that of a spread if there is one.
 * @param before - Weights where the step begins, one a node.
 * @param after - Filled with the weights at the end; those outside the reach are left alone.
 * @returns `after`.
 *
 * @example
 * const it = lattice({ meanReversion: 0, volatility: 0 }, Float64Array.of(0, 1));
 * const after = it.deviations.map(() => 0);
 * rollForward(it, 0, 0.96, rootPrices(it), after).reduce((a, b) => a + b).toFixed(6); // => "0.960000"
 */
export function rollForward(
  lattice: BareLattice,
  step: number,
  factor: number,
  before: Float64Array,
  after: Float64Array,
): Float64Array {
  const { centre, up, middle, down } = lattice.moves[step] as Moves;
  const end = lattice.highest[step + 1] as number;
  for (let j = lattice.lowest[step + 1] as number; j <= end; j++) after[j] = 0;
  const last = lattice.highest[step] as number;
  for (let j = lattice.lowest[step] as number; j <= last; j++) {
    const weight = factor * (before[j] as number);
    const c = centre[j] as number;
    after[c + 1] = (after[c + 1] as number) + weight * (up[j] as number);
    after[c] = (after[c] as number) + weight * (middle[j] as number);
    after[c - 1] = (after[c - 1] as number) + weight * (down[j] as number);
  }
  return after;
}
