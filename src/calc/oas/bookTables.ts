import { firstTimeOf } from "../mortgage/poolTiming";
import { seasoning } from "../prepayment/prepaymentModel";
import { seasonOf } from "../prepayment/seasons";
import { paymentWeights, type MonthlyRates, type PaymentWeights } from "../rates/monthlyRates";
import type { BookCurve, BookModel } from "./bookCurves";
import { NEAR_AGES, type BookGrid } from "./bookGrid";
import { walkLattice, type Shares } from "./latticeShares";
import { nodeSpeeds, type NodeSpeeds } from "./nodeSpeeds";
import { TabledSpeeds } from "./tabledSpeeds";

const { max, min } = Math;

/** Bytes of tables that are kept. */
const MOST_BYTES = 128e6;

/**
 * Discounted shares of loans by curve and month for loan rates and ages of a grid. A walk depends on the loans' rate
 * and on their age below the end of the seasoning ramp, not on coupon, term and price.
 */
export class BookTables {
  private readonly kept = new Map<number, Float64Array>();
  private readonly weights: PaymentWeights;
  private readonly settled: number;
  private readonly most: number;
  private tabled?: TabledSpeeds;

  /**
   * @param model - What the pools have in common.
   * @param grid - Loan rates and ages of whole walks.
   * @param rates - The monthly short rate.
   * @param curves - At which pools are valued.
   */
  constructor(
    private readonly model: BookModel,
    private readonly grid: BookGrid,
    private readonly rates: MonthlyRates,
    private readonly curves: readonly BookCurve[],
  ) {
    this.weights = paymentWeights(rates, firstTimeOf(model.timing));
    this.settled = grid.ages.at(-1) ?? 0;
    this.most = max(2 * NEAR_AGES, Math.floor(MOST_BYTES / (8 * this.size)));
  }

  /** Months of a table's rows. */
  get months(): number {
    return this.rates.lattice.times.length - 1;
  }

  private get size(): number {
    return this.curves.length * 2 * this.months;
  }

  /**
   * The shares of a loan rate and an age.
   *
   * @param age - Months.
   * @param step - The loan rate in steps of the grid.
   * @returns For each curve, loans that are left by month and then those that are prepaid by month.
   */
  at(age: number, step: number): Float64Array {
    const counted = min(age, this.settled);
    const key = step * (this.settled + 1) + counted;
    const known = this.kept.get(key);
    if (known !== undefined) {
      // The one that was asked for last is the last to go.
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const made = this.grid.ages.includes(counted)
      ? this.walked(counted, step, this.months)
      : this.between(counted, step);
    this.kept.set(key, made);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as number);
    return made;
  }

  /** Walks every curve; what is beyond the months is 0. */
  private walked(age: number, step: number, months: number): Float64Array {
    const { model, rates, weights, curves } = this;
    const { dials, firstMonth } = model;
    const wac = step * this.grid.wacStep;
    const table = new Float64Array(this.size);
    const speeds = this.speedsAt(wac);
    const pace = new Float64Array(months);
    const turnover = new Float64Array(months);
    for (let k = 0; k < months; k++) {
      pace[k] = seasoning(dials, age + k + 1) * dials.multiplier;
      turnover[k] = dials.turnover * seasonOf(dials.seasons, firstMonth, k + 1);
    }
    curves.forEach(({ level, discount }, c) => {
      const from = 2 * c * this.months;
      const shares: Shares = {
        left: table.subarray(from, from + months),
        prepaid: table.subarray(from + this.months, from + this.months + months),
      };
      const incentive = level.subarray(0, months).map((at) => wac - at);
      walkLattice(rates, weights, speeds, dials.fastShare, { incentive, pace, turnover }, shares);
      for (let k = 0; k < months; k++) {
        const factor = discount[k] as number;
        shares.left[k] = factor * (shares.left[k] as number);
        shares.prepaid[k] = factor * (shares.prepaid[k] as number);
      }
    });
    return table;
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

  /**
   * As long as loans are on the ramp their speeds bend with their age: those months are walked, later ones are
   * interpolated between ages.
   */
  private between(age: number, step: number): Float64Array {
    const { months, settled } = this;
    const { ages } = this.grid;
    const next = ages.findIndex((one) => one > age);
    const first = max(0, min(ages.length - NEAR_AGES, next - NEAR_AGES / 2));
    const near = ages.slice(first, first + NEAR_AGES);
    const tables = near.map((one) => this.at(one, step));
    const parts = lagrangeWeights(near, age);
    const walked = settled + 1;
    const table = this.walked(age, step, walked);
    for (let row = 0; row < table.length; row += months) {
      for (let k = row + walked; k < row + months; k++) {
        let sum = 0;
        for (let i = 0; i < NEAR_AGES; i++) {
          sum += (parts[i] as number) * ((tables[i] as Float64Array)[k] as number);
        }
        table[k] = sum;
      }
    }
    return table;
  }
}

/** What each of some places counts in the polynomial through them. */
const lagrangeWeights = (places: readonly number[], at: number): Float64Array =>
  Float64Array.from(places, (place) =>
    places.reduce(
      (product, other) => (other === place ? product : (product * (at - other)) / (place - other)),
      1,
    ),
  );
