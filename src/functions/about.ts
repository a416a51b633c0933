import { assumption, keyNamed } from "../assumptions/assumptions";
import { mayBeDerived, withDerivedDurations } from "../assumptions/derivedDurations";
import { BUILD, CALC_HASH, VERSION } from "./build";
import { engineName } from "./excel/engineName";
import { choice, optional, required, text } from "./excel/oneCell";
import { assumptionsOf } from "./terms/assumptionsTable";
import { card, forExcel, type Measure } from "./excel/results";
import { runSelfTest } from "./selfTest/runSelfTest";

/** What can be asked of an assumption. */
const OUTPUTS = ["value", "provenance", "label"] as const;

/**
 * The value of one assumption, in library units, after unit and range checks; its documented default when the table does not have it.
 * @customfunction ASSUMPTION
 * @param {any[][]} assumptions The assumptions table: keys in the first column, values in the second; RV_Assumptions is the one that the pane writes. Keys that start with # or x. are your own notes.
 * @param {any} key The assumption's key, for example "corpOas".
 * @param {any} [output] "value" (default), or "provenance": whose number it is, one of "yours", "derived" (from your data), "judgement" (of this add-in) and "example"; or "label": what it is, in words.
 * @returns {any} The value: a decimal, basis points, years or a date as the key's unit says, a text or TRUE/FALSE; #N/A when there is neither a value nor a default.
 */
export function assumptionCell(assumptions: any[][], key: any, output?: any): any {
  return forExcel(() => {
    const entry = keyNamed(required(key, "key", text));
    const asked = optional(output, "output", choice(OUTPUTS), "value");
    if (asked === "label") return entry.label;
    const table = assumptionsOf(assumptions, "assumptions");
    const { values, provenance } = mayBeDerived(entry.key) ? withDerivedDurations(table) : table;
    return asked === "provenance" ? provenance(entry.key) : assumption(values, entry);
  });
}

/**
 * Runs the add-in's own worked numbers now, in this Excel, and says how far each family is from them.
 * @customfunction SELFTEST
 * @param {any} [field] "ALL" (default) for the card, or one measure of it: verdict, version, rows, failed, worstError (as a share of half the last printed digit: 1 or less passes), and rows and worst error of each family.
 * @returns {any[][]} A card of measure and value, or the one value.
 */
export function selfTestCard(field?: any): any[][] {
  return forExcel(() => card(runSelfTest(VERSION), field));
}

/**
 * What this add-in is: name, version, build, a hash of the calculation module's sources, the JavaScript engine that it runs on, and the conventions of signs and units.
 * @customfunction ABOUT
 * @returns {any[][]} A card of name and value.
 */
export function aboutCard(): any[][] {
  return forExcel(() => card(ABOUT));
}

const ABOUT: readonly Measure[] = [
  ["name", "Rotation: MBS–corporate relative value"],
  ["version", VERSION],
  ["build", BUILD],
  ["calculation", CALC_HASH],
  ["engine", engineName()],
  [
    "units",
    "rates, yields, returns: decimals; spreads, costs: bp; prices: per 100; durations: years",
  ],
  [
    "signs",
    "gap = MBS − corporate; score and z above 0 = mortgages cheap, below 0 = mortgages rich",
  ],
  ["series", "one row or column, oldest first; missing is #N/A, never 0"],
  ["notice", "not investment advice"],
];
