import type { Readable } from "node:stream";
import { csvSource } from "./read/csvSource";
import { lineFile, lineStream } from "./read/lineFile";
import { ndjsonSource } from "./read/ndjsonSource";
import { parquetSource } from "./read/parquetSource";
import { recordSource, type Records } from "./read/recordSource";
import type { Format, Shard, Source } from "./read/source";
import { Stopped } from "./stopped";

/** The sign that stands for standard input and output. */
export const STANDARD = "-";

/**
 * Opens the rows of a job.
 *
 * @param file - A path, or - for standard input.
 * @param format - Its form.
 * @param shard - The part to be worked on.
 * @param stdin - Standard input.
 * @param records - Which records of a text are rows, where it has no headings.
 * @returns The rows.
 * @throws {Stopped} where there is no such file, or it is not what its form says.
 */
export async function openSource(
  file: string,
  format: Format,
  shard: Shard | null,
  stdin: Readable,
  records: Records | null = null,
): Promise<Source> {
  if (file === STANDARD && shard !== null) {
    throw new Stopped("--shard cuts a file; --in must not be - with it");
  }
  if (format === "parquet") {
    if (file !== STANDARD) return parquetSource(file, shard);
    throw new Stopped(
      "--in is -; it must be a file where its form is Parquet, which ends with its index",
    );
  }
  const lines = file === STANDARD ? lineStream(stdin) : await lineFile(file, shard);
  if (format === "ndjson") return ndjsonSource(lines);
  return records === null ? csvSource(lines) : recordSource(lines, records);
}
