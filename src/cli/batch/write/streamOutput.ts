/* Rows that go to standard output; the receipt goes to standard error. */
import type { Writable } from "node:stream";
import { fileTrouble } from "../stopped";
import type { Encoder } from "./encoder";
import type { Output } from "./output";

/**
 * Standard output.
 *
 * @param stream - Where the rows go.
 * @param encoder - Writes their form.
 * @param say - Takes the receipt.
 * @returns The output, which cannot be resumed.
 */
export async function streamOutput(
  stream: Writable,
  encoder: Encoder,
  say: (line: string) => void,
): Promise<Output> {
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      stream.write(bytes, (error) => {
        if (error) reject(fileTrouble(error, "standard output"));
        else resolve();
      });
    });
  await write(encoder.head());
  return {
    begun: { rows: 0, errors: 0 },
    isKept: false,
    append: ({ bytes }) => write(bytes),
    async finish(tail, receipt) {
      await write(tail);
      say(JSON.stringify(receipt));
    },
    abandon: () => Promise.resolve(),
  };
}
