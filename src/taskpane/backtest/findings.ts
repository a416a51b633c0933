/* What a run found, as rows of name and value: in the pane and on the sheet that it adds. */
import { byProvenance, type Provenance } from "../../assumptions/provenance";
import { ruleProvenance } from "../../assumptions/ruleAssumptions";
import type { RuleStudy, RuleVariant } from "../../calc/backtest/ruleStudy";
import { isMadeUp } from "../../templates/illustrative";
import type { RunFindings } from "../../templates/backtestSheet";
import { writeDate, writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import type { LoadedBacktest } from "./loadBacktest";
import { RULE_FIELDS } from "./ruleForm";

/** A run that has ended: what was asked, and what came of it. */
export interface Run {
  readonly variant: RuleVariant;
  readonly study: RuleStudy;
  readonly trials: number;
  /** Where the variants that were tried are noted. */
  readonly sheet: string;
  /** What it was run on. */
  readonly loaded: LoadedBacktest;
}

/**
 * The days of rows of a run, in a language.
 *
 * @param run - The run.
 * @param row - The row, from 0.
 * @param numbers - The language.
 * @returns For example "31 Jan 2014".
 */
export const dayOf = ({ loaded }: Run, row: number, numbers: NumberStyle): string =>
  writeDate(loaded.dates[row] ?? NaN, numbers);

/**
 * Whose the inputs of a run are: the histories and the numbers of its rule.
 *
 * @param run - The run.
 * @returns The names of those that are the user's, derived, the add-in's judgements and its examples.
 */
export function inputsOf({ variant, loaded }: Run): ReadonlyMap<Provenance, readonly string[]> {
  const words = texts.backtest;
  const whose = ruleProvenance(variant, loaded.suggested);
  const inputs = new Map<string, Provenance>([
    [words.histories, isMadeUp(loaded.about) ? "example" : "yours"],
    ...RULE_FIELDS.map((field) => [words[field], whose[field]] as const),
  ]);
  return byProvenance(inputs.keys(), (name) => inputs.get(name) ?? "judgement");
}

/**
 * What a run found.
 *
 * @param run - The run.
 * @param numbers - The language, for what is text.
 * @returns Rows of name and value; numbers as they are.
 */
export function findingsOf(run: Run, numbers: NumberStyle): RunFindings {
  const { study, trials, loaded } = run;
  const words = texts.backtest;
  return [
    ...[...inputsOf(run)].map(
      ([whose, names]) => [words.inputs[whose], names.join(", ") || words.noInput] as const,
    ),
    [words.asOf, dayOf(run, loaded.dates.length - 1, numbers)],
    [words.trials, trials],
    [words.deflated, study.deflated],
    [words.overfitting, study.overfitting ?? words.noChoice],
    [words.verdict, study.beyondLuck ? words.beyondLuck : words.luck],
    [words.sharpe, study.sharpe],
    [words.low, study.low],
    [words.high, study.high],
    [words.alone, study.alone],
    [words.held, study.held],
    ...study.thirds.map(
      ({ first, last, net, sharpe }) =>
        [
          words.third(dayOf(run, first, numbers), dayOf(run, last, numbers)),
          words.netAndSharpe(writeNumber(net, 0, numbers), writeNumber(sharpe, 2, numbers)),
        ] as const,
    ),
  ];
}
