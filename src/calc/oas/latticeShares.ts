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

/**
 * Expected shares by forward induction on the lattice: the price of each state, times what is left of
 * each population there, goes from month to month. Two populations need no memory of the path, so
 * that one walk over the nodes gives all months, whatever coupon, term and spread.
 *
 * @param rates - The monthly short rate.
 * @param weights - How a month's payment is discounted.
 * @param speeds - Of both populations.
 * @param fastShare - Share of the fast one today.
 * @param walk - The months.
 * @param into - Filled with the shares of as many months as it has room for.
 */
export function walkLattice(
  rates: MonthlyRates,
  { byNode, mean }: PaymentWeights,
  speeds: NodeSpeeds,
  fastShare: number,
  { incentive, pace, turnover }: WalkMonth,
  { left, prepaid }: Shares,
): void {
  const { lowest, highest, moves, deviations } = rates.lattice;
  const count = deviations.length;
  const { fast: fastSmm, slow: slowSmm } = speeds;
  let [fast, slow] = [new Float64Array(count), new Float64Array(count)];
  let [fastNext, slowNext] = [new Float64Array(count), new Float64Array(count)];
  const root = lowest[0] as number;
  fast[root] = fastShare;
  slow[root] = 1 - fastShare;
  for (let k = 0; k < left.length; k++) {
    const { centre, up, middle, down } = moves[k] as Moves;
    const [first, last] = [lowest[k] as number, highest[k] as number];
    speeds.fill(incentive[k] as number, pace[k] as number, turnover[k] as number, first, last);
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
        fastAt = fastAbove;
        fastAbove = 0;
        slowBelow = slowAt;
        slowAt = slowAbove;
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
    const whole = mean[k] as number;
    left[k] = here / whole;
    prepaid[k] = gone / whole;
    [fast, fastNext] = [fastNext, fast];
    [slow, slowNext] = [slowNext, slow];
  }
}
