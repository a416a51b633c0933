/* A file of records between vertical bars, without headings: the first field says what a record is. */
import { count } from "../../../data/sentenceParts";
import { BlockBuilder, type Block } from "../block";
import { Stopped } from "../stopped";
import type { LineFile } from "./lineFile";
import type { Source } from "./source";
import { numberedLines } from "./textPieces";

/** Which records are rows, and what their fields are called. */
export interface Records {
  readonly type: string;
  /** A row must have as many fields at least. */
  readonly fewest: number;
  headings(fields: number): readonly string[];
  /** What sentences say that the file must be. */
  readonly description: string;
}

/**
 * A file of records. Those of other types, such as the head of the file, are passed over.
 *
 * @param file - Its text.
 * @param records - Which records are rows.
 * @returns The rows; all values are texts.
 * @throws {Stopped} where it has no row, or one with too few or other fields than the first.
 */
export async function recordSource(file: LineFile, records: Records): Promise<Source> {
  const { type, fewest, description } = records;
  const rows = rowsOf(file.pieces(), file.name, records);
  const begun =
    file.beginning === null ? null : await firstOf(file.beginning(), file.name, records);
  const ahead = begun === null ? await rows.next() : null;
  const first = begun ?? (ahead?.done === false ? ahead.value : null);
  if (first === null) {
    throw new Stopped(
      `${file.name} has no record that begins with ${type}|; it must be ${description}`,
    );
  }
  const width = first.fields.length;
  if (width < fewest) {
    throw new Stopped(
      `${file.name}, line ${first.line}: ${count(width, "field")}; there must be ${fewest} at least: it must be ${description}`,
    );
  }
  async function* all() {
    if (ahead?.done === false) yield ahead.value;
    yield* rows;
  }
  return {
    columns: records.headings(width),
    types: null,
    share: () => file.share(),
    async *blocks(skip: number): AsyncGenerator<Block> {
      const builder = new BlockBuilder(width, skip);
      for await (const { fields, line } of all()) {
        if (fields.length !== width) {
          throw new Stopped(
            `${file.name}, line ${line}: ${count(fields.length, "field")}; there must be ${width}, as in the first record ${type}`,
          );
        }
        const block = builder.add(fields);
        if (block !== null) yield block;
      }
      const rest = builder.rest();
      if (rest !== null) yield rest;
    },
  };
}

interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

async function* rowsOf(
  pieces: AsyncIterable<string>,
  source: string,
  { type, description }: Records,
): AsyncGenerator<Row> {
  for await (const { text, line } of numberedLines(pieces, source, description)) {
    const fields = text.split("|");
    if (fields[0]?.trim() === type) yield { fields, line };
  }
}

async function firstOf(
  pieces: AsyncIterable<string>,
  source: string,
  records: Records,
): Promise<Row | null> {
  for await (const row of rowsOf(pieces, source, records)) return row;
  return null;
}
