import type { Moves } from "../rates/latticeMoves";
import type { MonthlyRates, PaymentWeights } from "../rates/monthlyRates";
import type { NodeSpeeds } from "./nodeSpeeds";

/** What of the loans is there month by month, over all states of rates, each at its price. */
export interface Shares {
  /** Loans that are left when the month begins, per unit of loans of today that no prepayment takes. */
  readonly left: Float64Array;
  /** Loans that are prepaid in the month, by the same unit. */
  readonly prepaid: Float64Array;
}

/** A month of a walk. */
export interface WalkMonth {
  /** Rate of the loans less that of a new one, at deviation 0. */
  readonly incentive: Float64Array;
  /** Seasoning × multiplier. */
  readonly pace: Float64Array;
  /** Turnover with its season, CPR. */
  readonly turnover: Float64Array;
}

/** The loans by node, each state at its price, per unit of loans of today. */
export interface Populations {
  readonly fast: Float64Array;
  readonly slow: Float64Array;
}

/**
 * Both populations today.
 *
 * @param rates - The monthly short rate.
 * @param fastShare - Share of the fast one.
 * @returns All of them at the first node.
 *
 * @example
 * const rates = { lattice: { lowest: [1], deviations: [-0.01, 0, 0.01] } };
 * Array.from(populationsToday(rates, 0.25).slow); // => [0, 0.75, 0]
 */
export function populationsToday(
  { lattice }: Pick<MonthlyRates, "lattice">,
  fastShare: number,
): Populations {
  const root = lattice.lowest[0] as number;
  const fast = new Float64Array(lattice.deviations.length);
  const slow = new Float64Array(lattice.deviations.length);
  fast[root] = fastShare;
  slow[root] = 1 - fastShare;
  return { fast, slow };
}

/**
 * Expected shares by forward induction on the lattice: the price of each state, times what is left of
 * each population there, goes from month to month. Two populations need no memory of the path, so
 * that one walk over the nodes gives all months, whatever coupon, term and spread.
 *
 * @param rates - The monthly short rate.
 * @param weights - How a month's payment is discounted.
 * @param speeds - Of both populations.
 * @param start - Both populations when the walk begins; the arrays are taken over.
 * @param walk - The months.
 * @param into - Filled with the shares of as many months as it has room for.
 * @param from - The month with which the walk begins, 0 for the first.
 * @returns Both populations at the end; between the nodes that can be reached then, the rest is of no meaning.
 */
export function walkLattice(
  rates: MonthlyRates,
  { byNode, mean }: PaymentWeights,
  speeds: NodeSpeeds,
  start: Populations,
  { incentive, pace, turnover }: WalkMonth,
  { left, prepaid }: Shares,
  from = 0,
): Populations {
  const { lowest, highest, moves, deviations } = rates.lattice;
  const count = deviations.length;
  let now: Populations = start;
  let next: Populations = { fast: new Float64Array(count), slow: new Float64Array(count) };
  const sums = new Float64Array(2);
  for (let k = from; k < left.length; k++) {
    const [first, last] = [lowest[k] as number, highest[k] as number];
    speeds.fill(incentive[k] as number, pace[k] as number, turnover[k] as number, first, last);
    goOn(moves[k] as Moves, byNode, speeds, now, next, first, last, sums);
    const whole = mean[k] as number;
    left[k] = (sums[0] as number) / whole;
    prepaid[k] = (sums[1] as number) / whole;
    [now, next] = [next, now];
  }
  return now;
}

/**
 * One month of a walk. A function of its own: it is compiled after some months, where a loop over all of them would
 * be interpreted for long.
 */
function goOn(
  { centre, up, middle, down }: Moves,
  byNode: Float64Array,
  { fast: fastSmm, slow: slowSmm }: NodeSpeeds,
  { fast, slow }: Populations,
  { fast: fastNext, slow: slowNext }: Populations,
  first: number,
  last: number,
  sums: Float64Array,
): void {
  let [here, gone] = [0, 0];
  // What goes to the three nodes around the centre is held back until the centre moves on.
  let at = centre[first] as number;
  let fastBelow = 0;
  let fastAt = 0;
  let fastAbove = 0;
  let slowBelow = 0;
  let slowAt = 0;
  let slowAbove = 0;
  for (let j = first; j <= last; j++) {
    const fastHere = fast[j] as number;
    const slowHere = slow[j] as number;
    const fastGone = fastHere * (fastSmm[j] as number);
    const slowGone = slowHere * (slowSmm[j] as number);
    const weight = byNode[j] as number;
    here += weight * (fastHere + slowHere);
    gone += weight * (fastGone + slowGone);
    const fastLeft = fastHere - fastGone;
    const slowLeft = slowHere - slowGone;
    if ((centre[j] as number) > at) {
      fastNext[at - 1] = fastBelow;
      slowNext[at - 1] = slowBelow;
      fastBelow = fastAt;
      slowBelow = slowAt;
      fastAt = fastAbove;
      slowAt = slowAbove;
      fastAbove = 0;
      slowAbove = 0;
      at++;
    }
    const u = up[j] as number;
    const m = middle[j] as number;
    const d = down[j] as number;
    fastBelow += fastLeft * d;
    fastAt += fastLeft * m;
    fastAbove += fastLeft * u;
    slowBelow += slowLeft * d;
    slowAt += slowLeft * m;
    slowAbove += slowLeft * u;
  }
  fastNext[at - 1] = fastBelow;
  slowNext[at - 1] = slowBelow;
  fastNext[at] = fastAt;
  slowNext[at] = slowAt;
  fastNext[at + 1] = fastAbove;
  slowNext[at + 1] = slowAbove;
  sums[0] = here;
  sums[1] = gone;
}
