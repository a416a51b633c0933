import { tidy } from "../calc/numeric/tidy";
import type { AssumptionKey, AssumptionValue } from "./keys";

interface Doubt {
  /** What is below this in size is rare. */
  readonly least: number;
  readonly slip: string;
}

const PERCENT: Doubt = { least: 3, slip: "like percent; it must be basis points" };

/** Screens show a convexity of −160 as −1.6, and a spread of 62 basis points as 0.62. */
const DOUBTS: ReadonlyMap<string, Doubt> = new Map([
  ["mbsConvexity", { least: 5, slip: "divided by 100; it must be raw years²" }],
  ["mbsSpread", PERCENT],
  ["corpOas", PERCENT],
]);

/**
 * Why a value that is allowed is probably in another unit.
 *
 * It is a question and no refusal: a mortgage between discount and premium can have little
 * convexity. A convexity of 0 is none, in either unit.
 *
 * @param entry - The key.
 * @param value - Its value in library units, or null.
 * @returns One sentence; null when there is nothing to ask.
 *
 * @example
 * doubtAbout(keyNamed("mbsConvexity"), -1.6); // => "mbsConvexity is -1.6 and looks divided by 100; it must be raw years², perhaps -160"
 */
export function doubtAbout(entry: AssumptionKey, value: AssumptionValue | null): string | null {
  const doubt = DOUBTS.get(entry.key);
  if (doubt === undefined || typeof value !== "number") return null;
  if (value === 0 || Math.abs(value) >= doubt.least) return null;
  return `${entry.key} is ${value} and looks ${doubt.slip}, perhaps ${tidy(value * 100)}`;
}
