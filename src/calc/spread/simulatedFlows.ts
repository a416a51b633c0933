import { refinancing, turnoverLeft } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import type { MortgageRates } from "../rates/monthlyRates";
import { BLOCK, type ShortRatePaths } from "../rates/shortRatePaths";
import { rate } from "../units";
import type { PoolModel, PoolMonths } from "./poolModel";

const { max, min } = Math;

/**
 * Expected flows by simulation: the check of `latticeFlows`, which they converge to.
 *
 * @param model - The pool and its prepayment dials.
 * @param months - What is known of its months.
 * @param paths - Paths of at least as many months.
 * @param mortgageRate - Mortgage rates at their states.
 * @returns By month, from month 1: per unit of today's balance and of the payment's discount factor.
 */
export function simulatedFlows(
  { pool, dials }: Pick<PoolModel, "pool" | "dials">,
  months: PoolMonths,
  paths: ShortRatePaths,
  mortgageRate: MortgageRates,
): Float64Array {
  const speeds = new SpeedTable(dials, pool.wac);
  const { slope, level } = mortgageRate;
  const { slowSpeed, maxCpr, fastShare } = dials;
  const { refinanced, moved } = speeds;
  const paid = new Float64Array(pool.wam);
  const fast = new Float64Array(BLOCK);
  const slow = new Float64Array(BLOCK);
  const { deviations, discounts } = paths;
  for (let block = 0; block < paths.count; block += BLOCK) {
    fast.fill(fastShare);
    slow.fill(1 - fastShare);
    let place = block * paths.months;
    for (let k = 0; k < pool.wam; k++, place += BLOCK) {
      const due = months.due[k] as number;
      const left = months.left[k] as number;
      const pace = months.pace[k] as number;
      const turnover = pace * (months.turnover[k] as number);
      const start = (pool.wac - (level[k] as number) - LEAST) * PER_UNIT;
      const perDeviation = slope * PER_UNIT;
      let sum = 0;
      for (let p = 0; p < BLOCK; p++) {
        const at = max(0, min(LAST, start - perDeviation * (deviations[place + p] as number)));
        const i = at | 0;
        const rest = at - i;
        const from = refinanced[i] as number;
        const stays = moved[i] as number;
        const ready = pace * (from + rest * ((refinanced[i + 1] as number) - from));
        const base = turnover * (stays + rest * ((moved[i + 1] as number) - stays));
        const fastHere = fast[p] as number;
        const slowHere = slow[p] as number;
        const fastGone = fastHere * smmFromTable(min(maxCpr, ready + base));
        const slowGone = slowHere * smmFromTable(min(maxCpr, slowSpeed * ready + base));
        sum +=
          (discounts[place + p] as number) *
          (due * (fastHere + slowHere) + left * (fastGone + slowGone));
        fast[p] = fastHere - fastGone;
        slow[p] = slowHere - slowGone;
      }
      paid[k] = (paid[k] as number) + sum;
    }
  }
  for (let k = 0; k < paid.length; k++) paid[k] = (paid[k] as number) / paths.count;
  return paid;
}

/** Incentives of the table: from −16% to 16%, where every curve is flat. */
const LEAST = -0.16;
const PLACES = 4096;
const PER_UNIT = PLACES / (-2 * LEAST);
const LAST = PLACES - 1e-9;

/** Refinancing and what lock-in leaves of turnover, by incentive. */
class SpeedTable {
  readonly refinanced = new Float64Array(PLACES + 1);
  readonly moved = new Float64Array(PLACES + 1);

  constructor(dials: PoolModel["dials"], wac: number) {
    for (let i = 0; i <= PLACES; i++) {
      const incentive = LEAST + i / PER_UNIT;
      this.refinanced[i] = refinancing(dials, rate(wac), wac - incentive);
      this.moved[i] = turnoverLeft(dials, incentive);
    }
  }
}
