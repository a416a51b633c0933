import type { Block } from "../block";
import { plainColumn } from "../columnTypes";
import type { Encoder, OutputColumn } from "./encoder";
import { textOf } from "../../../rows/plainText";

/** What must stand in quotes. */
const SPECIAL = /[",\n\r]|^\s|\s$/;

const quotedField = (text: string): string =>
  SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Numbers in full precision, nothing for what is missing. */
function fieldOf(held: unknown): string {
  if (typeof held === "number") return Number.isNaN(held) ? "" : String(held);
  const text = textOf(held);
  return text === null ? "" : quotedField(text);
}

/**
 * Writes CSV: a header, commas, and \n at the end of each line.
 *
 * @param columns - The columns.
 * @returns The encoder.
 */
export function csvEncoder(columns: readonly OutputColumn[]): Encoder {
  const encoder = new TextEncoder();
  const nothing = new Uint8Array(0);
  return {
    head: () => encoder.encode(`${columns.map(({ name }) => fieldOf(name)).join(",")}\n`),
    block({ rows, columns: held }: Block) {
      const plain = columns.map((column, i) => plainColumn(held[i] ?? [], column));
      const lines = new Array<string>(rows);
      for (let row = 0; row < rows; row++) {
        lines[row] = plain.map((values) => fieldOf(values[row])).join(",");
      }
      return { bytes: encoder.encode(rows === 0 ? "" : `${lines.join("\n")}\n`) };
    },
    tail: () => nothing,
    resume: () => undefined,
  };
}
