import Papa from "papaparse";
import type { LongWork } from "./slicedWork";

/** Characters that are read at once: some milliseconds of work, so that a page stays alive. */
const SLICE = 200_000;

/**
 * Parses a delimited text slice by slice, with a pause after each in which a page can draw and a user
 * can stop.
 *
 * @param text - The text; its lines end with \n.
 * @param delimiter - What stands between fields.
 * @param options - News and a way to stop.
 * @param take - Is given each record, and why it is none as the parser calls it.
 * @returns When all are read.
 * @throws What `take` throws; the signal's reason when it was stopped.
 */
export function readRecords(
  text: string,
  delimiter: string,
  { signal, onProgress }: LongWork,
  take: (record: string[], problem: string | null) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    if (signal?.aborted === true) {
      fail(signal.reason);
      return;
    }
    Papa.parse<string[]>(text, {
      delimiter,
      newline: "\n",
      chunkSize: SLICE,
      chunk({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        const problems = new Map([...errors].reverse().map(({ row, code }) => [row ?? 0, code]));
        try {
          for (const [i, record] of data.entries()) take(record, problems.get(i) ?? null);
          signal?.throwIfAborted();
        } catch (error) {
          fail(error);
          parser.abort();
          return;
        }
        onProgress?.(text.length === 0 ? 1 : Math.min(1, meta.cursor / text.length));
        parser.pause();
        setTimeout(() => {
          if (signal?.aborted === true) {
            fail(signal.reason);
            parser.abort();
          } else parser.resume();
        }, 0);
      },
      complete() {
        onProgress?.(1);
        resolve();
      },
      error: fail,
    });
  });
}
