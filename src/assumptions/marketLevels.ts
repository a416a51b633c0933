/* The levels of the market that a gap is made of, and which of them hold together. */
import type { MarketLevels } from "../calc/signal/gapReceipt";
import { poolOas } from "../calc/oas/poolOas";
import { bp, type Bp } from "../calc/units";
import type { EnteredAssumptions } from "./assumptions";
import { LEVEL_KEYS, type LevelKey } from "./levelKeys";
import { numberOf, type Entered } from "./numbers";
import { pricedPool } from "./poolAssumptions";

/** Values by key, and whose they are. */
export type Assumptions = Pick<EnteredAssumptions, "values" | "provenance" | "ofSample" | "days">;

/** How far the last gap of a history may be from the examples' and still be theirs, basis points. */
const ROUNDED = 0.1;

/**
 * Whether an example may stand for a level of the market: as long as every level is one, and the history,
 * too. Beside a level of the user's own an example would be of another day and another book. In the sample
 * book, whose histories are made up and say so, the user may try other values one by one.
 *
 * @param assumptions - Values by key, and whose they are.
 * @param lastGap - The last gap of the history in basis points; null when there is no history.
 * @returns Whether it may.
 */
function mayBeExamples({ values, provenance, ofSample }: Assumptions, lastGap: Bp | null): boolean {
  if (LEVEL_KEYS.some((key) => ofSample.has(key))) return true;
  if (LEVEL_KEYS.some((key) => provenance(key) !== "example")) return false;
  const gap = numberOf(values, "mbsSpread") - numberOf(values, "corpOas");
  return lastGap === null || Math.abs(lastGap - gap) <= ROUNDED;
}

/**
 * The levels of the market by the assumptions.
 *
 * @param assumptions - Values by key, and whose they are.
 * @param lastGap - The last gap of the history in basis points; null when there is no history.
 * @returns The levels; null for an example beside levels or a history of the user's own. In place of an
 *   example MBS OAS that of the assumptions' pool at its price stands, where they have one.
 *
 * @example
 * const own = readAssumptions([{ row: 1, key: "corpOas", value: 70 }]);
 * marketLevels(own, null); // => { mbsSpread: null, mbsOas: null, corporateOas: 70 }
 */
export function marketLevels(assumptions: Assumptions, lastGap: Bp | null): MarketLevels {
  const { values, provenance } = assumptions;
  const withExamples = mayBeExamples(assumptions, lastGap);
  const level = (key: LevelKey): Bp | null =>
    withExamples || provenance(key) !== "example" ? bp(numberOf(values, key)) : null;
  return {
    mbsSpread: level("mbsSpread"),
    mbsOas: level("mbsOas") ?? oasOfPool(values),
    corporateOas: level("corpOas"),
  };
}

function oasOfPool(values: Entered): Bp | null {
  const priced = pricedPool(values);
  return priced === null ? null : bp(10_000 * poolOas(priced.model, priced.clean));
}
