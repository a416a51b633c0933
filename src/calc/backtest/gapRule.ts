import type { History } from "../history/observed";
import { zScoreOfPresent } from "../history/zScore";
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
  const seen = new Float64Array(gap.length);
  let count = 0;
  let first = gap.length;
  const scores = gap.map((value, t) => {
    if (Number.isNaN(value)) return NaN;
    seen[count++] = value;
    if (count <= window) return NaN;
    first = Math.min(first, t);
    const part = seen.subarray(count - 1 - window, count);
    // Rows that are all alike say nothing of how far the last one is.
    const level = part[0] as number;
    return part.subarray(0, window).every((it) => it === level)
      ? 0
      : zScoreOfPresent(part, { window });
  });
  const positions = Float64Array.from(hysteresis(scores, enter, exit));
  return positions.fill(NaN, 0, first);
}
