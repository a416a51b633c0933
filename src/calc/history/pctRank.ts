import { missing } from "../errors";
import { observed, type History } from "../series/observed";
import { tieWidth } from "../series/ties";

/** How ties count, and what is divided by what; the definitions differ. */
export const RANK_METHODS = ["mid", "strict", "weak", "inc", "exc"] as const;
export type RankMethod = (typeof RANK_METHODS)[number];

/**
 * Share of a history that lies below a value: its percentile rank, 0 to 1.
 *
 * - `mid` (default): values below plus half the ties, over n;
 * - `strict`: values below over n; `weak`: values at or below over n;
 * - `inc`, `exc`: Excel's PERCENTRANK.INC and .EXC in full precision (Excel cuts to three digits
 *   unless told otherwise), between two values linear, outside them missing.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param value - The value to rank against the whole history; null ranks the last value against
 * the values before it.
 * @param method - How ties count.
 * @returns A fraction from 0 (tighter than all) to 1.
 * @throws CalcError `missing` when there is nothing to rank against, or `inc` or `exc` is asked
 * for a value outside the history.
 * @see Microsoft Support, PERCENTRANK.INC and PERCENTRANK.EXC; src/functions/selfTest/workedNumbers.ts
 *
 * @example
 * pctRank(Float64Array.of(40, 45, 45, 50, 50, 50, 55, 60, 65, 70), 50); // => 0.45
 */
export const pctRank = (
  history: History,
  value: number | null = null,
  method: RankMethod = "mid",
): number => pctRankOfPresent(observed(history), value, method);

/**
 * {@link pctRank} of a history whose missing rows have been dropped already.
 *
 * @param values - Without missing rows, oldest first.
 * @param value - As there.
 * @param method - As there.
 * @returns As there.
 * @throws CalcError as there.
 *
 * @example
 * pctRankOfPresent(Float64Array.of(40, 50, 60, 55)).toFixed(2); // => "0.67"
 */
export function pctRankOfPresent(
  values: Float64Array,
  value: number | null = null,
  method: RankMethod = "mid",
): number {
  const last = values[values.length - 1];
  if (last === undefined) throw missing("history has no values");
  const ranked = value ?? last;
  const among = value === null ? values.subarray(0, -1) : values;
  if (among.length === 0) throw missing("history has 1 value; a rank needs an earlier one");
  return RANKS[method](among, ranked);
}

/** How many values are below a value, and how many equal it. */
function count(values: Float64Array, value: number): { below: number; equal: number } {
  const tie = tieWidth(value);
  const [low, high] = [value - tie, value + tie];
  let below = 0;
  let notAbove = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] as number;
    below += Number(v < low);
    notAbove += Number(v <= high);
  }
  return { below, equal: notAbove - below };
}

/**
 * Rank of a value on Excel's scale, where the k-th smallest of n values (k from 0) stands at
 * `(k + first) / (n − 1 + 2·first)`: first = 0 is .INC, first = 1 is .EXC.
 */
function excelRank(values: Float64Array, value: number, first: 0 | 1): number {
  const { below, equal } = count(values, value);
  const steps = values.length - 1 + 2 * first;
  if (equal > 0) return steps === 0 ? 1 : (below + first) / steps;
  if (below === 0 || below === values.length) {
    throw missing(`${value} is outside the history's values, where Excel's rank is not defined`);
  }
  // The lower neighbour may be tied; Excel goes on from the last of the tied values.
  let [nextLower, nextHigher] = [-Infinity, Infinity];
  for (const v of values) {
    if (v < value) nextLower = Math.max(nextLower, v);
    else nextHigher = Math.min(nextHigher, v);
  }
  return (below - 1 + first + (value - nextLower) / (nextHigher - nextLower)) / steps;
}

const RANKS: Record<RankMethod, (values: Float64Array, value: number) => number> = {
  mid(values, value) {
    const { below, equal } = count(values, value);
    return (below + equal / 2) / values.length;
  },
  strict: (values, value) => count(values, value).below / values.length,
  weak(values, value) {
    const { below, equal } = count(values, value);
    return (below + equal) / values.length;
  },
  inc: (values, value) => excelRank(values, value, 0),
  exc: (values, value) => excelRank(values, value, 1),
};
