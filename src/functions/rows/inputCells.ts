/* What a result depends on, as rows: by whose numbers it is. */
import { earlierName, type EarlierLevel } from "../../assumptions/levelDays";
import { PROVENANCES, type Provenance } from "../../assumptions/provenance";
import { shortName } from "../../assumptions/shortName";

const WORDS: Readonly<Record<Provenance, readonly [kind: string, words: string]>> = {
  yours: ["your inputs", "entered by you"],
  derived: ["derived inputs", "derived from your data"],
  judgement: ["judgements", "judgements of this add-in; enter your own where you know better"],
  example: ["example inputs", "examples of this add-in; enter your own"],
};

/**
 * The inputs that a result depends on: another plausible value of each would change it.
 *
 * @param inputs - Keys by whose numbers they are.
 * @returns A row for each kind: its name, the inputs' names or "none", and what they are.
 */
export const inputCells = (
  inputs: ReadonlyMap<Provenance, readonly string[]>,
): [kind: string, names: string, words: string][] =>
  PROVENANCES.map((whose) => {
    const [kind, words] = WORDS[whose];
    const names = (inputs.get(whose) ?? []).map(shortName).join(", ");
    return [kind, names === "" ? "none" : names, words];
  });

/**
 * The levels of the market that are of an earlier day than the gap that stands beside them.
 *
 * @param earlier - The levels.
 * @returns A row like those of {@link inputCells}.
 */
export const earlierCells = (
  earlier: readonly EarlierLevel[],
): [kind: string, names: string, words: string] => [
  "levels of earlier days",
  earlier.length === 0 ? "none" : earlier.map(earlierName).join(", "),
  "entered before the day of the gap, by the column As of; enter that day's",
];
