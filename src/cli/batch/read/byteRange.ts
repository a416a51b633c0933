/* The part of a file of lines that a shard reads. */
import { open } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { fileTrouble } from "../stopped";
import type { Shard } from "./source";

const LINE_END = 10;
const STEP = 65_536;

/** Bytes of a file: from the first to before the last. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The bytes of a shard: files are cut into parts of one size, and each cut moves on to the next beginning
 * of a line.
 *
 * @param file - The file.
 * @param shard - Which part; all of it where it is null.
 * @returns Its bytes.
 */
export async function byteRange(file: string, shard: Shard | null): Promise<ByteRange> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { part, of } = shard ?? { part: 1, of: 1 };
      const cut = async (at: number): Promise<number> => {
        if (at === 0 || at === of) return at === 0 ? 0 : size;
        // From the byte before: where that ends a line, the cut stands at a beginning.
        let from = Math.max(0, Math.floor((size * at) / of) - 1);
        const bytes = new Uint8Array(STEP);
        for (;;) {
          const { bytesRead } = await handle.read(bytes, 0, STEP, from);
          const end = bytes.subarray(0, bytesRead).indexOf(LINE_END);
          if (end >= 0) return from + end + 1;
          if (bytesRead === 0) return size;
          from += bytesRead;
        }
      };
      return { from: await cut(part - 1), to: await cut(part) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

/**
 * Reads bytes of a file.
 *
 * @param file - The file.
 * @param range - Which bytes.
 * @param onRead - Is told how many bytes each chunk has.
 * @returns Chunks.
 */
export async function* bytesOf(
  file: string,
  { from, to }: ByteRange,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  if (to <= from) return;
  try {
    const stream = createReadStream(file, { start: from, end: to - 1, highWaterMark: 1 << 20 });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      onRead(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw fileTrouble(error, file);
  }
}
