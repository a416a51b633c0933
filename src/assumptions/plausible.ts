/* What a market level or an estimate may plausibly be on another day, to see whether a call depends on it. */
import { keyNamed } from "./assumptions";
import type { AssumptionKey } from "./keys";

type Range = readonly [low: number, high: number];

/**
 * Ranges of the levels that the add-in has only examples of: a judgement, about the tenth to the
 * ninetieth percentile of 2000 to 2025 for agency mortgages and A corporates; the allowed range of a key
 * is wider, since it only has to catch slips.
 */
const PLAUSIBLE: ReadonlyMap<string, Range> = new Map<string, Range>([
  ["mbsSpread", [40, 200]],
  ["mbsOas", [0, 80]],
  ["mbsDuration", [2, 8]],
  ["mbsConvexity", [-350, 50]],
  ["mbsSpreadVol", [15, 80]],
  ["corpOas", [40, 250]],
  ["corpDuration", [3, 9]],
  ["corpConvexity", [15, 110]],
  ["corpSpreadVol", [15, 80]],
  ["spreadCorrelation", [0, 0.9]],
  ["rateVol", [60, 150]],
]);

/**
 * What the value of a key may plausibly be.
 *
 * @param entry - A key of a number.
 * @returns Least and greatest value in the key's unit; the allowed range where nothing narrower is known.
 *
 * @example
 * plausible(keyNamed("mbsOas")); // => [0, 80]
 */
export const plausible = ({ key, low, high }: AssumptionKey): Range | null =>
  PLAUSIBLE.get(key) ?? (low === undefined || high === undefined ? null : [low, high]);

/** So many values of a plausible range are tried. */
const TRIED = 9;

/**
 * Values of a key other than the one that holds, to see what they change.
 *
 * @param key - The key.
 * @param held - The value that holds; null when there is none.
 * @returns Nine numbers over the plausible range, the other truth value, or the other words; none for a day.
 *
 * @example
 * otherValues("capitalOn", false); // => [true]
 */
export function otherValues(
  key: string,
  held: number | string | boolean | null,
): readonly (number | string | boolean)[] {
  const entry = keyNamed(key);
  if (entry.kind === "flag") return [held !== true];
  if (entry.kind === "choice") return (entry.words ?? []).filter((word) => word !== held);
  const range = entry.kind === "date" ? null : plausible(entry);
  if (range === null) return [];
  const [low, high] = range;
  const step = (high - low) / (TRIED - 1);
  const isWhole = entry.kind === "count" || entry.kind === "accrued";
  const round = isWhole ? Math.round : (value: number) => value;
  return Array.from({ length: TRIED }, (_, i) => round(low + i * step));
}
