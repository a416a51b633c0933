import type { History } from "../series/observed";
import { rollingZ } from "../history/rollingZ";
import { hysteresis } from "../signal/hysteresis";

const { isNaN } = Number;

/** The documented rule: the z-score of the gap against the rows before it, with two thresholds. */
export interface GapRule {
  /** Rows before the last that it is compared with. */
  readonly window: number;
  /** A position is entered where z is at least this in size, and left within `exit`. */
  readonly enter: number;
  readonly exit: number;
}

/**
 * Positions of the rule: 1 for mortgages where the gap is wide, −1 for corporates where it is tight. A
 * row knows nothing of later ones; missing rows keep the position and are no part of the window.
 *
 * @param gap - MBS − corporate, basis points, oldest first, NaN where missing.
 * @param rule - Window and thresholds.
 * @returns −1, 0 or 1 a row; NaN until there are enough rows that vary.
 * @throws CalcError `invalid` when a threshold or the window is out of range.
 *
 * @example
 * [...gapPositions(Float64Array.of(50, 60, 40, 90, 50), { window: 3, enter: 1.5, exit: 0.5 })]; // => [NaN, NaN, NaN, 1, 0]
 */
export const gapPositions = (gap: History, { window, enter, exit }: GapRule): Float64Array =>
  positionsOf(rollingZ(gap, window), enter, exit);

/**
 * Positions of scores, by `hysteresis`. A missing score keeps the position; before the first one there
 * is none to keep, and the rows do not count.
 *
 * @param scores - Oldest first, NaN where missing.
 * @param enter - Enter at this absolute value or beyond.
 * @param exit - Leave within this absolute value; at most `enter`.
 * @returns −1, 0 or 1 a row; NaN before the first score.
 * @throws CalcError `invalid` as `hysteresis` does.
 *
 * @example
 * [...positionsOf(Float64Array.of(NaN, 0.2, 1.6, NaN, 0.4), 1.5, 0.5)]; // => [NaN, 0, 1, 1, 0]
 */
export function positionsOf(scores: Float64Array, enter: number, exit: number): Float64Array {
  const positions = new Float64Array(hysteresis(scores, enter, exit));
  let first = 0;
  while (isNaN(scores[first])) first++;
  return positions.fill(NaN, 0, first);
}
