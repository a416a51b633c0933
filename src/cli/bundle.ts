import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { type AssociatedFunctions, installCustomFunctions } from "../host/runtime/customFunctions";
import { type Metadata, parseMetadata } from "../host/runtime/functionMetadata";
import { UsageError } from "./usageError";

/** The add-in's functions as they are built for Excel. */
export interface Bundle {
  readonly metadata: Metadata;
  readonly functions: AssociatedFunctions;
}

/**
 * Runs the built functions.js, unchanged, as Excel would.
 *
 * @param folder - Where functions.js and functions.json lie.
 * @returns The functions and what functions.json says of them.
 * @throws {UsageError} when one of the files is missing.
 */
export function loadBundle(folder: string): Bundle {
  requireBundle(folder);
  const [script, json] = NAMES.map((name) => readFileSync(join(folder, name), "utf8"));
  const functions = installCustomFunctions(globalThis);
  runInThisContext(script ?? "", { filename: join(folder, "functions.js") });
  return { metadata: parseMetadata(json ?? ""), functions };
}

const NAMES = ["functions.js", "functions.json"] as const;

/**
 * Makes sure that the functions have been built.
 *
 * @param folder - Where functions.js and functions.json lie.
 * @throws {UsageError} when one of the files is missing.
 */
export function requireBundle(folder: string): void {
  const missing = NAMES.map((name) => join(folder, name)).find((file) => !existsSync(file));
  if (missing === undefined) return;
  throw new UsageError(`${missing} is missing; run \`npm run build:cli\` or \`npm start\` first`);
}
