import { refinancing, turnoverLeft, type PrepaymentDials } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import type { MortgageRates } from "../rates/monthlyRates";
import type { ShortRatePaths } from "../rates/shortRatePaths";
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
  const { slope, level } = mortgageRate;
  const { deviations, discounts, count } = paths;
  const incentives = incentiveRange(pool.wac, mortgageRate, paths, pool.wam);
  const tables = new MonthTables(dials, pool.wac, incentives);
  const paid = new Float64Array(pool.wam);
  const fast = new Float64Array(count).fill(dials.fastShare);
  const slow = new Float64Array(count).fill(1 - dials.fastShare);
  const { least, perUnit } = incentives;
  const perDeviation = slope * perUnit;
  for (let k = 0; k < pool.wam; k++) {
    const due = months.due[k] as number;
    const left = months.left[k] as number;
    const smm = tables.speedsAt(months.pace[k] as number, months.turnover[k] as number);
    const start = (pool.wac - (level[k] as number) - least) * perUnit;
    const offset = k * count;
    let sum = 0;
    for (let p = 0; p < count; p++) {
      const at = start - perDeviation * (deviations[offset + p] as number);
      const i = at | 0;
      const rest = at - i;
      const fastHere = fast[p] as number;
      const slowHere = slow[p] as number;
      const row = 4 * i;
      const fastGone = fastHere * ((smm[row] as number) + rest * (smm[row + 1] as number));
      const slowGone = slowHere * ((smm[row + 2] as number) + rest * (smm[row + 3] as number));
      sum +=
        (discounts[offset + p] as number) *
        (due * (fastHere + slowHere) + left * (fastGone + slowGone));
      fast[p] = fastHere - fastGone;
      slow[p] = slowHere - slowGone;
    }
    paid[k] = sum / count;
  }
  return paid;
}

/** Where the tables' incentives begin, and how many of their places a unit has. */
interface IncentiveRange {
  readonly least: number;
  readonly perUnit: number;
}

const PLACES = 1024;

/** The incentives that paths can meet. */
function incentiveRange(
  wac: number,
  { level, slope }: MortgageRates,
  { lowest, highest }: ShortRatePaths,
  months: number,
): IncentiveRange {
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k < months; k++) {
    low = min(low, level[k] as number);
    high = max(high, level[k] as number);
  }
  // A little more on both sides than there can be, for the last digit.
  const least = wac - (high + slope * highest) - 1e-6;
  return { least, perUnit: PLACES / (wac - (low + slope * lowest) + 1e-6 - least) };
}

/**
 * SMM of both populations by incentive, in rows of four: the fast one's and its rise to the next row, the
 * slow one's and its rise. Months that are alike in seasoning and season share a table.
 */
class MonthTables {
  private readonly made = new Map<string, Float64Array>();
  private readonly refinanced = new Float64Array(PLACES + 1);
  private readonly moved = new Float64Array(PLACES + 1);

  constructor(
    private readonly dials: PrepaymentDials,
    wac: number,
    { least, perUnit }: IncentiveRange,
  ) {
    for (let i = 0; i <= PLACES; i++) {
      const incentive = least + i / perUnit;
      this.refinanced[i] = refinancing(dials, rate(wac), wac - incentive);
      this.moved[i] = turnoverLeft(dials, incentive);
    }
  }

  speedsAt(pace: number, turnover: number): Float64Array {
    const key = `${pace} ${turnover}`;
    let table = this.made.get(key);
    if (table === undefined) {
      table = this.make(pace, turnover);
      this.made.set(key, table);
    }
    return table;
  }

  private make(pace: number, turnover: number): Float64Array {
    const { maxCpr, slowSpeed } = this.dials;
    const table = new Float64Array(4 * (PLACES + 1));
    for (let i = 0; i <= PLACES; i++) {
      const ready = pace * (this.refinanced[i] as number);
      const base = pace * turnover * (this.moved[i] as number);
      const row = 4 * i;
      const fast = smmFromTable(min(maxCpr, ready + base));
      const slow = smmFromTable(min(maxCpr, slowSpeed * ready + base));
      table[row] = fast;
      table[row + 2] = slow;
      if (i === 0) continue;
      table[row - 3] = fast - (table[row - 4] as number);
      table[row - 1] = slow - (table[row - 2] as number);
    }
    return table;
  }
}
