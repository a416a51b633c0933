/* Arguments of many cells that are no histories: blocks of numbers, and names. */
import { readNumber, shown } from "../../assumptions/humanValues";
import { missing } from "../../calc/errors";
import { grid, line, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./cellContent";

// Once, not for each of thousands of cells.
const { isFinite: isFiniteNumber } = Number;

/**
 * A block of numbers without a blank.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The numbers by rows.
 * @throws CalcError `missing` for the first cell without a value, `invalid` for a text.
 */
export function matrix(argument: Argument, name: string): Float64Array[] {
  const cells = grid(argument, name);
  if (cells === null) throw missing(`${name} is missing; give a range of numbers`);
  return cells.map((row, i) => {
    const values = new Float64Array(row.length);
    for (let j = 0; j < row.length; j++) {
      const cell = row[j];
      if (typeof cell === "number" && isFiniteNumber(cell)) {
        values[j] = cell;
        continue;
      }
      const where = `${name}, row ${i + 1}, column ${j + 1},`;
      const value = plain(cell, where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      values[j] = readNumber(value, where);
    }
    return values;
  });
}

/**
 * Names: one row or one column of texts.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The names; a number or a truth value as Excel writes it.
 * @throws CalcError `missing` for a blank one.
 */
export function labels(argument: Argument, name: string): string[] {
  return line(argument, name).map((cell, i) => {
    const where = `${name}, row ${i + 1},`;
    const value = plain(cell, where);
    if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
    return typeof value === "string" ? value : shown(value);
  });
}
