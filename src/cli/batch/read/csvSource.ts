import { BlockBuilder, type Block } from "../block";
import { Stopped } from "../stopped";
import { csvRows, delimiterOf } from "./csvRows";
import type { LineFile } from "./lineFile";
import type { Source } from "./source";

/**
 * A CSV file with a header.
 *
 * @param file - Its text.
 * @returns Its rows; all values are texts.
 * @throws {Stopped} where it is empty.
 */
export async function csvSource(file: LineFile): Promise<Source> {
  const begun = await firstRows(file);
  const { delimiter, columns } = begun;
  return {
    columns,
    types: null,
    share: () => file.share(),
    async *blocks(skip: number): AsyncGenerator<Block> {
      const builder = new BlockBuilder(columns.length, skip);
      for await (const rows of begun.rows(delimiter, columns.length)) {
        for (const row of rows) {
          const block = builder.add(row);
          if (block !== null) yield block;
        }
      }
      const rest = builder.rest();
      if (rest !== null) yield rest;
    },
  };
}

interface Begun {
  readonly delimiter: string;
  readonly columns: readonly string[];
  rows(delimiter: string, width: number): AsyncGenerator<string[][]>;
}

/** Reads the header, which stands at the beginning of the whole file even where a part of it is read. */
async function firstRows(file: LineFile): Promise<Begun> {
  const pieces = (file.beginning ?? file.pieces)();
  let text = "";
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) break;
    text += next.value;
    if (text.includes("\n")) break;
  }
  const delimiter = delimiterOf(text);
  const [header] = await rowsAtOnce(text, delimiter, file.name);
  if (header === undefined) {
    throw new Stopped(`${file.name} is empty; it must have a header and rows`);
  }
  const columns = header.map((name) => name.trim());
  if (file.beginning !== null) {
    await pieces.return(undefined);
    return {
      delimiter,
      columns,
      rows: (sign, width) => csvRows(file.pieces(), file.name, sign, width),
    };
  }
  async function* whole(): AsyncGenerator<string> {
    yield text;
    yield* pieces;
  }
  return {
    delimiter,
    columns,
    async *rows(sign, width) {
      let isFirst = true;
      for await (const rows of csvRows(whole(), file.name, sign, width)) {
        yield isFirst ? rows.slice(1) : rows;
        if (rows.length > 0) isFirst = false;
      }
    },
  };
}

/** The first row of a text. */
async function rowsAtOnce(text: string, delimiter: string, source: string): Promise<string[][]> {
  const [first] = text.split("\n", 1);
  async function* one(): AsyncGenerator<string> {
    await Promise.resolve();
    yield `${first ?? ""}\n`;
  }
  for await (const rows of csvRows(one(), source, delimiter)) return rows;
  return [];
}
