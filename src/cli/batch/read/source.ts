/* A file of rows, whatever its form. */
import type { Block } from "../block";
import type { ColumnType } from "../columnTypes";

/** The part of the rows that a job works on: the i-th of n. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Rows that can be read once, block by block. */
export interface Source {
  readonly columns: readonly string[];
  /** What the file says of its columns; null for forms without types. */
  readonly types: readonly ColumnType[] | null;
  /**
   * Reads the rows.
   *
   * @param skip - Rows at the beginning that are passed over.
   * @returns Blocks of as many rows each, the last one with fewer.
   */
  blocks(skip: number): AsyncGenerator<Block>;
  /** The share that has been read, from 0 to 1; null where the length is not known. */
  share(): number | null;
}

/** The form of a file of rows. */
export type Format = "csv" | "ndjson" | "parquet";
