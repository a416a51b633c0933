/* What a call would be over the plausible values of an input that is missing or an example. */
import { callClass } from "../calc/signal/callClass";
import { keyNamed } from "./assumptions";
import { callWith } from "./callInputs";
import type { GapCall, GapQuestion } from "./gapCall";
import { plausible } from "./plausible";

/** A stretch of an input's values with one call. */
export interface CallStretch {
  readonly from: number;
  readonly to: number;
  /** The call; "HOLD" whatever holds it back. */
  readonly call: string;
}

/** So many steps through the plausible range. */
const STEPS = 40;

/**
 * The calls over the plausible values of an input, the others fixed.
 *
 * @param question - What is judged.
 * @param call - The call as it is.
 * @param key - Key of a number with a plausible range.
 * @returns Stretches from the least value to the greatest, each with another call than the one before.
 */
export function callsOver(question: GapQuestion, call: GapCall, key: string): CallStretch[] {
  const range = plausible(keyNamed(key));
  if (range === null) return [];
  const [low, high] = range;
  const stretches: { from: number; to: number; call: string }[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const value = low + (i * (high - low)) / STEPS;
    const [there = ""] = callClass(callWith(question, call, key, value).signal).split(":");
    const last = stretches.at(-1);
    if (last?.call === there) last.to = value;
    else stretches.push({ from: value, to: value, call: there });
  }
  return stretches;
}

/**
 * Stretches in words.
 *
 * @param stretches - The stretches, from the least value to the greatest.
 * @param unit - Their unit.
 * @returns For example "LEAN CORPORATES for 0 to 55 bp, HOLD above"; "HOLD for 0 to 80 bp".
 *
 * @example
 * stretchWords([{ from: 0, to: 55, call: "LEAN MBS" }, { from: 56, to: 80, call: "HOLD" }], "bp"); // => "LEAN MBS for 0 to 55 bp, HOLD above"
 */
export function stretchWords(stretches: readonly CallStretch[], unit: string): string {
  const short = (value: number) => String(Number(value.toPrecision(3)));
  return stretches
    .map(({ from, to, call }, i) => {
      if (i > 0 && i === stretches.length - 1) return `${call} above`;
      return `${call} for ${short(from)} to ${short(to)} ${unit}`;
    })
    .join(", ");
}
