/* A Parquet file, some columns and rows at a time. */
import { open, stat } from "node:fs/promises";
import { parquetMetadataAsync, parquetScan, type AsyncBuffer, type FileMetaData } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { quoted } from "../../../assumptions/humanValues";
import { BLOCK_ROWS, type Block } from "../block";
import { fileTrouble, Stopped } from "../stopped";
import { storedColumn, type StoredColumn } from "./parquetTypes";
import type { Shard, Source } from "./source";

/** Values that are decoded at once: they bound the memory, whatever row groups a file has. */
const CELLS_AT_ONCE = 500_000;

/**
 * A Parquet file of flat columns.
 *
 * @param file - Its path.
 * @param shard - The part of the rows to be worked on.
 * @returns Its rows; values are as they are stored.
 * @throws {Stopped} where it is no whole Parquet file, or has a column that cannot be carried through.
 */
export async function parquetSource(file: string, shard: Shard | null): Promise<Source> {
  const buffer = await bufferOf(file);
  const metadata = await readable(file, () => parquetMetadataAsync(buffer));
  const columns = columnsOf(metadata, file);
  const names = columns.map(({ stored }) => stored.name);
  const rows = Number(metadata.num_rows);
  const { part, of } = shard ?? { part: 1, of: 1 };
  const [from, to] = [Math.floor((rows * (part - 1)) / of), Math.floor((rows * part) / of)];
  const asStored = { ...metadata, schema: storedSchema(metadata, columns) };
  let read = from;
  return {
    columns: names,
    types: columns.map(({ type }) => type),
    share: () => (to > from ? (read - from) / (to - from) : 1),
    async *blocks(skip: number): AsyncGenerator<Block> {
      const step = Math.max(1, Math.floor(CELLS_AT_ONCE / names.length / BLOCK_ROWS)) * BLOCK_ROWS;
      for (let first = from + skip; first < to; first += step) {
        const last = Math.min(first + step, to);
        const held = await readable(`${file}, rows ${first + 1} to ${last}`, () =>
          columnsIn(buffer, asStored, names, first, last),
        );
        for (let row = 0; row < last - first; row += BLOCK_ROWS) {
          const end = Math.min(row + BLOCK_ROWS, last - first);
          read = first + end;
          yield { rows: end - row, columns: held.map((values) => values.slice(row, end)) };
        }
      }
    },
  };
}

/** The values of some rows, which may lie in several row groups. */
async function columnsIn(
  file: AsyncBuffer,
  metadata: FileMetaData,
  names: readonly string[],
  first: number,
  last: number,
): Promise<unknown[][]> {
  const scan = await parquetScan({
    file,
    metadata,
    compressors,
    parsers: { stringFromBytes },
    columns: [...names],
  });
  const held = names.map((): unknown[] => []);
  for (const { rowStart, rowEnd } of scan.ranges) {
    const range = { rowStart: Math.max(first, rowStart), rowEnd: Math.min(last, rowEnd) };
    if (range.rowStart >= range.rowEnd) continue;
    for (const [j, column] of names.entries()) {
      const values = await scan.readColumn({ column, ...range });
      for (let i = 0; i < values.length; i++) (held[j] as unknown[]).push(values[i]);
    }
  }
  return held;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const stringFromBytes = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : utf8.decode(bytes);

function columnsOf({ schema }: FileMetaData, file: string): StoredColumn[] {
  const columns: StoredColumn[] = [];
  for (let at = 1; at < schema.length; at++) {
    const element = schema[at];
    if (element === undefined) break;
    const column = storedColumn(element);
    if (column === null) {
      const kind = element.converted_type ?? element.logical_type?.type ?? element.type ?? "nested";
      throw new Stopped(
        `${file} has the column ${quoted(element.name)} of the type ${kind}; it must have numbers, texts, days, moments or truth values: leave that column out`,
      );
    }
    columns.push(column);
  }
  return columns;
}

const storedSchema = ({ schema }: FileMetaData, columns: readonly StoredColumn[]) => [
  ...schema.slice(0, 1),
  ...columns.map(({ stored }) => stored),
];

/** The bytes of a file, read where they are asked for. */
async function bufferOf(file: string): Promise<AsyncBuffer> {
  try {
    const { size } = await stat(file);
    return { byteLength: size, slice: (start, end = size) => bytesAt(file, start, end) };
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

async function bytesAt(file: string, start: number, end: number): Promise<ArrayBuffer> {
  const handle = await open(file);
  try {
    const bytes = new Uint8Array(Math.max(0, end - start));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.buffer.slice(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What the parser throws says little to a reader; what it was about says more. */
async function readable<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stopped(`${what}: it is no whole Parquet file (${why})`);
  }
}
