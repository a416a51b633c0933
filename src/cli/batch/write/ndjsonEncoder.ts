import { ERROR_COLUMN, type Answers } from "../answers";
import type { Block } from "../block";
import { plainColumn } from "../columnTypes";
import type { Encoder, OutputColumns } from "./encoder";
import { jsonOf } from "./plainText";

/**
 * Writes one JSON object a line; what is missing is null.
 *
 * @param columns - The columns.
 * @returns The encoder.
 */
export function ndjsonEncoder({ carried, types, added }: OutputColumns): Encoder {
  const names = [...carried, ...added.map(({ name }) => name)].map((name) => JSON.stringify(name));
  const encoder = new TextEncoder();
  const nothing = new Uint8Array(0);
  return {
    head: () => nothing,
    block({ rows, columns }: Block, { values, errors }: Answers) {
      let text = "";
      const plain = columns.map((column, i) => plainColumn(column, types?.[i]));
      for (let row = 0; row < rows; row++) {
        text += "{";
        let i = 0;
        for (const column of plain) text += `${names[i++] as string}:${jsonOf(column[row])},`;
        for (const column of values) text += `${names[i++] as string}:${jsonOf(column[row])},`;
        text += `"${ERROR_COLUMN}":${jsonOf(errors.get(row))}}\n`;
      }
      return { bytes: encoder.encode(text) };
    },
    tail: () => nothing,
    resume: () => undefined,
  };
}
