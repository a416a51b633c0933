import { BooleanNumber } from "@univerjs/core";
import { BaseFunction, type BaseValueObject, FunctionType } from "@univerjs/engine-formula";
import type { IFunctionService } from "@univerjs/engine-formula";
import type { IDescriptionService } from "@univerjs/sheets-formula";
import { addressOf, cellKey } from "./repairs/cellKey";
import { toEngineResult, toRawArgument } from "./repairs/engineValues";
import type { FunctionMetadata } from "./runtime/functionMetadata";
import type { FunctionRunner } from "./runtime/functionRunner";

/** One custom function, as the engine calls it. */
class RunnerFunction extends BaseFunction {
  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly runner: FunctionRunner,
    private readonly sheetName: (sheetId: string) => string,
  ) {
    super(name);
  }

  /** The engine's entry: it has set the calling cell before. */
  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const { unitId, subUnitId, row, column } = this;
    const cell = cellKey({ unitId: unitId ?? "", sheetId: subUnitId ?? "", row, column });
    // To find a sheet's name costs more than to call most functions.
    const address = this.metadata.options?.requiresAddress
      ? `${this.sheetName(subUnitId ?? "")}!${addressOf(row, column)}`
      : "";
    return toEngineResult(this.runner.call(this.metadata, cell, given.map(toRawArgument), address));
  }
}

/** What the engine needs to call custom functions. */
export interface FunctionRegistration {
  readonly functionService: IFunctionService;
  readonly runner: FunctionRunner;
  /** The prefix of every name, such as `RV`. */
  readonly namespace: string;
  readonly sheetName: (sheetId: string) => string;
}

/**
 * Makes custom functions known to the engine's calculation.
 *
 * @param functions - The functions of functions.json.
 * @param registration - The engine's part and the runner.
 */
export function registerFunctions(
  functions: readonly FunctionMetadata[],
  { functionService, runner, namespace, sheetName }: FunctionRegistration,
): void {
  functionService.registerExecutors(
    ...functions.map(
      (metadata) =>
        new RunnerFunction(nameInCell(metadata, namespace), metadata, runner, sheetName),
    ),
  );
}

/**
 * Makes custom functions known to the grid's wizard and signature help.
 * The service exists only after a workbook does, so this comes after {@link registerFunctions}.
 *
 * @param functions - The functions of functions.json.
 * @param namespace - The prefix of every name.
 * @param descriptions - The engine's list of descriptions.
 */
export function describeFunctions(
  functions: readonly FunctionMetadata[],
  namespace: string,
  descriptions: IDescriptionService,
): void {
  offerInOrder(descriptions, namespace);
  descriptions.registerDescriptions(
    functions.map((metadata) => ({
      functionName: nameInCell(metadata, namespace),
      functionType: FunctionType.User,
      description: metadata.description ?? "",
      abstract: firstSentence(metadata.description ?? ""),
      functionParameter: (metadata.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? "",
        example: "A1",
        require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
        repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      })),
    })),
  );
}

const firstSentence = (text: string): string => text.split(/(?<=\.)\s/)[0] ?? "";

/**
 * While a name is typed the engine offers functions in the order in which they were made known, and ours only to
 * who types their prefix: here they come by the alphabet, and ours by their own names too, after the exact ones.
 */
function offerInOrder(descriptions: IDescriptionService, namespace: string): void {
  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  const byName = (typed: string) =>
    [...search(typed)].sort((one, other) => (one.name < other.name ? -1 : 1));
  const prefix = `${namespace}.`;
  descriptions.getSearchListByNameFirstLetter = (typed) => {
    const exact = byName(typed);
    if (typed.trim() === "" || typed.toUpperCase().startsWith(prefix)) return exact;
    const offered = new Set(exact.map(({ name }) => name));
    return [...exact, ...byName(prefix + typed.trim()).filter(({ name }) => !offered.has(name))];
  };
}

/**
 * The name that is typed in a cell.
 * @param metadata - The function.
 * @param namespace - The prefix.
 * @returns Such as `RV.SPREADGAP`, in upper case as the engine compares names.
 */
export function nameInCell(metadata: FunctionMetadata, namespace: string): string {
  return `${namespace}.${metadata.name}`.toUpperCase();
}
