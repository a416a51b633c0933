import { CalcError } from "../../calc/errors";
import { type History, observed } from "../../calc/series/observed";
import { pctRank } from "../../calc/history/pctRank";
import { zScore } from "../../calc/history/zScore";

/** The look-backs: how many months before the last one it is compared with; null is all of them. */
export const WINDOWS = [
  { name: "1y", months: 12 },
  { name: "5y", months: 60 },
  { name: "all", months: null },
] as const;
export type WindowName = (typeof WINDOWS)[number]["name"];

/** How the last gap compares with the gaps before it. */
export interface GapInWindow {
  readonly window: WindowName;
  /** Standard deviations from the mean of the earlier gaps; null when there is no answer. */
  readonly z: number | null;
  /** Percentile rank among the earlier gaps (mid), 0 to 1; null when there is no answer. */
  readonly percentile: number | null;
  /** Why there is no answer; null when both are there. */
  readonly because: string | null;
}

/**
 * The last gap against the gaps before it, over each look-back.
 *
 * @param gaps - Basis points, one a month, oldest first, NaN where missing: such a month is dropped,
 * so that a window counts the months that have a gap.
 * @returns z-score and percentile a window, the last gap in neither comparison; a window longer than
 * the history has no answer, and is not shortened.
 */
export function gapInWindows(gaps: History): GapInWindow[] {
  const values = observed(gaps);
  const earlier = values.length - 1;
  return WINDOWS.map(({ name, months }) => {
    const z = attempt(() => zScore(values, { window: months }));
    // The rank has no window of its own: it is refused in the words of the z-score.
    const tooShort = months !== null && months > earlier;
    const percentile = tooShort
      ? z
      : attempt(() => pctRank(values.slice(-(months ?? earlier) - 1)));
    return {
      window: name,
      z: typeof z === "number" ? z : null,
      percentile: typeof percentile === "number" ? percentile : null,
      because: [z, percentile].find((one) => typeof one === "string") ?? null,
    };
  });
}

function attempt(calculate: () => number): number | string {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalcError && error.reason === "missing") return error.message;
    throw error;
  }
}
