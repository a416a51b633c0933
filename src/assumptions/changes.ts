/* What would change a call: the nearest value of each input at which it is another one. */
import { callClass } from "../calc/signal/callClass";
import { nearestChange } from "../calc/signal/whatWouldChange";
import { keyNamed } from "./assumptions";
import { callWith, heldValue } from "./callInputs";
import type { GapCall, GapQuestion } from "./gapCall";
import { plausible } from "./plausible";

/** An input, and the nearest plausible value of it at which the call is another one. */
export interface InputChange {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

/** Steps and digits of a search through a plausible range. */
const [STEPS, DIGITS] = [100, 2000];

/**
 * The nearest change by each of some inputs, the others fixed.
 *
 * @param question - What is judged.
 * @param call - The call.
 * @param keys - Keys of numbers.
 * @returns Those that have a plausible value with another call, in the order of the keys.
 */
export function changesBy(
  question: GapQuestion,
  call: GapCall,
  keys: readonly string[],
): InputChange[] {
  return keys.flatMap((key) => {
    const now = heldValue(question, call, key);
    const range = plausible(keyNamed(key));
    if (typeof now !== "number" || range === null) return [];
    const [low, high] = [Math.min(range[0], now), Math.max(range[1], now)];
    const callAt = (value: number) => {
      const { signal } = callWith(question, call, key, value);
      return { kind: callClass(signal), text: signal.text };
    };
    const found = nearestChange(now, callAt, {
      low,
      high,
      step: (high - low) / STEPS,
      precision: 10 ** Math.round(Math.log10((high - low) / DIGITS)),
    });
    return found === null ? [] : [{ key, ...found }];
  });
}
