import { invalid } from "../errors";
import { rollForward, rootPrices, type Lattice } from "./lattice";

const MOST_STEPS = 50;
/** A discount factor as near as this, relatively, is met; the rest is one factor of all nodes. */
const MET = 1e-10;

/**
 * Discount factors over each step, by node, of a short rate whose logarithm lies on a lattice: each
 * step's median rate is such that the lattice has the curve's discount factors. The rate holds over
 * the step.
 *
 * @param lattice - Its weights are probabilities, its deviations those of the rate's logarithm.
 * @param discounts - The curve's discount factors at the lattice's times.
 * @returns One array a step.
 * @throws CalcError `invalid` when a forward rate is not above 0: a lognormal rate is.
 * @see F. Black, P. Karasinski, "Bond and option pricing when short rates are lognormal", Financial
 *   Analysts Journal 47, 1991; without reversion the model of A. Kalotay, G. Williams, F. Fabozzi,
 *   "A model for valuing bonds and embedded options", Financial Analysts Journal 49, 1993
 */
export function nodeDiscounts(lattice: Lattice, discounts: Float64Array): Float64Array[] {
  const { times, deviations, lowest, highest, moves } = lattice;
  const growth = deviations.map(Math.exp);
  let now: Float64Array = rootPrices(lattice);
  let next: Float64Array = new Float64Array(now.length);
  let [median, before] = [0, 0];
  return moves.map((_, i) => {
    const [start, end] = [times[i] as number, times[i + 1] as number];
    const target = discounts[i + 1] as number;
    const forward = Math.log((discounts[i] as number) / target) / (end - start);
    if (!(forward > 0)) {
      throw invalid(
        `curve has a forward rate of ${forward} from ${start.toFixed(2)} to ${end.toFixed(2)} years; it must be above 0 where volKind is "lognormal"`,
      );
    }
    median = i === 0 ? forward : (median * forward) / before;
    before = forward;
    const span = { low: lowest[i] as number, high: highest[i] as number, length: end - start };
    const found = new Float64Array(now.length);
    for (let step = 0; step < MOST_STEPS; step++) {
      const { value, slope } = fill(found, now, growth, median, span);
      const off = value / target - 1;
      if (Math.abs(off) < MET) break;
      // The value is convex in the median: Newton's method never overshoots from where it is too high.
      median += (value - target) / slope;
    }
    let sum = 0;
    for (let j = span.low; j <= span.high; j++) sum += (now[j] as number) * (found[j] as number);
    for (let j = span.low; j <= span.high; j++) {
      found[j] = ((found[j] as number) * target) / sum;
      now[j] = (now[j] as number) * (found[j] as number);
    }
    rollForward(lattice, i, 1, now, next);
    [now, next] = [next, now];
    return found;
  });
}

/** Discount factors by node at a median rate; the states' value by them, and its fall by the rate. */
function fill(
  found: Float64Array,
  now: Float64Array,
  growth: Float64Array,
  median: number,
  { low, high, length }: { low: number; high: number; length: number },
) {
  let [value, slope] = [0, 0];
  for (let j = low; j <= high; j++) {
    const time = (growth[j] as number) * length;
    const held = Math.exp(-median * time);
    found[j] = held;
    const weight = (now[j] as number) * held;
    value += weight;
    slope += weight * time;
  }
  return { value, slope };
}
