import { seasoning } from "../prepayment/prepaymentModel";
import { seasonOf } from "../prepayment/seasons";
import { paymentWeights, type MonthlyRates, type PaymentWeights } from "../rates/monthlyRates";
import { firstTimeOf } from "../mortgage/poolTiming";
import type { BookCurve, BookModel } from "./bookCurves";

/** What the walks of a book rest on. */
export interface WalkGround {
  readonly model: BookModel;
  /** Age in months at which the seasoning ramp ends. */
  readonly settled: number;
  readonly rates: MonthlyRates;
  readonly weights: PaymentWeights;
  /** At which pools are valued. */
  readonly curves: readonly BookCurve[];
  /** By month: turnover with its season, CPR. */
  readonly turnover: Float64Array;
}

/**
 * What the walks of a book rest on.
 *
 * @param model - What the pools have in common.
 * @param settled - Age in months at which the seasoning ramp ends.
 * @param rates - The monthly short rate.
 * @param curves - At which pools are valued.
 * @returns It, as far as months are concerned.
 */
export function walkGround(
  model: BookModel,
  settled: number,
  rates: MonthlyRates,
  curves: readonly BookCurve[],
): WalkGround {
  const { dials, firstMonth, timing } = model;
  const turnover = Float64Array.from(
    { length: rates.lattice.times.length - 1 },
    (_, k) => dials.turnover * seasonOf(dials.seasons, firstMonth, k + 1),
  );
  const weights = paymentWeights(rates, firstTimeOf(timing));
  return { model, settled, rates, weights, curves, turnover };
}

/** Walks of loans of one rate. */
export interface LoanWalks {
  /**
   * Walks on every curve.
   *
   * @param age - Of the loans, months.
   * @param end - How many months, those of the seasoning ramp at least.
   * @param shares - By curve, filled by month: discounted loans that are left when it begins, and those that are prepaid
   *   in it.
   * @returns By curve: the fast and the slow loans by node when the ramp ends.
   */
  walk(age: number, end: number, shares: readonly Float64Array[]): Float64Array[];

  /** Gives back what it holds. */
  release(): void;
}

/**
 * Seasoning by month, times the multiple of all speeds.
 *
 * @param ground - What walks rest on.
 * @param age - Of the loans, months.
 * @param k - The month, 0 for the first.
 * @returns What the sum of refinancing and turnover is multiplied by.
 *
 * @example
 * paceOf({ model: { dials: { rampMonths: 30, multiplier: 2 } } }, 2, 0); // => 0.2
 */
export const paceOf = (
  { model: { dials } }: { model: { dials: { rampMonths: number; multiplier: number } } },
  age: number,
  k: number,
): number => seasoning(dials, age + k + 1) * dials.multiplier;

/**
 * The nodes that can be reached when the ramp ends.
 *
 * @param ground - What walks rest on.
 * @returns The first and the last one.
 *
 * @example
 * settledNodes({ settled: 1, rates: { lattice: { lowest: [1, 0], highest: [1, 2] } } }); // => [0, 2]
 */
export const settledNodes = ({
  settled,
  rates: { lattice },
}: {
  settled: number;
  rates: { lattice: { lowest: ArrayLike<number>; highest: ArrayLike<number> } };
}): [number, number] => [lattice.lowest[settled] as number, lattice.highest[settled] as number];
