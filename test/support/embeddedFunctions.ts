import type { AssociatedFunctions, CustomFunction } from "../../src/host/runtime/customFunctions";
import type { Metadata } from "../../src/host/runtime/functionMetadata";
import { worksheetFunctions } from "./worksheetFunctions";

/** The worksheet functions from their sources, as the embedded engine takes them. */
export async function customFunctionsFor(): Promise<{
  readonly functions: AssociatedFunctions;
  readonly metadata: Metadata;
}> {
  const all = await worksheetFunctions();
  return {
    functions: new Map(all.map(({ id, call }) => [id, call as CustomFunction])),
    metadata: {
      functions: all as unknown as Metadata["functions"],
      allowErrorForDataTypeAny: true,
    },
  };
}
