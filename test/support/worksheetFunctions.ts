import { resolve } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { familyFiles } from "../../src/build/addinConfig";

/** A parameter as functions.json describes it. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: "matrix" | "scalar";
  readonly optional?: boolean;
}

/** A worksheet function: what functions.json says of it, and the function itself. */
export interface WorksheetFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string; readonly type?: string };
  readonly call: (...args: unknown[]) => unknown;
}

const folder = resolve(__dirname, "../../src/functions");

/** Every worksheet function, from the sources, by the generator that the build uses. */
export async function worksheetFunctions(): Promise<WorksheetFunction[]> {
  const files = familyFiles(folder);
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(files, true);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const described = (JSON.parse(metadataJson) as { functions: WorksheetFunction[] }).functions;
  return Promise.all(
    described.map(async (it) => {
      const place = associate.find(({ id }) => id === it.id);
      const module = (await import(place?.sourceFileName ?? "")) as Record<string, unknown>;
      return { ...it, call: module[place?.functionName ?? ""] as WorksheetFunction["call"] };
    }),
  );
}
