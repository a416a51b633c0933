/* Where the text of a CSV or NDJSON file comes from: a file, a part of one, or standard input. */
import type { Readable } from "node:stream";
import { byteRange, bytesOf } from "./byteRange";
import type { Shard } from "./source";
import { textPieces } from "./textPieces";

/** A text of rows. */
export interface LineFile {
  /** What sentences call it. */
  readonly name: string;
  /** The text of the part to be worked on; once. */
  pieces(): AsyncGenerator<string>;
  /** The text from the beginning of the whole file, where the part does not begin there. */
  beginning: (() => AsyncGenerator<string>) | null;
  share(): number | null;
}

/**
 * A file of lines.
 *
 * @param file - Its path.
 * @param shard - The part to be worked on.
 * @returns Its text.
 */
export async function lineFile(file: string, shard: Shard | null): Promise<LineFile> {
  const range = await byteRange(file, shard);
  const part = shard === null ? "" : `, shard ${shard.part}/${shard.of}`;
  let read = 0;
  return {
    name: file + part,
    pieces: () =>
      textPieces(
        bytesOf(file, range, (bytes) => (read += bytes)),
        file + part,
      ),
    beginning:
      range.from === 0 ? null : () => textPieces(bytesOf(file, { from: 0, to: range.from }), file),
    share: () => (range.to > range.from ? read / (range.to - range.from) : 1),
  };
}

/**
 * Lines that come from another program.
 *
 * @param stream - Standard input.
 * @returns Its text.
 */
export const lineStream = (stream: Readable): LineFile => ({
  name: "standard input",
  pieces: () => textPieces(stream as AsyncIterable<Uint8Array>, "standard input"),
  beginning: null,
  share: () => null,
});
