import {
  installCustomFunctions,
  type AssociatedFunctions,
  type CustomFunction,
} from "../../src/host/customFunctions";
import type { Metadata } from "../../src/host/functionMetadata";
import { worksheetFunctions } from "./worksheetFunctions";

/**
 * The worksheet functions from their sources, as the embedded engine takes them.
 *
 * They run in the host's own runtime, as in the workbench: with another one they would not know
 * the host's error cells for errors.
 */
export async function customFunctionsFor(): Promise<{
  readonly functions: AssociatedFunctions;
  readonly metadata: Metadata;
}> {
  installCustomFunctions(globalThis);
  const all = await worksheetFunctions();
  return {
    functions: new Map(all.map(({ id, call }) => [id, call as CustomFunction])),
    metadata: {
      functions: all as unknown as Metadata["functions"],
      allowErrorForDataTypeAny: true,
    },
  };
}
