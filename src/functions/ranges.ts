/* Arguments of many cells: histories, curves, speeds and the assumptions table. */
import { readAssumptions, type AssumptionRow } from "../assumptions/assumptions";
import type { Assumptions } from "../assumptions/marketLevels";
import type { AssumptionValue } from "../assumptions/keys";
import { SOURCE_COLUMN, VALUE_COLUMN } from "../assumptions/table";
import { readNumber, readRate, shown, type Written } from "../assumptions/written";
import { parCurve, type ParCurve } from "../calc/curve/parCurve";
import { invalid, missing } from "../calc/errors";
import type { History } from "../calc/history/observed";
import { speedFraction, speedFromText, type Speed } from "../calc/prepayment/speed";
import type { Reader } from "./cell";
import { grid, line, size, width, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain } from "./plain";

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
      throw invalid(`${where} is ${shown(value)}; a number was expected`);
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
    throw invalid(`${name}, row ${i + 1}, is ${value}; years above 0 were expected`);
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
      `${name} has ${length} rows but ${first[0]} has ${first[1].length}; as many were expected`,
    );
  }
}

/**
 * A curve: two columns, tenor in years and semiannual par yield.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The checked curve.
 */
export function curve(argument: Argument, name: string): ParCurve {
  const cells = grid(argument, name);
  if (cells === null) throw missing(`${name} is missing; tenors and par yields were expected`);
  if (width(cells) !== 2) {
    throw invalid(
      `${name} is a range of ${size(cells)}; two columns, tenor and par yield, were expected`,
    );
  }
  const column = (j: 0 | 1, what: string, reader: Reader<number>) =>
    Float64Array.from(cells, (row, i) => {
      const where = `${name}, row ${i + 1}, ${what}`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      return reader(value, where);
    });
  return parCurve(column(0, "tenor", readNumber), column(1, "par yield", readRate), name);
}

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

/**
 * The values of an assumptions table.
 *
 * @param argument - As Excel hands it over; omitted means all defaults.
 * @param name - The argument's name.
 * @returns The values that were entered, by key, in library units.
 * @throws CalcError `invalid` for the first row that is wrong.
 */
export const assumptionsTable = (
  argument: Argument,
  name: string,
): ReadonlyMap<string, AssumptionValue> => assumptionsOf(argument, name).values;

/**
 * An assumptions table: keys in the first column, values in the second, and where it is as wide as the
 * pane's, sources in the sixth; the rest is passed over.
 *
 * @param argument - As Excel hands it over; omitted means all defaults.
 * @param name - The argument's name.
 * @returns What it holds.
 * @throws CalcError `invalid` for the first row that is wrong.
 */
export function assumptionsOf(argument: Argument, name: string): Assumptions {
  const cells = grid(argument, name) ?? [];
  if (cells.length > 0 && width(cells) < 2) {
    throw invalid(
      `${name} is a range of ${size(cells)}; two columns, key and value, were expected`,
    );
  }
  if (cells.length > MOST_ASSUMPTION_ROWS) {
    throw invalid(
      `${name} has ${cells.length} rows; at most ${MOST_ASSUMPTION_ROWS} were expected, name the table and not the whole column`,
    );
  }
  const rows = cells.map((line, i): AssumptionRow => {
    const row = i + 1;
    const key = plain(line[0], `${name}, row ${row}, key`);
    if (key === NOT_AVAILABLE) throw missing(`${name}, row ${row}, key is #N/A`);
    const label = isBlank(key) ? "" : String(key);
    if (label.trim() === "" || /^\s*(#|x\.)/i.test(label)) return { row, key: "", value: null };
    const value = plain(line[VALUE_COLUMN], `${name}, row ${row} (${label})`);
    if (value === NOT_AVAILABLE) throw missing(`${name}, row ${row}: ${label} is #N/A`);
    const source = line[SOURCE_COLUMN];
    return {
      row,
      key: label,
      value: isBlank(value) ? null : value,
      ...(typeof source === "string" ? { source } : {}),
    };
  });
  const { problems, ...read } = readAssumptions(
    rows.filter(({ key }, i) => !(i === 0 && isHeading(key))),
  );
  const [problem] = problems;
  if (problem !== undefined) throw invalid(`${name}, row ${problem.row}: ${problem.message}`);
  return read;
}

/** Room for every key and many notes; a whole column would be read again in every cell. */
const MOST_ASSUMPTION_ROWS = 1000;

/** The pane's table with its headings selected too: the first row says Key. */
const isHeading = (key: string) => key.trim().toLowerCase() === "key";
