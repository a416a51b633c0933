/** An argument, as functions.json describes it to Excel. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: "any" | "number" | "string" | "boolean";
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  /** May be given again and again; only the last argument of a function. */
  readonly repeating?: boolean;
}

/** A function, as functions.json describes it to Excel. */
export interface FunctionMetadata {
  readonly id: string;
  /** The name in a cell, without the namespace. */
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
  };
}

/** All of functions.json. */
export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  /** Whether errors in cells reach arguments of type `any`; else such a call never runs. */
  readonly allowErrorForDataTypeAny?: boolean;
}

/**
 * Reads functions.json.
 *
 * @param json - The text of the file.
 * @returns What it says.
 * @throws {Error} when it is no JSON, or lists no functions.
 */
export function parseMetadata(json: string): Metadata {
  const parsed = JSON.parse(json) as Partial<Metadata> | null;
  if (!Array.isArray(parsed?.functions)) {
    throw new Error("functions.json lists no functions; it must be { functions: [...] }");
  }
  return parsed as Metadata;
}
