import type { Written } from "../../assumptions/humanValues";
import { invalid, missing } from "../../calc/errors";

// Once, not for each of thousands of cells.
const { isFinite: isFiniteNumber } = Number;

/** A cell that holds #N/A, or one of the texts by which terminals say that there is no data. */
export const NOT_AVAILABLE = Symbol("#N/A");

/** What a cell holds: a value, nothing (null), or no data. */
export type Plain = Written | null | typeof NOT_AVAILABLE;

const NO_DATA = /^\s*(#n\/a( n\/a| field not applicable)?|null|\.)\s*$/i;
const BLANK = /^\s*$/;
const LOADING = /^\s*#n\/a requesting data/i;
/** No text that stands for no data is longer; it also bounds the work of the patterns. */
const LONGEST_NO_DATA = 60;

/** Errors that a function may hand on; Excel lets no function give #NAME? or #REF!. */
const handedOn = (): ReadonlySet<string> =>
  new Set([
    CustomFunctions.ErrorCode.divisionByZero,
    CustomFunctions.ErrorCode.invalidNumber,
    CustomFunctions.ErrorCode.nullReference,
  ]);

/**
 * What one cell holds, whatever Excel made of it.
 *
 * A blank comes as null from newer Excel (and as 0 from older, which cannot be told from a 0); an
 * error value as a CustomFunctions.Error; a formatted number or another rich value as an object
 * that carries its plain value.
 *
 * @param cell - The cell as Excel hands it over.
 * @param where - The argument's name and the row, for messages.
 * @returns The value, null for a blank, or {@link NOT_AVAILABLE}.
 * @throws CalcError `missing` while a terminal is still loading the cell's data.
 * @throws CustomFunctions.Error the cell's own error when it holds one other than #N/A.
 */
export function plain(cell: unknown, where: string): Plain {
  switch (typeof cell) {
    case "number":
      if (!isFiniteNumber(cell)) throw invalid(`${where} is ${cell}; it must be a number`);
      return cell;
    case "boolean":
      return cell;
    case "string":
      return plainText(cell, where);
    case "object":
      if (cell === null) return null;
      if (cell instanceof CustomFunctions.Error) return plainError(cell, where);
      if ("basicValue" in cell && typeof cell.basicValue !== "object") {
        return plain(cell.basicValue, where);
      }
      break;
    case "undefined":
      return null;
  }
  throw invalid(
    `${where} holds a value of a kind that cannot be read; it must be a number or a text`,
  );
}

/** @returns Whether a cell is blank; a type guard. */
export const isBlank = (value: Plain): value is null => value === null;

function plainText(cell: string, where: string): Plain {
  if (cell.length > LONGEST_NO_DATA) return BLANK.test(cell) ? null : cell;
  if (NO_DATA.test(cell)) return NOT_AVAILABLE;
  if (LOADING.test(cell)) throw missing(`data still loading: ${where} is "${cell.trim()}"`);
  return BLANK.test(cell) ? null : cell;
}

function plainError(error: CustomFunctions.Error, where: string): typeof NOT_AVAILABLE {
  if (error.code === CustomFunctions.ErrorCode.notAvailable) return NOT_AVAILABLE;
  const message = `${where} holds ${error.code}`;
  throw new CustomFunctions.Error(
    handedOn().has(error.code) ? error.code : CustomFunctions.ErrorCode.invalidValue,
    message,
  );
}
