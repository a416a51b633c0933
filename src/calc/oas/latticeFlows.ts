import type { MonthlyRates, MortgageRates, PaymentWeights } from "../rates/monthlyRates";
import { populationsToday, walkLattice } from "./latticeShares";
import { nodeSpeeds } from "./nodeSpeeds";
import type { PoolModel, PoolMonths } from "./poolModel";

/**
 * Expected flows of a pool over all states of rates.
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
  const { due, left, pace, turnover } = months;
  const speeds = nodeSpeeds(dials, pool.wac, mortgageRate.slope, rates.lattice.deviations);
  const incentive = mortgageRate.level.map((level) => pool.wac - level);
  const shares = { left: new Float64Array(pool.wam), prepaid: new Float64Array(pool.wam) };
  const today = populationsToday(rates, dials.fastShare);
  walkLattice(rates, weights, speeds, today, { incentive, pace, turnover }, shares);
  return due.map(
    (paid, k) =>
      paid * (shares.left[k] as number) + (left[k] as number) * (shares.prepaid[k] as number),
  );
}
