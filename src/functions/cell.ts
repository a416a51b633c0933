/*
 * The one place where Excel's values become ours and our errors become Excel's: a reader for each
 * kind of argument, a writer for each kind of result. Functions take `any[][]` and `any` because
 * Excel's own coercion of a typed parameter answers a bad cell with a mute #VALUE!.
 */
import { choiceOf } from "../assumptions/choice";
import { readAssumptions, type AssumptionRow } from "../assumptions/assumptions";
import type { AssumptionValue } from "../assumptions/keys";
import { readNumber, readRate, shown, type Written } from "../assumptions/written";
import { parCurve, type ParCurve } from "../calc/curve/parCurve";
import { CalcError, invalid, missing, type CalcReason } from "../calc/errors";
import type { History } from "../calc/history/observed";
import { speedFraction, speedFromText, type Speed } from "../calc/prepayment/speed";
import { grid, line, size, width, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain, type Plain } from "./plain";
import { rememberError } from "./lastError";

/** Turns a value that is there into one of ours; `where` names the argument and the row. */
export type Reader<T> = (written: Written, where: string) => T;

/** Excel shows a message only with #VALUE! and #N/A, so bad input is never the mute #NUM!. */
const excelCode = (reason: CalcReason): CustomFunctions.ErrorCode =>
  ({
    invalid: CustomFunctions.ErrorCode.invalidValue,
    missing: CustomFunctions.ErrorCode.notAvailable,
    unsolved: CustomFunctions.ErrorCode.invalidNumber,
  })[reason];

/**
 * @param error - What a calculation threw.
 * @returns The same as Excel shows it.
 */
export const excelError = (error: CalcError): CustomFunctions.Error =>
  new CustomFunctions.Error(excelCode(error.reason), error.message);

/**
 * Runs a function's body, and throws what Excel can show in place of what the body threw.
 *
 * @param functionName - The worksheet function, for the pane's list of errors.
 * @param calculate - Reads the arguments, calculates, writes the result.
 * @returns What the body returns.
 * @throws CustomFunctions.Error for a CalcError; any other exception is a bug and passes.
 */
export function forExcel<T>(functionName: string, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    const shownError = error instanceof CalcError ? excelError(error) : error;
    if (shownError instanceof CustomFunctions.Error) {
      rememberError(functionName, shownError.message ?? shownError.code);
    }
    throw shownError;
  }
}

// ------------------------------------------------------------------ arguments of one cell

/** The value of an argument that takes one cell; null when omitted or blank. */
function single(argument: Argument, name: string): Plain {
  const cells = grid(argument, name);
  if (cells === null) return null;
  if (cells.length > 1 || width(cells) > 1) {
    throw invalid(`${name} is a range of ${size(cells)}; one cell was expected`);
  }
  return plain(cells[0]?.[0], name);
}

/**
 * An optional argument of one cell.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param reader - Reader of its kind.
 * @param otherwise - The documented default.
 * @returns The value, or the default when the argument is omitted or blank.
 * @throws CalcError `missing` when the cell holds #N/A: a failed look-up is not a default.
 */
export function optional<T, D>(argument: Argument, name: string, reader: Reader<T>, otherwise: D) {
  const value = single(argument, name);
  if (value === NOT_AVAILABLE) throw missing(`${name} is #N/A`);
  return isBlank(value) ? otherwise : reader(value, name);
}

/**
 * A required argument of one cell.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param reader - Reader of its kind.
 * @returns The value.
 * @throws CalcError `missing` when the cell is blank or #N/A.
 */
export function required<T>(argument: Argument, name: string, reader: Reader<T>): T {
  const value = optional(argument, name, reader, NOT_AVAILABLE);
  if (value === NOT_AVAILABLE) throw missing(`${name} is blank`);
  return value;
}

/**
 * Makes 0 mean "omitted", for arguments where 0 is impossible: older desktop Excel hands a blank
 * cell over as 0.
 *
 * @param reader - Reader of a number.
 * @param otherwise - The documented default.
 * @returns A reader that answers 0 with the default.
 */
export const zeroIsBlank =
  <T, D>(reader: Reader<T>, otherwise: D): Reader<T | D> =>
  (written, where) =>
    written === 0 ? otherwise : reader(written, where);

/**
 * Reader of one word of a list.
 *
 * @param words - The words, as the documents spell them.
 * @returns A reader that gives the word as the list spells it.
 */
export function choice<W extends string>(words: readonly W[]): Reader<W> {
  const read = choiceOf(words);
  return (written, where) => read(String(written), where);
}

/** Reader of a text as it stands. */
export const text: Reader<string> = (written, where) => {
  if (typeof written !== "string")
    throw invalid(`${where} is ${shown(written)}; a text was expected`);
  return written;
};

/** Reader of a duration or tenor: a number of years above 0; 0 counts as blank. */
export const positive =
  (unit: string): Reader<number> =>
  (written, where) => {
    const expected = `a number above 0 in ${unit}`;
    const value = readNumber(written, where, expected);
    if (!(value > 0)) throw invalid(`${where} is ${value}; ${expected} was expected`);
    return value;
  };

// ------------------------------------------------------------------ arguments of many cells

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
    if (typeof cell === "number" && Number.isFinite(cell)) {
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
  if (cells.length === 1) {
    const value = read(cells[0], name);
    return typeof value === "string" && !Number.isFinite(Number(value))
      ? speedFromText(value, name)
      : { kind: "cpr", cpr: speedFraction(readNumber(value, name), name) };
  }
  const cprs = Float64Array.from(cells, (cell, i) => {
    const where = `${name}, row ${i + 1}`;
    return speedFraction(readNumber(read(cell, where), where), where);
  });
  return { kind: "vector", cprs };
}

/**
 * An assumptions table: keys in the first column, values in the second, the rest passed over.
 *
 * @param argument - As Excel hands it over; omitted means all defaults.
 * @param name - The argument's name.
 * @returns The values that were entered, by key, in library units.
 * @throws CalcError `invalid` for the first row that is wrong.
 */
export function assumptionsTable(
  argument: Argument,
  name: string,
): ReadonlyMap<string, AssumptionValue> {
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
  const rows = cells.map(([keyCell, valueCell], i): AssumptionRow => {
    const row = i + 1;
    const key = plain(keyCell, `${name}, row ${row}, key`);
    if (key === NOT_AVAILABLE) throw missing(`${name}, row ${row}, key is #N/A`);
    const label = isBlank(key) ? "" : String(key);
    if (label.trim() === "" || /^\s*(#|x\.)/i.test(label)) return { row, key: "", value: null };
    const value = plain(valueCell, `${name}, row ${row} (${label})`);
    if (value === NOT_AVAILABLE) throw missing(`${name}, row ${row}: ${label} is #N/A`);
    return { row, key: label, value: isBlank(value) ? null : value };
  });
  const { values, problems } = readAssumptions(
    rows.filter(({ key }, i) => !(i === 0 && isHeading(key))),
  );
  const [problem] = problems;
  if (problem !== undefined) throw invalid(`${name}, row ${problem.row}: ${problem.message}`);
  return values;
}

/** Room for every key and many notes; a whole column would be read again in every cell. */
const MOST_ASSUMPTION_ROWS = 1000;

/** The pane's table with its headings selected too: the first row says Key. */
const isHeading = (key: string) => key.trim().toLowerCase() === "key";

// ------------------------------------------------------------------ results

/**
 * A number that a cell can hold.
 *
 * @param value - What a calculation gave.
 * @returns The same number.
 * @throws CalcError `invalid` when it is not finite: Excel would show NaN in an array as 0.
 */
export function finite(value: number): number {
  if (!Number.isFinite(value)) {
    throw invalid("the result is too large for a cell; check the units of the arguments");
  }
  return value;
}

/** A measure of a card: its name and its value, or an error that says why there is none. */
export type Measure = readonly [
  name: string,
  value: number | string | boolean | CustomFunctions.Error,
];

/**
 * A card, or one measure of it.
 *
 * @param measures - Names and values in the documented order.
 * @param field - The `field` argument: a measure's name, or "ALL" (also when omitted).
 * @returns Two columns, name and value; or the one value as a 1×1 array.
 * @throws CustomFunctions.Error when the one measure that is asked for has no value.
 */
export function card(measures: readonly Measure[], field: Argument = null): any[][] {
  const names = measures.map(([name]) => name);
  const wanted = optional(field, "field", choice(["ALL", ...names]), "ALL");
  const cells = measures.map(([name, value]) => [
    name,
    typeof value === "number" ? finite(value) : value,
  ]);
  if (wanted === "ALL") return cells;
  const value = cells[names.indexOf(wanted)]?.[1];
  if (value instanceof CustomFunctions.Error) throw value;
  return [[value]];
}
