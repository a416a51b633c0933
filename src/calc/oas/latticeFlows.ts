import type { PrepaymentDials } from "../prepayment/prepaymentModel";
import { refinancing, turnoverLeft } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import type { Moves } from "../rates/latticeMoves";
import type { MonthlyRates, MortgageRates, PaymentWeights } from "../rates/monthlyRates";
import { rate } from "../units";
import type { PoolModel, PoolMonths } from "./poolModel";

const { exp, max, min } = Math;

/**
 * Expected flows by forward induction on the lattice: the price of each state, times what is left of
 * each population there, goes from month to month. Two populations need no memory of the path, so
 * that one walk over the nodes gives all months, whatever the curve and the spread.
 *
 * @param model - The pool and its prepayment dials.
 * @param months - What is known of its months.
 * @param rates - The monthly short rate.
 * @param mortgageRate - Mortgage rates at its states.
 * @param weights - How a month's payment is discounted.
 * @returns By month, from month 1.
 */
export function latticeFlows(
  { pool, dials }: Pick<PoolModel, "pool" | "dials">,
  months: PoolMonths,
  rates: MonthlyRates,
  mortgageRate: MortgageRates,
  weights: PaymentWeights,
): Float64Array {
  const { lowest, highest, moves, deviations } = rates.lattice;
  const count = deviations.length;
  const speeds = speedsByNode(dials, pool.wac, mortgageRate.slope, deviations);
  const { slowSpeed, maxCpr, fastShare } = dials;
  const { refinanced, moved } = speeds;
  const { byNode, mean } = weights;
  const paid = new Float64Array(pool.wam);
  let [fast, slow] = [new Float64Array(count), new Float64Array(count)];
  let [fastNext, slowNext] = [new Float64Array(count), new Float64Array(count)];
  const root = lowest[0] as number;
  fast[root] = fastShare;
  slow[root] = 1 - fastShare;
  for (let k = 0; k < pool.wam; k++) {
    const { centre, up, middle, down } = moves[k] as Moves;
    const [first, last] = [lowest[k] as number, highest[k] as number];
    speeds.fill(pool.wac - (mortgageRate.level[k] as number), first, last);
    const due = months.due[k] as number;
    const left = months.left[k] as number;
    const pace = months.pace[k] as number;
    const turnover = months.turnover[k] as number;
    let sum = 0;
    // What goes to the three nodes around the centre is held back until the centre moves on.
    let at = centre[first] as number;
    let fastBelow = 0;
    let fastAt = 0;
    let fastAbove = 0;
    let slowBelow = 0;
    let slowAt = 0;
    let slowAbove = 0;
    for (let j = first; j <= last; j++) {
      const ready = pace * (refinanced[j] as number);
      const base = pace * turnover * (moved[j] as number);
      const fastSmm = smmFromTable(min(maxCpr, ready + base));
      const slowSmm = smmFromTable(min(maxCpr, slowSpeed * ready + base));
      const fastHere = fast[j] as number;
      const slowHere = slow[j] as number;
      const fastGone = fastHere * fastSmm;
      const slowGone = slowHere * slowSmm;
      sum += (byNode[j] as number) * (due * (fastHere + slowHere) + left * (fastGone + slowGone));
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
    paid[k] = sum / (mean[k] as number);
    [fast, fastNext] = [fastNext, fast];
    [slow, slowNext] = [slowNext, slow];
  }
  return paid;
}

/** Refinancing and what lock-in leaves of turnover, at the nodes of one month. */
interface NodeSpeeds {
  /** CPR of the fast share, seasoned. */
  readonly refinanced: Float64Array;
  /** Share of turnover. */
  readonly moved: Float64Array;
  /** Fills both for the nodes first to last, from the incentive at deviation 0. */
  fill(incentive: number, first: number, last: number): void;
}

function speedsByNode(
  dials: PrepaymentDials,
  wac: number,
  slope: number,
  deviations: Float64Array,
): NodeSpeeds {
  return dials.form === "logistic"
    ? new LogisticSpeeds(dials, slope, deviations)
    : new OtherSpeeds(dials, wac, slope, deviations);
}

/** Exponents are held within this, so that no product of two powers overflows into 0 × ∞. */
const MOST_EXPONENT = 340;
const bounded = (exponent: number) => exp(max(-MOST_EXPONENT, min(MOST_EXPONENT, exponent)));

/**
 * The logistic curves without an exponential a node: their exponents are a month's part and a node's
 * part, so that the power is a product of two known ones.
 */
class LogisticSpeeds implements NodeSpeeds {
  readonly refinanced: Float64Array;
  readonly moved: Float64Array;
  private readonly refiByNode: Float64Array;
  private readonly lockByNode: Float64Array;

  constructor(
    private readonly dials: PrepaymentDials,
    slope: number,
    deviations: Float64Array,
  ) {
    this.refinanced = new Float64Array(deviations.length);
    this.moved = new Float64Array(deviations.length);
    this.refiByNode = deviations.map((it) => bounded((slope * it) / dials.refiWidth));
    this.lockByNode = deviations.map((it) => bounded((-slope * it) / dials.lockWidth));
  }

  fill(incentive: number, first: number, last: number): void {
    const { refiMax, refiMultiple, refiMid, refiWidth, lockIn, lockMid, lockWidth } = this.dials;
    const greatest = refiMultiple * refiMax;
    const { refinanced, moved, refiByNode, lockByNode } = this;
    const refi = bounded((refiMid - incentive) / refiWidth);
    const lock = bounded((incentive - lockMid) / lockWidth);
    for (let j = first; j <= last; j++) {
      refinanced[j] = greatest / (1 + refi * (refiByNode[j] as number));
      moved[j] = 1 - lockIn / (1 + lock * (lockByNode[j] as number));
    }
  }
}

/** Any other form, node by node as the model has it. */
class OtherSpeeds implements NodeSpeeds {
  readonly refinanced: Float64Array;
  readonly moved: Float64Array;

  constructor(
    private readonly dials: PrepaymentDials,
    private readonly wac: number,
    private readonly slope: number,
    private readonly deviations: Float64Array,
  ) {
    this.refinanced = new Float64Array(deviations.length);
    this.moved = new Float64Array(deviations.length);
  }

  fill(incentive: number, first: number, last: number): void {
    const { dials, wac, slope, deviations } = this;
    for (let j = first; j <= last; j++) {
      const here = incentive - slope * (deviations[j] as number);
      this.refinanced[j] = refinancing(dials, rate(wac), wac - here);
      this.moved[j] = turnoverLeft(dials, here);
    }
  }
}
