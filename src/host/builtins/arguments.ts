import {
  type CellError,
  type CellTable,
  type EngineValue,
  isCellError,
} from "../runtime/cellValue";
import { lacksYear, readTextNumber } from "../repairs/excelNumber";

/** An argument as a built-in function takes it: one value, or the rows of a range or array. */
export type Argument = EngineValue | CellTable;

/** Why a built-in function has no answer; it becomes the cell's error. */
export class BuiltinError extends Error {
  /**
   * @param code - Excel's error.
   * @param message - Names the argument, shows the value, says what was expected.
   */
  constructor(
    readonly code: "#VALUE!" | "#NUM!" | "#N/A" | "#DIV/0!" | "#REF!" | "#CALC!",
    message: string,
  ) {
    super(message);
  }
}

/** An error among the arguments, handed on as it is. */
export class HandedOnError extends Error {
  /**
   * @param cell - The error.
   */
  constructor(readonly cell: CellError) {
    super(cell.message);
  }
}

/**
 * Whether an argument has rows.
 * @param argument - The argument.
 * @returns True for a range or an array, of any size.
 */
export const isTable = (argument: Argument): argument is CellTable => Array.isArray(argument);

/**
 * Reads a number where Excel expects one: TRUE is 1, a blank cell 0, a text the number or day that it
 * spells.
 *
 * @param name - The argument's name.
 * @param value - The value.
 * @returns The number.
 * @throws {BuiltinError} `#VALUE!` for another text.
 * @throws {HandedOnError} for an error.
 */
export function numberOf(name: string, value: EngineValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (value === null) return 0;
  if (isCellError(value)) throw new HandedOnError(value);
  const read = readTextNumber(value);
  if (read !== undefined) return read.value;
  const why = lacksYear(value) ? "a date with its year" : "a number";
  throw new BuiltinError("#VALUE!", `${name} is "${value}"; it must be ${why}`);
}

/**
 * Reads a text: a number as a cell of the format General shows it.
 *
 * @param value - The value; blank is "".
 * @returns The text.
 * @throws {HandedOnError} for an error.
 */
export function textOf(value: EngineValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (typeof value === "number") return textOfNumber(value);
  throw new HandedOnError(value);
}

/** Excel has 15 digits, and exponents from 1E+21 on and below 1E-9. */
function textOfNumber(value: number): string {
  const number = Number(value.toPrecision(15));
  const text = String(number);
  const [digits, exponent] = text.split("e");
  if (exponent === undefined) return text;
  const size = Math.abs(Number(exponent));
  return `${String(digits)}E${exponent.startsWith("-") ? "-" : "+"}${String(size).padStart(2, "0")}`;
}
