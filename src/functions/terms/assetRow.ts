/* Assets as a row or a column of a sheet. */
import { readFlag, readNumber, readRate, readSpread } from "../../assumptions/humanValues";
import type { Asset } from "../../calc/returns/asset";
import { bp } from "../../calc/units";
import { tenor, yearsFromZero } from "../excel/oneCell";
import type { Argument } from "../excel/grid";
import { record } from "../excel/record";

/** The fields of an asset in order; the last counts only where speeds may move. */
const FIELDS = ["yld", "duration", "convexity", "spreadDuration", "lossBp", "aged", "speedBp"];

/**
 * An asset: yield and duration, then convexity (0), spread duration (the duration), loss in basis
 * points a year (0), aged (TRUE) and basis points of return for speeds 10% faster (0).
 *
 * @param argument - As Excel hands it over: one row or column; blank, or left out at the end, is
 * the default.
 * @param name - The argument's name.
 * @param fields - How many fields the function knows: 6, or 7 where speeds may move.
 * @returns The asset.
 * @throws CalcError `invalid` when there are other numbers of cells or one is wrong; `missing`
 * without yield or duration.
 */
export function assetRow(argument: Argument, name: string, fields: 6 | 7): Asset {
  const cells = record(argument, name, FIELDS.slice(0, fields), 2);
  return {
    yld: cells.needed(0, readRate),
    duration: cells.needed(1, tenor),
    convexity: cells.optional(2, readNumber, 0),
    spreadDuration: cells.optional(3, yearsFromZero, null),
    lossBp: cells.optional(4, readSpread, bp(0)),
    aged: cells.optional(5, readFlag, true),
    speedBp: cells.optional(6, readSpread, bp(0)),
  };
}
