/* A batch in a thread, for a caller that goes on meanwhile. */
import { Readable, Writable } from "node:stream";
import { ERROR_COLUMN } from "../../rows/answers";
import { UsageError } from "../usageError";
import { formatOf, jobOf } from "./batchOptions";
import { hashOf } from "./identity";
import { openSource } from "./openSource";
import { byteRange } from "./read/byteRange";
import { noProgress } from "./progress";
import { runJob } from "./runJob";
import { fileTrouble, Stopped } from "./stopped";

/** What is asked: the words after `batch`, and how many rows with errors are told. */
export interface BatchQuestion {
  readonly words: readonly string[];
  readonly mostErrors: number;
}

/** What came of it. */
export interface BatchAnswer {
  readonly rows: number;
  /** Rows with words in the column `error`. */
  readonly errors: number;
  /** The first of them, by their number below the heading. */
  readonly firstErrors: readonly { readonly row: number; readonly error: string }[];
  /** SHA-256 of the files, by what they are. */
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * Runs a job.
 *
 * @param question - What is asked.
 * @returns Counts, the first rows with errors, and hashes.
 * @throws {UsageError} where the job cannot begin or go on.
 */
export async function answeringBatch({ words, mostErrors }: BatchQuestion): Promise<BatchAnswer> {
  try {
    const job = jobOf(words);
    const done = await runJob(job, {
      stdin: Readable.from([]),
      stdout: new Writable(),
      program: "",
      say: () => undefined,
      progress: noProgress,
      signal: new AbortController().signal,
    });
    const files = {
      in: job.input,
      out: job.output,
      curve: job.curve,
      assumptions: job.assumptions,
    };
    const hashes: Record<string, string> = {};
    for (const [name, file] of Object.entries(files)) {
      if (file !== null) hashes[name] = await hashOf(file, await byteRange(file, null));
    }
    const firstErrors = done.errors === 0 ? [] : await errorsIn(job.output, mostErrors);
    return { rows: done.rows, errors: done.errors, firstErrors, hashes };
  } catch (error) {
    const trouble = fileTrouble(error, "the file");
    throw trouble instanceof Stopped ? new UsageError(trouble.message) : trouble;
  }
}

async function errorsIn(file: string, most: number): Promise<BatchAnswer["firstErrors"]> {
  const source = await openSource(file, formatOf(null, file, "out"), null, Readable.from([]));
  const column = source.columns.indexOf(ERROR_COLUMN);
  const found: { row: number; error: string }[] = [];
  let before = 0;
  for await (const { rows, columns } of source.blocks(0)) {
    for (let i = 0; i < rows && found.length < most; i++) {
      const words = columns[column]?.[i];
      if (typeof words === "string" && words !== "")
        found.push({ row: before + i + 1, error: words });
    }
    before += rows;
    if (found.length >= most) break;
  }
  return found;
}
