import { refinancing, turnoverLeft, type PrepaymentDials } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import { rate } from "../units";

const { exp, max, min } = Math;

/** Speeds of both populations at the nodes of one month. */
export interface NodeSpeeds {
  /** SMM, decimal. */
  readonly fast: Float64Array;
  readonly slow: Float64Array;
  /**
   * Fills both for the nodes first to last.
   *
   * @param incentive - At deviation 0: rate of the loans less that of a new one.
   * @param pace - Seasoning × multiplier.
   * @param turnover - With its season, CPR.
   */
  fill(incentive: number, pace: number, turnover: number, first: number, last: number): void;
}

/**
 * Speeds by the prepayment model.
 *
 * @param dials - The model.
 * @param wac - Rate of the loans, decimal.
 * @param slope - Mortgage rate per unit of deviation.
 * @param deviations - Of the short rate, by node.
 * @returns The speeds, to be filled month by month.
 */
export const nodeSpeeds = (
  dials: PrepaymentDials,
  wac: number,
  slope: number,
  deviations: Float64Array,
): NodeSpeeds =>
  dials.form === "logistic"
    ? new LogisticSpeeds(dials, slope, deviations)
    : new OtherSpeeds(dials, wac, slope, deviations);

/** Exponents are held within this, so that no product of two powers overflows into 0 × ∞. */
const MOST_EXPONENT = 340;

/**
 * A power of which products stay numbers.
 *
 * @param exponent - Any.
 * @returns e to the exponent, held within ±340.
 *
 * @example
 * (boundedPower(1e6) * boundedPower(-1e6)).toFixed(9); // => "1.000000000"
 */
export const boundedPower = (exponent: number): number =>
  exp(max(-MOST_EXPONENT, min(MOST_EXPONENT, exponent)));

/**
 * The logistic curves without an exponential a node: their exponents are a month's part and a node's
 * part, so that the power is a product of two known ones.
 */
class LogisticSpeeds implements NodeSpeeds {
  readonly fast: Float64Array;
  readonly slow: Float64Array;
  private readonly refiByNode: Float64Array;
  private readonly lockByNode: Float64Array;

  constructor(
    private readonly dials: PrepaymentDials,
    slope: number,
    deviations: Float64Array,
  ) {
    this.fast = new Float64Array(deviations.length);
    this.slow = new Float64Array(deviations.length);
    this.refiByNode = deviations.map((it) => boundedPower((slope * it) / dials.refiWidth));
    this.lockByNode = deviations.map((it) => boundedPower((-slope * it) / dials.lockWidth));
  }

  fill(incentive: number, pace: number, turnover: number, first: number, last: number): void {
    const { refiMax, refiMultiple, refiMid, refiWidth, lockIn, lockMid, lockWidth } = this.dials;
    const { slowSpeed, maxCpr } = this.dials;
    const { fast, slow, refiByNode, lockByNode } = this;
    const greatest = pace * refiMultiple * refiMax;
    const moving = pace * turnover;
    const refi = boundedPower((refiMid - incentive) / refiWidth);
    const lock = boundedPower((incentive - lockMid) / lockWidth);
    for (let j = first; j <= last; j++) {
      const ready = greatest / (1 + refi * (refiByNode[j] as number));
      const base = moving * (1 - lockIn / (1 + lock * (lockByNode[j] as number)));
      fast[j] = smmFromTable(min(maxCpr, ready + base));
      slow[j] = smmFromTable(min(maxCpr, slowSpeed * ready + base));
    }
  }
}

/** Any other form, node by node as the model has it. */
class OtherSpeeds implements NodeSpeeds {
  readonly fast: Float64Array;
  readonly slow: Float64Array;

  constructor(
    private readonly dials: PrepaymentDials,
    private readonly wac: number,
    private readonly slope: number,
    private readonly deviations: Float64Array,
  ) {
    this.fast = new Float64Array(deviations.length);
    this.slow = new Float64Array(deviations.length);
  }

  fill(incentive: number, pace: number, turnover: number, first: number, last: number): void {
    const { dials, wac, slope, deviations, fast, slow } = this;
    const { slowSpeed, maxCpr } = dials;
    for (let j = first; j <= last; j++) {
      const here = incentive - slope * (deviations[j] as number);
      const ready = pace * refinancing(dials, rate(wac), wac - here);
      const base = pace * turnover * turnoverLeft(dials, here);
      fast[j] = smmFromTable(min(maxCpr, ready + base));
      slow[j] = smmFromTable(min(maxCpr, slowSpeed * ready + base));
    }
  }
}
