import type { Block } from "../block";
import { plainColumn } from "../columnTypes";
import type { Encoder, OutputColumn } from "./encoder";
import { jsonOf } from "../../../rows/plainText";

/**
 * Writes one JSON object a line; what is missing is null.
 *
 * @param columns - The columns.
 * @returns The encoder.
 */
export function ndjsonEncoder(columns: readonly OutputColumn[]): Encoder {
  const names = columns.map(({ name }) => JSON.stringify(name));
  const encoder = new TextEncoder();
  const nothing = new Uint8Array(0);
  return {
    head: () => nothing,
    block({ rows, columns: held }: Block) {
      const plain = columns.map((column, i) => plainColumn(held[i] ?? [], column));
      const lines = new Array<string>(rows);
      for (let row = 0; row < rows; row++) {
        const fields = plain.map((values, i) => `${names[i] as string}:${jsonOf(values[row])}`);
        lines[row] = `{${fields.join(",")}}\n`;
      }
      return { bytes: encoder.encode(lines.join("")) };
    },
    tail: () => nothing,
    resume: () => undefined,
  };
}
