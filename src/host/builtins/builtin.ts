import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import { CalcError } from "../../calc/errors";
import type { CellError, EngineValue } from "../runtime/cellValue";
import { toCellTable, toCellValue, toEngineResult, isArrayObject } from "../repairs/engineValues";
import { type Argument, BuiltinError, HandedOnError, numberOf } from "./arguments";
import { lifted } from "./lifted";

/** A function of Excel's that takes the place of the engine's. */
export interface Builtin {
  readonly name: string;
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  /** An error among the arguments, or one that is thrown, becomes the cell's. */
  readonly calculate: (given: readonly Argument[]) => Argument;
}

/**
 * A function of numbers, calculated for each place of its arrays.
 *
 * @param name - Excel's name.
 * @param parameters - Their names, separated by blanks; those after a `?` may be left out.
 * @param calculate - The function; a number that is not finite is `#NUM!`.
 * @returns The built-in function.
 */
export function ofNumbers(
  name: string,
  parameters: string,
  calculate: (...numbers: number[]) => number,
): Builtin {
  return ofValues(name, parameters, (values, names) => {
    const numbers = values.map((value, i) => numberOf(names[i] ?? "", value));
    const found = calculate(...numbers);
    if (Number.isFinite(found)) return found;
    const shown = numbers.map((number, i) => `${names[i] ?? ""} ${number}`).join(", ");
    throw new BuiltinError("#NUM!", `there is no number for ${shown}`);
  });
}

/**
 * A function of single values, calculated for each place of its arrays.
 *
 * @param name - Excel's name.
 * @param parameters - Their names, separated by blanks; those after a `?` may be left out.
 * @param calculate - The function of the values and the names.
 * @returns The built-in function.
 */
export function ofValues(
  name: string,
  parameters: string,
  calculate: (values: readonly EngineValue[], names: readonly string[]) => EngineValue,
): Builtin {
  const names = parameters.split(" ").filter((word) => word !== "?");
  const before = parameters.split(" ").indexOf("?");
  return {
    name,
    least: before === -1 ? names.length : before,
    most: names.length,
    calculate: (given) => lifted((values) => caught(() => calculate(values, names)), given),
  };
}

/**
 * A function that takes whole ranges.
 *
 * @param name - Excel's name.
 * @param least - How many arguments it takes at least.
 * @param most - And at most.
 * @param calculate - The function.
 * @returns The built-in function.
 */
export const ofWhole = (
  name: string,
  least: number,
  most: number,
  calculate: (...given: readonly Argument[]) => Argument,
): Builtin => ({ name, least, most, calculate: (given) => calculate(...given) });

/**
 * What a function throws as the error of a cell; anything else is a bug, and not caught.
 * @param calculate - The function.
 * @returns What it returned, or the error.
 */
export function caught<Value extends Argument>(calculate: () => Value): Value | CellError {
  try {
    return calculate();
  } catch (thrown) {
    if (thrown instanceof HandedOnError) return thrown.cell;
    if (thrown instanceof BuiltinError) return { error: thrown.code, message: thrown.message };
    // Excel says #NUM! where the calculation module finds an argument out of range.
    if (thrown instanceof CalcError) return { error: "#NUM!", message: thrown.message };
    throw thrown;
  }
}

/** A built-in function as the engine calls it. */
export class EngineBuiltin extends BaseFunction {
  /**
   * @param builtin - The function.
   */
  constructor(private readonly builtin: Builtin) {
    super(builtin.name);
    this.minParams = builtin.least;
    this.maxParams = builtin.most;
  }

  /**
   * The engine's entry.
   * @param given - The arguments; references are arrays already.
   * @returns The engine's value.
   */
  override calculate(...given: BaseValueObject[]): BaseValueObject {
    return toEngineResult(caught(() => this.builtin.calculate(given.map(readArgument))));
  }
}

/**
 * Reads what the engine hands to a function.
 * @param object - A value or an array of the engine.
 * @returns One value, or the rows of the array.
 */
export const readArgument = (object: BaseValueObject): Argument =>
  isArrayObject(object) ? toCellTable(object) : toCellValue(object);
