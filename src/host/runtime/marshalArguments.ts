import type { CellTable, EngineValue } from "./cellValue";
import { isCellError } from "./cellValue";
import { CustomFunctionError, ErrorCode } from "./customFunctions";
import type { FunctionMetadata, ParameterMetadata } from "./functionMetadata";

/** What a formula hands to one argument. */
export type RawArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "value"; readonly value: EngineValue }
  | { readonly kind: "range"; readonly cells: CellTable };

/** How blank cells and errors reach a function. */
export interface MarshalOptions {
  /** What an argument of type `any` sees in a blank cell: `null`, or 0 as older desktop Excel. */
  readonly blank: null | 0;
  /** From functions.json: errors reach arguments of type `any` as `CustomFunctions.Error`. */
  readonly allowErrorForDataTypeAny: boolean;
}

const OMITTED: RawArgument = { kind: "omitted" };

/**
 * Makes a function's arguments from a formula's, as Excel does it.
 *
 * A range is always two-dimensional, an omitted optional argument is `null`, a repeating argument
 * is an array of everything from its place on.
 *
 * @param metadata - The function, from functions.json.
 * @param given - The formula's arguments, in order.
 * @param options - How blank cells and errors are handed over.
 * @returns The arguments, in order, without the invocation.
 * @throws {CustomFunctionError} when Excel would answer without running the function.
 */
export function marshalArguments(
  metadata: FunctionMetadata,
  given: readonly RawArgument[],
  options: MarshalOptions,
): unknown[] {
  const parameters = metadata.parameters ?? [];
  const repeats = parameters.at(-1)?.repeating === true;
  if (given.length > parameters.length && !repeats) {
    throw new CustomFunctionError(
      ErrorCode.invalidValue,
      `${metadata.name} got ${given.length} arguments; it must be at most ${parameters.length}`,
    );
  }
  return parameters.map((parameter, i) => {
    if (parameter.repeating) {
      return given.slice(i).map((one) => marshalOne(parameter, one, options));
    }
    return marshalOne(parameter, given[i] ?? OMITTED, options);
  });
}

function marshalOne(
  parameter: ParameterMetadata,
  given: RawArgument,
  options: MarshalOptions,
): unknown {
  const convert = (value: EngineValue) => convertCell(parameter, value, options);
  if (given.kind === "omitted") {
    if (parameter.optional) return null;
    if (!parameter.repeating) {
      throw new CustomFunctionError(
        ErrorCode.invalidValue,
        `${parameter.name} is missing; it is not optional`,
      );
    }
  }
  if (parameter.dimensionality === "matrix") {
    if (given.kind === "range") return given.cells.map((row) => row.map(convert));
    return [[convert(given.kind === "value" ? given.value : null)]];
  }
  return convert(oneCell(parameter, given));
}

function oneCell(parameter: ParameterMetadata, given: RawArgument): EngineValue {
  if (given.kind === "omitted") return null;
  if (given.kind === "value") return given.value;
  const [first] = given.cells;
  if (given.cells.length === 1 && first?.length === 1) return first[0] ?? null;
  throw new CustomFunctionError(
    ErrorCode.invalidValue,
    `${parameter.name} is a range of ${given.cells.length} × ${first?.length ?? 0} cells; ` +
      "it must be one cell",
  );
}

function convertCell(
  parameter: ParameterMetadata,
  value: EngineValue,
  { blank, allowErrorForDataTypeAny }: MarshalOptions,
): unknown {
  const type = parameter.type ?? "any";
  if (isCellError(value)) {
    const error = new CustomFunctionError(value.error, value.message);
    if (type === "any" && allowErrorForDataTypeAny) return error;
    throw error;
  }
  switch (type) {
    case "any":
      return value ?? blank;
    case "number":
      return toNumber(parameter, value);
    case "string":
      return typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
    case "boolean":
      return toBoolean(parameter, value);
  }
}

function toNumber(parameter: ParameterMetadata, value: number | string | boolean | null): number {
  if (value === null) return 0;
  const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
  if (Number.isFinite(number)) return number;
  throw notA(parameter, value, "a number");
}

function toBoolean(parameter: ParameterMetadata, value: number | string | boolean | null): boolean {
  if (typeof value !== "string") return Boolean(value);
  const word = value.trim().toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  throw notA(parameter, value, "TRUE or FALSE");
}

function notA(parameter: ParameterMetadata, value: unknown, expected: string): CustomFunctionError {
  return new CustomFunctionError(
    ErrorCode.invalidValue,
    `${parameter.name} is "${String(value)}"; it must be ${expected}`,
  );
}
