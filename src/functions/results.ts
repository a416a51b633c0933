/* What goes back to Excel: numbers that a cell can hold, cards, and our errors as Excel's. */
import { CalcError, invalid, type CalcReason } from "../calc/errors";
import { choice, optional } from "./cell";
import type { Argument } from "./grid";
import { rememberError } from "./lastError";

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

/**
 * A number that a cell can hold.
 *
 * @param value - What a calculation gave.
 * @returns The same number.
 * @throws CalcError `invalid` when it is not finite: Excel would show NaN in an array as 0.
 */
export function finite(value: number): number {
  if (!isFiniteNumber(value)) {
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
