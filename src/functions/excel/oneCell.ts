/*
 * Arguments of one cell: one reader for each kind. Functions take `any[][]` and `any` because Excel's
 * own coercion of a typed parameter answers a bad cell with a mute #VALUE!.
 */
import { choiceOf } from "../../assumptions/choice";
import { readCount, readNumber, shown, type Written } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";
import { years, type Years } from "../../calc/units";
import { grid, size, width, type Argument } from "./grid";
import { isBlank, NOT_AVAILABLE, plain, type Plain } from "./cellContent";

/** Turns a value that is there into one of ours; `where` names the argument and the row. */
export type Reader<T> = (written: Written, where: string) => T;

/** The value of an argument that takes one cell; null when omitted or blank. */
function single(argument: Argument, name: string): Plain {
  const cells = grid(argument, name);
  if (cells === null) return null;
  if (cells.length > 1 || width(cells) > 1) {
    throw invalid(`${name} is a range of ${size(cells)}; it must be one cell`);
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
    throw invalid(`${where} is ${shown(written)}; it must be a text`);
  return written;
};

/** Reader of a number above 0, for quantities that are never 0. */
export const positive =
  (unit: string): Reader<number> =>
  (written, where) => {
    const expected = `a number above 0 in ${unit}`;
    const value = readNumber(written, where, expected);
    if (!(value > 0)) throw invalid(`${where} is ${value}; it must be ${expected}`);
    return value;
  };

/** Reader of a whole number of at least `low`: rows, months, draws. */
export const countFrom =
  (low: number): Reader<number> =>
  (written, where) =>
    readCount(written, where, low);

/** Reader of a tenor, duration or horizon: a number of years above 0. */
export const tenor: Reader<Years> = (written, where) => years(positive("years")(written, where));

/** Reader of a number of years that may be 0: a horizon of 0 is at once. */
export const yearsFromZero: Reader<Years> = (written, where) => {
  // Thousands of rows: a number in order is taken without the words that a refusal would need.
  if (typeof written === "number" && written >= 0) return years(written);
  const expected = "a number of years, 0 or more";
  const value = readNumber(written, where, expected);
  if (!(value >= 0)) throw invalid(`${where} is ${value}; it must be ${expected}`);
  return years(value);
};
