import type { BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { type CellTable, type EngineValue, isCellError } from "../runtime/cellValue";
import type { FunctionResult } from "../runtime/functionResult";
import type { RawArgument } from "../runtime/marshalArguments";

/**
 * Whether a value of the engine is an array.
 * @param object - The value.
 * @returns True for an array, of any size.
 */
export const isArrayObject = (object: BaseValueObject): object is ArrayValueObject =>
  object.isArray();

const isErrorObject = (object: BaseValueObject): object is ErrorValueObject => object.isError();

/**
 * Reads one value of the engine.
 *
 * @param object - A scalar of the engine, or nothing.
 * @returns The cell; an error keeps the words that travel with it.
 */
export function toCellValue(object: BaseValueObject | null | undefined): EngineValue {
  if (object == null || object.isNull()) return null;
  if (isErrorObject(object)) {
    return { error: object.getErrorType(), message: object.getErrorContent() };
  }
  if (object.isLambda()) {
    return { error: "#CALC!", message: "the result is a LAMBDA; a cell shows a value" };
  }
  return object.getValue();
}

/**
 * Reads an array of the engine.
 * @param array - The array, as the engine has it: rows may be ragged or have holes.
 * @returns Its rows.
 */
export function toCellTable(array: ArrayValueObject): EngineValue[][] {
  return array.getArrayValue().map((row) => {
    const cells: EngineValue[] = [];
    // A row may have holes, which map would keep: for-of reads them.
    for (const cell of row) cells.push(toCellValue(cell ?? null));
    return cells;
  });
}

/**
 * Reads what the engine hands to one argument of a function.
 * @param object - The argument; the engine has turned references into arrays.
 * @returns The argument for the custom-functions runtime.
 */
export function toRawArgument(object: BaseValueObject): RawArgument {
  if (isArrayObject(object)) return { kind: "range", cells: toCellTable(object) };
  if (object.isNull()) return { kind: "omitted" };
  return { kind: "value", value: toCellValue(object) };
}

/**
 * Writes a function's result for the engine.
 * @param result - One cell or a table of equally long rows.
 * @returns The engine's value.
 */
export function toEngineResult(result: FunctionResult): BaseValueObject {
  if (!isTable(result)) return toEngineValue(result);
  return arrayOf(result.map((row) => row.map(toEngineValue)));
}

/**
 * Makes an array of the engine.
 * @param rows - Its rows; the engine may reorder them.
 * @returns An array that belongs to no place in a sheet.
 */
export function arrayOf(rows: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/**
 * Makes an error of the engine that carries words along.
 * @param error - The code.
 * @param message - The words.
 * @returns The engine's error.
 */
export function errorOf(error: string, message: string): ErrorValueObject {
  // Codes that the engine's list lacks, such as #BUSY!, are errors all the same.
  return ErrorValueObject.create(error as never, message);
}

/**
 * Turns a reference into the cells that it refers to.
 * @param variant - A result of the engine.
 * @returns A scalar or an array.
 */
export function withoutReference(variant: FunctionVariantType): BaseValueObject {
  if (!variant.isReferenceObject()) return variant as BaseValueObject;
  return (variant as unknown as { toArrayValueObject(): ArrayValueObject }).toArrayValueObject();
}

/**
 * Writes one value for the engine.
 * @param value - The value; a text stays the text that it is.
 * @returns The engine's value.
 */
export function toEngineValue(value: EngineValue): BaseValueObject {
  if (isCellError(value)) return errorOf(value.error, value.message);
  switch (typeof value) {
    case "number":
      return NumberValueObject.create(value);
    case "boolean":
      return BooleanValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    default:
      return NullValueObject.create();
  }
}

/**
 * Whether a result is a table.
 * @param result - What a function or a constant comes to.
 * @returns True for a table, false for one cell.
 */
export const isTable = (result: FunctionResult): result is CellTable => Array.isArray(result);
