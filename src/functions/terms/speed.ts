/* The argument of a prepayment speed: one CPR, a text, or a month's CPR in each row. */
import { readNumber, type Written } from "../../assumptions/humanValues";
import { missing } from "../../calc/errors";
import { speedFraction, speedFromText, type Speed } from "../../calc/prepayment/speed";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { line, type Argument } from "../excel/grid";
import type { Reader } from "../excel/oneCell";

/** Reader of one speed: a CPR as a decimal, or a text such as "150 PSA". */
export const oneSpeed: Reader<Speed> = (written, where) =>
  typeof written === "string" && !Number.isFinite(Number(written))
    ? speedFromText(written, where)
    : { kind: "cpr", cpr: speedFraction(readNumber(written, where), where) };

/**
 * A prepayment speed: a CPR as a decimal, a text such as "150 PSA", or a column of monthly CPRs.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The speed.
 */
export function speed(argument: Argument, name: string): Speed {
  const cells = line(argument, name);
  const read = (cell: unknown, where: string): Written => {
    const value = plain(cell, where);
    if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
    return value;
  };
  if (cells.length === 1) return oneSpeed(read(cells[0], name), name);
  const cprs = Float64Array.from(cells, (cell, i) => {
    const where = `${name}, row ${i + 1}`;
    return speedFraction(readNumber(read(cell, where), where), where);
  });
  return { kind: "vector", cprs };
}
