import type { AlignMethod } from "../calc/series/align";
import type { SeriesReading } from "./gathering";
import type { Pair, PairPlan } from "./pair";

/** How a method is told. */
export const METHOD_WORDS: Record<AlignMethod, string> = {
  previous: "every day of either, with the last value known on it",
  exact: "the days on which both have a value",
  "month end": "one row a month, with the month's last value",
  "month mean": "one row a month, with the mean of the month's values",
};

/**
 * The line of the data sheet that says what its numbers are, where they come from and what was done
 * to them.
 *
 * @param mbs - The source of the MBS spreads.
 * @param corporate - The source of the corporate spreads.
 * @param plan - How they were aligned.
 * @param pair - What came of it.
 * @returns A text that never begins like a formula.
 */
export function aboutLine(
  mbs: SeriesReading,
  corporate: SeriesReading,
  plan: PairPlan,
  pair: Pair,
): string {
  const sides = [
    ["MBS spreads", mbs],
    ["Corporate spreads", corporate],
  ] as const;
  const sources = sides.map(
    ([side, { name, source, repairs }]) =>
      `${side}: ${[`${name} from ${source}`, ...repairs].join("; ")}.`,
  );
  const stale = plan.method === "previous" ? `, at most ${plan.maxStaleDays} days old` : "";
  const left = pair.leftOut > 0 ? ` Rows left out that lack a side: ${pair.leftOut}.` : "";
  return `${sources.join(" ")} Aligned: ${METHOD_WORDS[plan.method]}${stale}.${left}`;
}
