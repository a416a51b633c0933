/* The words after `batch merge`. */
import { formatOf } from "./batchOptions";
import { STANDARD } from "./openSource";
import type { Format } from "./read/source";
import { Stopped } from "./stopped";

/** What is to be merged. */
export interface Merge {
  readonly output: string;
  readonly format: Format;
  readonly parts: readonly string[];
}

/**
 * Reads the words of a merge: `--out FILE` and the shards' outputs.
 *
 * @param words - The words after `batch merge`.
 * @returns What is to be merged.
 * @throws {Stopped} for a word that is wrong, in words.
 */
export function mergeOptions(words: readonly string[]): Merge {
  const at = words.indexOf("--out");
  const output = at < 0 ? undefined : words[at + 1];
  if (output === undefined || output === STANDARD) {
    throw new Stopped("merge writes a file; --out FILE must be among its words");
  }
  const parts = words.filter((_, i) => i !== at && i !== at + 1);
  const option = parts.find((word) => word.startsWith("-"));
  if (option !== undefined) {
    throw new Stopped(`${option} is not an option of merge; it knows --out`);
  }
  if (parts.length === 0) throw new Stopped("merge has no files; it must have those of all shards");
  const format = formatOf(null, output, "--out");
  for (const part of parts) {
    if (formatOf(null, part, part) === format) continue;
    throw new Stopped(`${part} has another form than ${output}; all must have the same`);
  }
  return { output, format, parts };
}
