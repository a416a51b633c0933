import type { History } from "../series/observed";
import { autoregressiveSums, type AutoregressiveSums } from "../timeseries/restrictedLikelihood";
import { reversionPosterior, type ReversionState } from "../timeseries/reversionPosterior";
import { reversionOf, type ReversionTest } from "../timeseries/reversionTest";
import { bp, type Bp } from "../units";

/** How the gap comes back, and how sure that is. */
export interface GapReversion {
  readonly sums: AutoregressiveSums;
  readonly test: ReversionTest;
  /** Half-lives that may be true, and none. */
  readonly states: readonly ReversionState[];
  /** Probability of none. */
  readonly none: number;
  /** Level that the gap comes back to if it does, and its standard error; basis points. */
  readonly level: Bp;
  readonly levelError: Bp;
}

/**
 * What a history of the gap says of its reversion.
 *
 * @param history - Basis points, oldest first, NaN where missing; missing rows are dropped.
 * @param periods - Rows a year.
 * @returns Test, states and level.
 * @throws CalcError `missing` when there are fewer than six values, or they follow from each other without
 *   noise.
 *
 * @example
 * reversionIn(Float64Array.of(58, 61, 66, 72, 75, 71, 67, 70), 12).none > 0.2; // => true
 */
export function reversionIn(history: History, periods: number): GapReversion {
  const sums = autoregressiveSums(history);
  const states = reversionPosterior(sums, periods);
  let [total, level, squares] = [0, 0, 0];
  for (const { phi, weight } of states) if (phi < 1) total += weight;
  for (const state of states) {
    if (state.phi === 1) continue;
    const weight = state.weight / total;
    const error = (state.levelVariance * state.degrees) / (state.degrees - 2);
    level += weight * state.level;
    squares += weight * (error + (state.level - sums.mean) ** 2);
  }
  return {
    sums,
    test: reversionOf(sums),
    states,
    none: 1 - total,
    level: bp(level),
    levelError: bp(Math.sqrt(squares - (level - sums.mean) ** 2)),
  };
}
