import { ERROR_COLUMN, type Answers } from "../answers";
import type { Block } from "../block";
import { plainColumn } from "../columnTypes";
import type { Encoder, OutputColumns } from "./encoder";
import { textOf } from "./plainText";

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
export function csvEncoder({ carried, types, added }: OutputColumns): Encoder {
  const names = [...carried, ...added.map(({ name }) => name), ERROR_COLUMN];
  const encoder = new TextEncoder();
  const nothing = new Uint8Array(0);
  return {
    head: () => encoder.encode(`${names.map(fieldOf).join(",")}\n`),
    block({ rows, columns }: Block, { values, errors }: Answers) {
      const lines = new Array<string>(rows);
      const plain = columns.map((column, i) => plainColumn(column, types?.[i]));
      for (let row = 0; row < rows; row++) {
        let line = "";
        for (const column of plain) line += `${fieldOf(column[row])},`;
        for (const column of values) line += `${fieldOf(column[row])},`;
        lines[row] = line + fieldOf(errors.get(row));
      }
      return { bytes: encoder.encode(rows === 0 ? "" : `${lines.join("\n")}\n`) };
    },
    tail: () => nothing,
    resume: () => undefined,
  };
}
