/* The documented rule of a backtest with the costs, durations and window of the assumptions. */
import { DOCUMENTED_RULE, type RuleVariant } from "../calc/backtest/ruleStudy";
import { bp, years } from "../calc/units";
import { KeysRead } from "./keysRead";
import type { Assumptions } from "./marketLevels";
import { numberOf, type Entered } from "./numbers";
import { PROVENANCES, type Provenance } from "./provenance";

/** Whose each number of a rule is. */
export type RuleProvenance = Readonly<Record<keyof RuleVariant, Provenance>>;

/** A rule, and whose its numbers are. */
export interface SuggestedRule {
  readonly rule: RuleVariant;
  readonly provenance: RuleProvenance;
}

/** What the assumptions say of a rule; the rest is the documented one. */
const OF_ASSUMPTIONS = {
  window: (entered: Entered, periods: number) =>
    Math.round((numberOf(entered, "windowMonths") * periods) / 12),
  cost: (entered: Entered) => bp(numberOf(entered, "switchCost")),
  mbsDuration: (entered: Entered) => years(numberOf(entered, "mbsDuration")),
  corporateDuration: (entered: Entered) => years(numberOf(entered, "corpDuration")),
};

/** The documented rule is a judgement of this add-in. */
const DOCUMENTED: RuleProvenance = {
  window: "judgement",
  enter: "judgement",
  exit: "judgement",
  lag: "judgement",
  cost: "judgement",
  mbsDuration: "judgement",
  corporateDuration: "judgement",
};

/**
 * The documented rule by the assumptions.
 *
 * @param assumptions - Values by key, and whose they are.
 * @param periods - Rows of the histories a year.
 * @returns The rule; each of its numbers is whose the assumptions are that it was read from.
 *
 * @example
 * suggestedRule(readAssumptions([{ row: 1, key: "mbsDuration", value: 4.5 }]), 12).provenance.mbsDuration; // => "yours"
 */
export function suggestedRule({ values, provenance }: Assumptions, periods: number): SuggestedRule {
  const read = <T>(make: (entered: Entered, periods: number) => T): [T, Provenance] => {
    const keys = new KeysRead(values);
    const value = make(keys, periods);
    return [value, leastOwn([...keys.read].map(provenance))];
  };
  const [window, ofWindow] = read(OF_ASSUMPTIONS.window);
  const [cost, ofCost] = read(OF_ASSUMPTIONS.cost);
  const [mbsDuration, ofMbs] = read(OF_ASSUMPTIONS.mbsDuration);
  const [corporateDuration, ofCorporate] = read(OF_ASSUMPTIONS.corporateDuration);
  return {
    rule: { ...DOCUMENTED_RULE, window, cost, mbsDuration, corporateDuration },
    provenance: {
      ...DOCUMENTED,
      window: ofWindow,
      cost: ofCost,
      mbsDuration: ofMbs,
      corporateDuration: ofCorporate,
    },
  };
}

/** Of several numbers, one example makes the result an example. */
const leastOwn = (those: readonly Provenance[]): Provenance =>
  PROVENANCES.filter((whose) => those.includes(whose)).at(-1) ?? "judgement";

/**
 * Whose the numbers of a rule are that was typed over a suggestion.
 *
 * @param rule - The rule.
 * @param suggested - The suggestion.
 * @returns What was suggested is as it was; the rest is the user's.
 *
 * @example
 * const suggested = suggestedRule(readAssumptions([]), 12);
 * ruleProvenance({ ...suggested.rule, lag: 2 }, suggested).lag; // => "yours"
 */
export function ruleProvenance(rule: RuleVariant, suggested: SuggestedRule): RuleProvenance {
  const whose = { ...suggested.provenance };
  for (const field of Object.keys(whose) as (keyof RuleVariant)[]) {
    if (rule[field] !== suggested.rule[field]) whose[field] = "yours";
  }
  return whose;
}
