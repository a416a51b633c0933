/* Which assumptions a call depends on: found by what it read, and by trying other values. */
import { CalcError } from "../calc/errors";
import { callClass } from "../calc/signal/callClass";
import { gapReceipt, type MarketLevels } from "../calc/signal/gapReceipt";
import { bp } from "../calc/units";
import { keyNamed } from "./assumptions";
import { examplesBehind } from "./derivedDurations";
import { callOn, estimatesOf, judgeGap, lastDay, type GapCall, type GapQuestion } from "./gapCall";
import { KeysRead } from "./keysRead";
import type { AssumptionValue } from "./keys";
import { earlierLevels, type EarlierLevel } from "./levelDays";
import { isLevel, LEVEL_KEYS, LEVEL_OF, type LevelKey } from "./levelKeys";
import type { Assumptions } from "./marketLevels";
import type { Entered } from "./numbers";
import { gapInputs } from "./signalAssumptions";
import { otherValues } from "./plausible";
import { byProvenance, type Provenance } from "./provenance";

/** A call, and the keys whose plausible values would change it. */
export interface GroundedCall {
  readonly call: GapCall;
  /** By whose numbers they are. */
  readonly inputs: ReadonlyMap<Provenance, readonly string[]>;
  /** Levels of the market that have not been entered: the call does without them. */
  readonly missing: readonly LevelKey[];
  /** Levels that move the call and are of a day before the gap's. */
  readonly earlier: readonly EarlierLevel[];
}

/** What the statistics of a history read. */
const STATISTICS = ["periodsPerYear", "windowMonths", "zMethod"];

/**
 * Judges a gap, and finds what the call depends on: each assumption that was read takes other plausible
 * values, the rest unchanged, and counts when one of them makes another call. Digits within a call's
 * words are no other call.
 *
 * @param question - What is judged.
 * @returns The call and its inputs.
 */
export function groundedCall(question: GapQuestion): GroundedCall {
  const entered = new KeysRead(question.assumptions.values);
  const call = judgeGap({
    ...question,
    assumptions: { ...question.assumptions, values: entered },
  });
  const here = callClass(call.signal);
  const known = LEVEL_KEYS.filter((key) => call.levels[LEVEL_OF[key]] !== null);
  const read = new Set([...entered.read, ...known]);
  const moves = (key: string): boolean => {
    const held = heldValue(question, call, key);
    // What has no value is estimated from the history.
    if (held === null) return false;
    return otherValues(key, held).some((value) => classWith(question, call, key, value) !== here);
  };
  const moving = [...read].filter(moves);
  const inputs = byProvenance(moving, (key) => heldProvenance(question, call, key));
  // What a derived input rests on moves the call through it.
  const behind = examplesBehind(question.assumptions, inputs.get("derived") ?? []);
  const examples = inputs.get("example") ?? [];
  examples.push(...behind.filter((key) => !examples.includes(key)));
  const missing = LEVEL_KEYS.filter((key) => call.levels[LEVEL_OF[key]] === null);
  const gapDay = lastDay(question.history) ?? call.asOf;
  return {
    call,
    inputs,
    missing: question.adjustedGap === "by the assumptions" ? missing : [],
    earlier: earlierLevels(question.assumptions, call.levels, gapDay).filter(({ key }) =>
      moving.includes(key),
    ),
  };
}

/** The class of the call with another value of one key; null where the history then cannot be judged. */
function classWith(
  question: GapQuestion,
  call: GapCall,
  key: string,
  value: AssumptionValue,
): string | null {
  try {
    return callClass(callWith(question, call, key, value).signal);
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}

/**
 * The assumptions that the three gaps depend on: another value of each would make one of them another
 * number.
 *
 * @param assumptions - Values by key, and whose they are.
 * @param levels - The levels of the market.
 * @returns Keys by whose numbers they are.
 */
export function gapInputsBy(
  { values, provenance }: Assumptions,
  levels: MarketLevels,
): ReadonlyMap<Provenance, readonly string[]> {
  const entered = new KeysRead(values);
  const gapsOf = (those: Entered, at: MarketLevels): string => {
    const { nominal, optionAdjusted, riskAdjusted } = gapReceipt(gapInputs(those, at));
    return [nominal, optionAdjusted, riskAdjusted].join();
  };
  const here = gapsOf(entered, levels);
  const moves = (key: string): boolean => {
    const held = values.get(key) ?? keyNamed(key).default;
    return otherValues(key, held).some(
      (value) => gapsOf(new Map(values).set(key, value), levels) !== here,
    );
  };
  const known = LEVEL_KEYS.filter((key) => levels[LEVEL_OF[key]] !== null);
  const isOfPool = new Set<string>(
    known.filter((key) => levels[LEVEL_OF[key]] !== (values.get(key) ?? keyNamed(key).default)),
  );
  const moving = [...known, ...[...entered.read].filter(moves)];
  return byProvenance(moving, (key) => (isOfPool.has(key) ? "derived" : provenance(key)));
}

/**
 * The call with another value of one key.
 *
 * @param question - What is judged.
 * @param call - The call as it is.
 * @param key - The key.
 * @param value - Its value.
 * @returns The other call.
 */
export function callWith(
  question: GapQuestion,
  call: GapCall,
  key: string,
  value: AssumptionValue,
): GapCall {
  const { estimates: held, staleness, asOf, levels } = call;
  const entered = new Map(question.assumptions.values).set(key, value);
  const isPeriods = key === "periodsPerYear" && question.history.dates === null;
  const periods = isPeriods ? Number(value) : held.periods;
  const estimates = STATISTICS.includes(key)
    ? estimatesOf(question.history, entered, periods, held)
    : held;
  return callOn(question, {
    estimates,
    staleness,
    asOf,
    entered,
    levels: isLevel(key) ? { ...levels, [LEVEL_OF[key]]: bp(Number(value)) } : levels,
  });
}

/**
 * The value of a key in a call: a level of the market may come from the assumptions' pool.
 *
 * @param question - What is judged.
 * @param call - The call.
 * @param key - The key.
 * @returns The value; null where there is none.
 */
export function heldValue(
  { assumptions: { values } }: GapQuestion,
  call: GapCall,
  key: string,
): AssumptionValue | null {
  return isLevel(key) ? call.levels[LEVEL_OF[key]] : (values.get(key) ?? keyNamed(key).default);
}

function heldProvenance(question: GapQuestion, call: GapCall, key: string): Provenance {
  const { values, provenance } = question.assumptions;
  const isEntered = heldValue(question, call, key) === (values.get(key) ?? keyNamed(key).default);
  return isEntered ? provenance(key) : "derived";
}
