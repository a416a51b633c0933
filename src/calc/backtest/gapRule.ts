import type { History } from "../history/observed";
import { rollingZ } from "../history/rollingZ";
import { hysteresis } from "../signal/hysteresis";

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
 * @returns −1, 0 or 1 a row; NaN until there are enough rows.
 * @throws CalcError `invalid` when a threshold or the window is out of range.
 *
 * @example
 * [...gapPositions(Float64Array.of(50, 60, 40, 90, 50), { window: 3, enter: 1.5, exit: 0.5 })]; // => [NaN, NaN, NaN, 1, 0]
 */
export function gapPositions(gap: History, { window, enter, exit }: GapRule): Float64Array {
  const scores = rollingZ(gap, window);
  // Until there are enough rows nothing is known; a gap that does not move afterwards is no position.
  let [seen, first] = [0, gap.length];
  for (let t = 0; t < gap.length && first === gap.length; t++) {
    if (!Number.isNaN(gap[t]) && ++seen > window) first = t;
  }
  const positions = new Float64Array(hysteresis(scores, enter, exit));
  return positions.fill(NaN, 0, first);
}
