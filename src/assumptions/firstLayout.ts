/*
 * Tables of layout 1 listed every dial with the default of its day. They mean what they meant: the
 * set "2025 judgement", and beside it what somebody changed.
 */
import type { AssumptionValue } from "./keys";
import { PREPAYMENT_SETS, type PrepaymentSet, type PrepaymentSetName } from "./prepaymentSets";

/** The layout whose dials were those of the set. */
export const FIRST_LAYOUT = 1;
export const FIRST_SET: PrepaymentSetName = "2025 judgement";

const FIRST_DEFAULTS: ReadonlyMap<string, PrepaymentSet[keyof PrepaymentSet]> = new Map(
  Object.entries(PREPAYMENT_SETS[FIRST_SET]).map(([name, value]) => [
    name === "hwVol" ? name : `prepay.${name}`,
    value as PrepaymentSet[keyof PrepaymentSet],
  ]),
);

/**
 * Whether a value is what layout 1 wrote where today's table has a blank cell.
 *
 * @param key - A key.
 * @param value - Its value; a number of a text counts as the number.
 * @returns True for a default of the set "2025 judgement".
 *
 * @example
 * [isFirstDefault("prepay.refiMax", 0.5), isFirstDefault("prepay.refiMax", 0.55)]; // => [true, false]
 */
export function isFirstDefault(key: string, value: AssumptionValue): boolean {
  const held = FIRST_DEFAULTS.get(key);
  return typeof held === "number" ? Number(value) === held : held !== undefined && held === value;
}

/**
 * Makes the values of a table of layout 1 those of today's: dials at their defaults of then are left
 * to the set that has them.
 *
 * @param values - Values by key; they are changed.
 *
 * @example
 * const values = new Map([["prepay.refiMax", 0.5], ["prepay.turnover", 0.07]]);
 * (readAsFirstLayout(values), [...values.keys()]); // => ["prepay.turnover", "prepay.set"]
 */
export function readAsFirstLayout(values: Map<string, AssumptionValue>): void {
  for (const [key, value] of values) if (isFirstDefault(key, value)) values.delete(key);
  if (!values.has("prepay.set")) values.set("prepay.set", FIRST_SET);
}
