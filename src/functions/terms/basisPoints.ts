import { readSpread, shown } from "../../assumptions/humanValues";
import { invalid } from "../../calc/errors";
import type { Bp } from "../../calc/units";
import type { Reader } from "../excel/oneCell";

/** Less than this, and not 0, is a decimal. */
const LEAST = 0.1;

/**
 * Reader of basis points where a slip of the unit would give a number that looks right.
 *
 * @param least - The smallest that is allowed.
 * @param most - The largest.
 * @returns The reader; it refuses what is outside, and what is surely a decimal.
 */
export const basisPoints =
  (least: number, most: number): Reader<Bp> =>
  (written, where) => {
    const value = readSpread(written, where);
    const isDecimal = value !== 0 && Math.abs(value) < LEAST;
    if (!isDecimal && value >= least && value <= most) return value;
    const meant = isDecimal ? `, did you mean ${Number((10_000 * value).toPrecision(6))}?` : "";
    throw invalid(
      `${where} is ${shown(written)}; it must be ${least} to ${most} basis points${meant}`,
    );
  };
