import { firstTimeOf } from "../mortgage/poolTiming";
import { seasoning } from "../prepayment/prepaymentModel";
import { seasonOf } from "../prepayment/seasons";
import { paymentWeights, type MonthlyRates, type PaymentWeights } from "../rates/monthlyRates";
import type { BookCurve, BookModel } from "./bookCurves";
import { populationsToday, walkLattice, type WalkMonth } from "./latticeShares";
import { nodeSpeeds, type NodeSpeeds } from "./nodeSpeeds";
import { TabledSpeeds } from "./tabledSpeeds";

/** What walks of one loan rate and age say. */
export interface BookWalk {
  /**
   * Discounted shares of loans: for each curve those that are left by month, then those that are prepaid by month; 0
   * after the months that were walked.
   */
  readonly table: Float64Array;
  /** By curve: the loans by node when the seasoning ramp ends, those of the fast population first. */
  readonly seasoned: readonly Float64Array[];
}

/** Walks over the lattice on every curve of a book. */
export class BookWalks {
  /** Months of a whole walk. */
  readonly months: number;
  private readonly weights: PaymentWeights;
  private tabled?: TabledSpeeds;

  /**
   * @param model - What the pools have in common.
   * @param settled - Age in months at which the seasoning ramp ends.
   * @param rates - The monthly short rate.
   * @param curves - At which pools are valued.
   */
  constructor(
    private readonly model: BookModel,
    readonly settled: number,
    private readonly rates: MonthlyRates,
    private readonly curves: readonly BookCurve[],
  ) {
    this.weights = paymentWeights(rates, firstTimeOf(model.timing));
    this.months = rates.lattice.times.length - 1;
  }

  /** Length of a table. */
  get size(): number {
    return this.curves.length * 2 * this.months;
  }

  /**
   * Walks.
   *
   * @param wac - Rate of the loans, decimal.
   * @param age - Months.
   * @param isWhole - Whether to the end; otherwise until even loans that are new today are seasoned.
   * @returns The shares, and the loans when the ramp ends.
   */
  walk(wac: number, age: number, isWhole: boolean): BookWalk {
    const { curves, months, rates, weights, settled } = this;
    const { dials, firstMonth } = this.model;
    const table = new Float64Array(this.size);
    const speeds = this.speedsAt(wac);
    const pace = new Float64Array(months);
    const turnover = new Float64Array(months);
    for (let k = 0; k < months; k++) {
      pace[k] = seasoning(dials, age + k + 1) * dials.multiplier;
      turnover[k] = dials.turnover * seasonOf(dials.seasons, firstMonth, k + 1);
    }
    const end = isWhole ? months : settled;
    const seasoned = curves.map(({ level, discount }, c) => {
      const left = table.subarray(2 * c * months, 2 * c * months + end);
      const prepaid = table.subarray((2 * c + 1) * months, (2 * c + 1) * months + end);
      const walk: WalkMonth = { incentive: level.map((at) => wac - at), pace, turnover };
      const today = populationsToday(rates, dials.fastShare);
      const ramp = { left: left.subarray(0, settled), prepaid: prepaid.subarray(0, settled) };
      const then = walkLattice(rates, weights, speeds, today, walk, ramp);
      const loans = this.reached(then.fast, then.slow);
      if (isWhole) walkLattice(rates, weights, speeds, then, walk, { left, prepaid }, settled);
      for (let k = 0; k < end; k++) {
        const factor = discount[k] as number;
        left[k] = factor * (left[k] as number);
        prepaid[k] = factor * (prepaid[k] as number);
      }
      return loans;
    });
    return { table, seasoned };
  }

  /** Both populations at the nodes that can be reached when the ramp ends. */
  private reached(fast: Float64Array, slow: Float64Array): Float64Array {
    const { lowest, highest } = this.rates.lattice;
    const [first, last] = [lowest[this.settled] as number, highest[this.settled] as number];
    const count = last - first + 1;
    const loans = new Float64Array(2 * count);
    loans.set(fast.subarray(first, last + 1));
    loans.set(slow.subarray(first, last + 1), count);
    return loans;
  }

  private speedsAt(wac: number): NodeSpeeds {
    const { dials } = this.model;
    const slope = (this.curves[0] as BookCurve).slope;
    const { deviations } = this.rates.lattice;
    if (dials.form !== "logistic") return nodeSpeeds(dials, wac, slope, deviations);
    return (this.tabled ??= new TabledSpeeds(
      dials,
      nodeSpeeds(dials, wac, slope, deviations),
      slope,
      deviations,
    ));
  }
}
