/* Assets as a row or a column of a sheet. */
import { readFlag, readNumber, readRate, readSpread } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import type { Asset } from "../../calc/returns/asset";
import { bp } from "../../calc/units";
import { tenor, yearsFromZero, type Reader } from "../excel/oneCell";
import { line, type Argument } from "../excel/grid";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";

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
  const cells = line(argument, name);
  if (cells.length < 2 || cells.length > fields) {
    throw invalid(
      `${name} has ${cells.length} cells; it must have 2 to ${fields}: ${FIELDS.slice(0, fields).join(", ")}`,
    );
  }
  const fieldAt = <T, D>(i: number, reader: Reader<T>, otherwise: D): T | D => {
    const where = `${name}, ${FIELDS[i] as string},`;
    const value = plain(cells[i], where);
    if (value === NOT_AVAILABLE) throw missing(`${where} is #N/A`);
    return isBlank(value) ? otherwise : reader(value, where);
  };
  const needed = <T>(i: number, reader: Reader<T>): T => {
    const value = fieldAt(i, reader, null);
    if (value === null) throw missing(`${name}, ${FIELDS[i] as string}, is blank`);
    return value;
  };
  return {
    yld: needed(0, readRate),
    duration: needed(1, tenor),
    convexity: fieldAt(2, readNumber, 0),
    spreadDuration: fieldAt(3, yearsFromZero, null),
    lossBp: fieldAt(4, readSpread, bp(0)),
    aged: fieldAt(5, readFlag, true),
    speedBp: fieldAt(6, readSpread, bp(0)),
  };
}
