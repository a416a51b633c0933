import type { SignalSettings } from "./signalSettings";

/** Where a score points, and how far. */
export interface Leaning {
  /** null within the band that says nothing. */
  readonly side: "CORPORATES" | "MBS" | null;
  /** Whether it is far enough to enter a position. */
  readonly enters: boolean;
}

const SIDES = ["CORPORATES", "MBS"] as const;

/**
 * Every text without a hold, before "assumed"; a hold is "HOLD: " and the gate's words. The bases disagree
 * where the switch is more likely to win on nominal carry and to lose on risk-adjusted carry, or the other
 * way round.
 */
export const callTexts: readonly string[] = [
  "NEUTRAL",
  ...SIDES.flatMap((side) =>
    ["ROTATE TO", "LEAN"].flatMap((verb) => [
      `${verb} ${side}`,
      `${verb} ${side} (bases disagree)`,
    ]),
  ),
];

/**
 * Where a score points.
 *
 * @param score - −1 corporates to 1 mortgages.
 * @param settings - The scores that enter and that lean.
 * @returns The side; null within the lean band and at 0.
 *
 * @example
 * leaningOf(-0.3, { enter: 0.5, lean: 0.25 }); // => { side: "CORPORATES", enters: false }
 */
export function leaningOf(
  score: number,
  { enter, lean }: Pick<SignalSettings, "enter" | "lean">,
): Leaning {
  const size = Math.abs(score);
  if (size < lean || score === 0) return { side: null, enters: false };
  return { side: score > 0 ? "MBS" : "CORPORATES", enters: size >= enter };
}

/**
 * The text of a call that no gate holds back.
 *
 * @param leaning - Where the score points.
 * @param isAssumed - Whether an override opened a gate.
 * @param basesDisagree - Whether nominal and risk-adjusted carry say different things of the switch.
 * @returns At most 40 characters: one of {@link callTexts}, with "assumed" in its brackets.
 *
 * @example
 * callTextOf({ side: "MBS", enters: false }, true, true); // => "LEAN MBS (assumed; disagree)"
 */
export function callTextOf(leaning: Leaning, isAssumed: boolean, basesDisagree: boolean): string {
  const { side, enters } = leaning;
  const call = side === null ? "NEUTRAL" : `${enters ? "ROTATE TO" : "LEAN"} ${side}`;
  const disagree = side !== null && basesDisagree;
  if (isAssumed) return `${call} (${disagree ? "assumed; disagree" : "assumed"})`;
  return disagree ? `${call} (bases disagree)` : call;
}
