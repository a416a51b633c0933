/* NDJSON: one JSON object a line, all of them with the keys of the first. */
import { quoted } from "../../../assumptions/humanValues";
import { BlockBuilder, type Block } from "../block";
import { Stopped } from "../stopped";
import type { LineFile } from "./lineFile";
import type { Source } from "./source";
import { numberedLines } from "./textPieces";

type Row = Readonly<Record<string, unknown>>;

/**
 * A file of JSON objects.
 *
 * @param file - Its text.
 * @returns Its rows; a key that a later line lacks is null there.
 * @throws {Stopped} for a line that is no object, or has a key that the first line lacks.
 */
export async function ndjsonSource(file: LineFile): Promise<Source> {
  const own = rowsOf(file.pieces(), file.name);
  const first =
    file.beginning === null ? await own.next() : await rowsOf(file.beginning(), file.name).next();
  if (first.done === true) {
    throw new Stopped(`${file.name} is empty; it must have one JSON object a line`);
  }
  const columns = Object.keys(first.value.row);
  const known = new Set(columns);
  return {
    columns,
    types: null,
    share: () => file.share(),
    async *blocks(skip: number): AsyncGenerator<Block> {
      const builder = new BlockBuilder(columns.length, skip);
      const add = ({ row, line }: NumberedRow) => {
        const other = Object.keys(row).find((key) => !known.has(key));
        if (other === undefined) return builder.add(columns.map((name) => row[name] ?? null));
        throw new Stopped(
          `${file.name}, line ${line}: it has the key ${quoted(other)}, which the first line lacks; all must have the same keys`,
        );
      };
      if (file.beginning === null) {
        const block = add(first.value);
        if (block !== null) yield block;
      }
      for await (const numbered of own) {
        const block = add(numbered);
        if (block !== null) yield block;
      }
      const rest = builder.rest();
      if (rest !== null) yield rest;
    },
  };
}

interface NumberedRow {
  readonly row: Row;
  readonly line: number;
}

async function* rowsOf(pieces: AsyncIterable<string>, source: string): AsyncGenerator<NumberedRow> {
  for await (const { text, line } of numberedLines(pieces, source, "one JSON object a line")) {
    if (text.trim() !== "") yield { row: rowIn(text, source, line), line };
  }
}

function rowIn(text: string, source: string, line: number): Row {
  let held: unknown;
  try {
    held = parsed(text);
  } catch {
    throw new Stopped(`${source}, line ${line}: it is no JSON; it must be one object a line`);
  }
  if (typeof held !== "object" || held === null || Array.isArray(held)) {
    throw new Stopped(`${source}, line ${line}: ${quoted(text)} is no object; it must be one`);
  }
  return held as Row;
}

/** A whole number that is longer than what JSON.parse keeps of it. */
const LONG_NUMBER = /\d{16}/;
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
/** What no text begins with that JSON holds as it stands. */
const MARK = "\u0001whole ";

/** JSON.parse, but that whole numbers such as account numbers keep all their digits. */
function parsed(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  const marked = text.replace(TEXT_OR_NUMBER, (found) =>
    /^-?\d{16,}$/.test(found) ? JSON.stringify(MARK + found) : found,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : value,
  );
}
