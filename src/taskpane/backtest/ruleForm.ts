/* The fields of a rule: what they are called, how they are read and checked. */
import { readAnySpread } from "../../assumptions/anySpread";
import { readCount, readNumber } from "../../assumptions/humanValues";
import type { RuleVariant } from "../../calc/backtest/ruleStudy";
import { invalid } from "../../calc/errors";
import { bp, years } from "../../calc/units";
import { localised, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import { numberEntry, type Entry } from "../TypedField";

/** The fields, in the order of the form. */
export const RULE_FIELDS = [
  ...(["window", "enter", "exit", "lag", "cost", "mbsDuration", "corporateDuration"] as const),
];
export type RuleField = (typeof RULE_FIELDS)[number];

/** What was typed into the fields. */
export type TypedRule = Readonly<Record<RuleField, string>>;

/**
 * A rule as its fields show it.
 *
 * @param rule - The rule.
 * @param numbers - The language.
 * @returns A text a field.
 */
export const typedRule = (rule: RuleVariant, numbers: NumberStyle): TypedRule =>
  Object.fromEntries(
    RULE_FIELDS.map((field) => [field, localised(String(rule[field]), numbers)]),
  ) as TypedRule;

const words = texts.backtest;
const notBelow0 = (text: string, where: string): number => {
  const value = readNumber(text, where);
  if (value < 0) throw invalid(`${where} is ${value}; it must be 0 or more`);
  return value;
};
const duration = (text: string, where: string): number => {
  const value = readNumber(text, where);
  if (!(value > 0 && value <= 30)) {
    throw invalid(`${where} is ${value}; it must be a number of years above 0 and up to 30`);
  }
  return value;
};
const READERS: Readonly<Record<RuleField, (text: string, where: string) => number>> = {
  window: (text, where) => readCount(text, where, 2),
  enter: notBelow0,
  exit: notBelow0,
  lag: (text, where) => readCount(text, where, 1),
  cost: (text, where) => {
    const value = readAnySpread(text, where);
    if (value < 0) throw invalid(`${where} is ${value}; it must be 0 basis points or more`);
    return value;
  },
  mbsDuration: duration,
  corporateDuration: duration,
};

/**
 * What the typed fields come to.
 *
 * @param typed - The fields.
 * @param numbers - The language.
 * @returns Each field's entry, and the rule when all of them are in order.
 */
export function readRule(
  typed: TypedRule,
  numbers: NumberStyle,
): { readonly entries: Readonly<Record<RuleField, Entry>>; readonly rule: RuleVariant | null } {
  const entries = Object.fromEntries(
    RULE_FIELDS.map((field) => [
      field,
      numberEntry(typed[field], numbers, (text) => READERS[field](text, words[field])),
    ]),
  ) as Record<RuleField, Entry>;
  const { enter, exit } = entries;
  if (enter.kind === "value" && exit.kind === "value" && exit.value > enter.value) {
    entries.exit = {
      kind: "slip",
      problem: `${words.exit} is ${exit.value} and ${words.enter} ${enter.value}; it must be at most ${enter.value}`,
    };
  }
  const value = (field: RuleField) => {
    const entry = entries[field];
    return entry.kind === "value" ? entry.value : null;
  };
  const values = RULE_FIELDS.map(value);
  if (values.some((it) => it === null)) return { entries, rule: null };
  const [window, from, to, lag, cost, mbs, corporate] = values as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    entries,
    rule: {
      ...{ window, enter: from, exit: to, lag, cost: bp(cost) },
      mbsDuration: years(mbs),
      corporateDuration: years(corporate),
    },
  };
}
