/* What goes back to Excel: numbers that a cell can hold, cards, and our errors as Excel's. */
import { CalcError, invalid, type CalcReason } from "../../calc/errors";
import { choice, optional } from "./oneCell";
import type { Argument } from "./grid";

// Once, not for each of thousands of cells.
const { isFinite: isFiniteNumber } = Number;

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
 * @param calculate - Reads the arguments, calculates, writes the result.
 * @returns What the body returns.
 * @throws CustomFunctions.Error for a CalcError; any other exception is a bug and passes.
 */
export function forExcel<T>(calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    throw error instanceof CalcError ? excelError(error) : error;
  }
}

/**
 * A number that a cell can hold.
 *
 * @param value - What a calculation gave.
 * @returns The same number.
 * @throws CalcError `invalid` when it is not finite: Excel would show NaN in an array as 0.
 */
export function finiteCell(value: number): number {
  if (!isFiniteNumber(value)) {
    throw invalid("the result is too large for a cell; check the units of the arguments");
  }
  return value;
}

/** A cell of a result: a value, or an error that says why there is none. */
export type ResultCell = number | string | boolean | CustomFunctions.Error;

/** A measure of a card: its name, and its value or what calculates it when it is shown. */
export type Measure = readonly [name: string, value: ResultCell | (() => ResultCell)];

/** Measures that a card shows only when they are asked for, by name or by a word for all of them. */
export interface MoreMeasures {
  readonly word: string;
  readonly measures: readonly Measure[];
}

/**
 * A card, or one measure of it.
 *
 * @param measures - Names and values in the documented order.
 * @param field - The `field` argument: a measure's name, or "ALL" (also when omitted).
 * @param more - Measures that "ALL" leaves out.
 * @returns Two columns, name and value; or the one value as a 1×1 array.
 * @throws CustomFunctions.Error when the one measure that is asked for has no value.
 */
export function card(
  measures: readonly Measure[],
  field: Argument = null,
  more?: MoreMeasures,
): any[][] {
  const all = [...measures, ...(more?.measures ?? [])];
  const words = ["ALL", ...(more === undefined ? [] : [more.word]), ...all.map(([name]) => name)];
  const wanted = optional(field, "field", choice(words), "ALL");
  if (wanted === "ALL") return measures.map(cardRow);
  if (wanted === more?.word) return all.map(cardRow);
  const [, value] = cardRow(all.find(([name]) => name === wanted) as Measure);
  if (value instanceof CustomFunctions.Error) throw value;
  return [[value]];
}

function cardRow([name, held]: Measure): [string, ResultCell] {
  const value = typeof held === "function" ? held() : held;
  return [name, typeof value === "number" ? finiteCell(value) : value];
}
