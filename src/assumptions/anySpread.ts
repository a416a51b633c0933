import { tidy } from "../calc/numeric/tidy";
import { bp, type Bp } from "../calc/units";
import { readRate, readSpread } from "./humanValues";

/**
 * A spread, a move or a cost as it is typed into a field.
 *
 * A cell of a sheet takes basis points alone: there a number in percent looks like one in basis points.
 * In a field the percent sign has been typed, and says what is meant.
 *
 * @param typed - "125", "125bp" or "1.25%".
 * @param where - What the field is called.
 * @returns Basis points.
 * @throws CalcError `invalid` when it is none of these forms, or above 100%.
 *
 * @example
 * readAnySpread("1.25%", "mbsSpread"); // => 125
 */
export const readAnySpread = (typed: string, where: string): Bp =>
  typed.trim().endsWith("%") ? bp(tidy(readRate(typed, where) * 10_000)) : readSpread(typed, where);
