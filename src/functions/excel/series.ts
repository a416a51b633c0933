/* A series of one row or column, as Excel hands it over. */
import { shown } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import type { History } from "../../calc/series/observed";
import { grid, line, width, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./cellContent";

// Once, not for each of thousands of cells.
const { isFinite: isFiniteNumber } = Number;

/**
 * A series: one row or one column, oldest first.
 *
 * Blank, "", #N/A and the terminals' texts for no data are missing; other texts are refused and
 * other error values passed on.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param zeroIsMissing - For prices, levels and dates, which are never 0; spreads, gaps and
 * returns can be.
 * @returns The values, NaN where missing.
 */
export function series(argument: Argument, name: string, zeroIsMissing = false): History {
  const cells = line(argument, name);
  const values = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (typeof cell === "number" && isFiniteNumber(cell)) {
      values[i] = zeroIsMissing && cell === 0 ? NaN : cell;
      continue;
    }
    const where = `${name}, row ${i + 1},`;
    const value = plain(cell, where);
    if (value !== NOT_AVAILABLE && !isBlank(value)) {
      throw invalid(`${where} is ${shown(value)}; it must be a number`);
    }
    values[i] = NaN;
  }
  return values;
}

/**
 * A series without missing rows, for functions that cannot do with fewer.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The values.
 * @throws CalcError `missing` for the first row without a value.
 */
export function complete(argument: Argument, name: string): Float64Array {
  const values = series(argument, name);
  const gap = values.findIndex(Number.isNaN);
  if (gap >= 0) throw missing(`${name}, row ${gap + 1}, is missing`);
  return values;
}

/**
 * Times or tenors in years: one row or column of numbers above 0.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param otherwise - The documented default, where the argument is omitted or one blank cell (or the
 *   0 that older desktops hand over for it).
 * @returns The years.
 * @throws CalcError `invalid` for one that is not above 0; `missing` for a blank among others.
 */
export function positiveYears(
  argument: Argument,
  name: string,
  otherwise: Float64Array,
): Float64Array {
  const cells = grid(argument, name);
  if (cells === null) return otherwise;
  if (cells.length === 1 && width(cells) === 1) {
    const only = plain(cells[0]?.[0], name);
    if (isBlank(only) || only === 0) return otherwise;
  }
  const values = complete(argument, name);
  values.forEach((value, i) => {
    if (value > 0) return;
    throw invalid(`${name}, row ${i + 1}, is ${value}; it must be a number of years above 0`);
  });
  return values;
}

/**
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns Whether it is omitted, or one blank cell.
 */
export function isOmitted(argument: Argument, name: string): boolean {
  const cells = grid(argument, name);
  return (
    cells === null ||
    (cells.length === 1 && width(cells) === 1 && isBlank(plain(cells[0]?.[0], name)))
  );
}

/**
 * Refuses series that do not belong together.
 *
 * @param columns - The series by the names of their arguments.
 * @throws CalcError `invalid` when their lengths differ.
 */
export function sameLength(columns: Readonly<Record<string, ArrayLike<unknown>>>): void {
  const [first, ...others] = Object.entries(columns);
  for (const [name, { length }] of others) {
    if (first === undefined || length === first[1].length) continue;
    throw invalid(
      `${name} has ${length} rows but ${first[0]} has ${first[1].length}; both must have the same length`,
    );
  }
}
