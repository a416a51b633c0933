import { invalid } from "../errors";
import { atRows, type History } from "../series/observed";
import type { RankMethod } from "./pctRank";
import { tieWidth } from "../series/ties";

/** The ways of `pctRank` to count ties that need no neighbour. */
export const COUNTING_METHODS = ["mid", "strict", "weak"] as const satisfies readonly RankMethod[];
export type CountingMethod = (typeof COUNTING_METHODS)[number];

/** What of the ties is added to what lies below. */
const SHARE_OF_TIES: Record<CountingMethod, number> = { mid: 0.5, strict: 0, weak: 1 };

/**
 * The percentile rank of every row among the `window` values before it: `pctRank` row by row, in one
 * pass. Values in the window are counted in a Fenwick tree over the places of the sorted history.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped, not filled.
 * @param window - Values before each row, 1 or more.
 * @param method - How ties count.
 * @returns A fraction a row, 0 tighter than all; NaN where the row is missing or fewer values are
 *   before it.
 * @throws CalcError `invalid` when the window is no such number.
 * @see P. Fenwick, "A new data structure for cumulative frequency tables", Software: Practice and Experience 24, 1994
 *
 * @example
 * [...rollingRank(Float64Array.of(50, 60, 40, 55, 55), 2)]; // => [NaN, NaN, 0, 0.5, 0.75]
 */
export function rollingRank(
  history: History,
  window: number,
  method: CountingMethod = "mid",
): Float64Array {
  if (!(Number.isInteger(window) && window >= 1)) {
    throw invalid(`window is ${window}; it must be a whole number of rows, 1 or more`);
  }
  return atRows(history, (values) => ranksOf(values, window, SHARE_OF_TIES[method]));
}

function ranksOf(values: Float64Array, window: number, shareOfTies: number): Float64Array {
  const n = values.length;
  const { place, below, notAbove } = placesOf(values);
  const tree = new Int32Array(n + 1);
  const ranks = new Float64Array(n).fill(NaN);
  for (let t = 0; t < n; t++) {
    if (t >= window) {
      let under = 0;
      for (let i = below[t] as number; i > 0; i &= i - 1) under += tree[i] as number;
      let upTo = 0;
      for (let i = notAbove[t] as number; i > 0; i &= i - 1) upTo += tree[i] as number;
      ranks[t] = (under + shareOfTies * (upTo - under)) / window;
      for (let i = place[t - window] as number; i <= n; i += i & -i) {
        tree[i] = (tree[i] as number) - 1;
      }
    }
    for (let i = place[t] as number; i <= n; i += i & -i) tree[i] = (tree[i] as number) + 1;
  }
  return ranks;
}

/** Of each value its place among the sorted ones, from 1, and how many are below and not above it. */
function placesOf(values: Float64Array) {
  const n = values.length;
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const place = new Int32Array(n);
  const below = new Int32Array(n);
  const notAbove = new Int32Array(n);
  let [low, high] = [0, 0];
  for (let i = 0; i < n; i++) {
    const t = order[i] as number;
    const value = values[t] as number;
    const tie = tieWidth(value);
    while (low < n && (values[order[low] as number] as number) < value - tie) low++;
    while (high < n && (values[order[high] as number] as number) <= value + tie) high++;
    place[t] = i + 1;
    below[t] = low;
    notAbove[t] = high;
  }
  return { place, below, notAbove };
}
