/* Rows and their answers as the bytes of a file. */
import type { AddedColumn, Answers } from "../answers";
import type { Block } from "../block";
import type { ColumnType } from "../columnTypes";

/** The columns of an output: those of the source, the added ones, and `error`. */
export interface OutputColumns {
  readonly carried: readonly string[];
  readonly types: readonly ColumnType[] | null;
  readonly added: readonly AddedColumn[];
}

/** Bytes of a block, and what a later run must know of it to go on. */
export interface EncodedBlock {
  readonly bytes: Uint8Array;
  readonly note?: string;
}

/** Writes one form of file. */
export interface Encoder {
  /** What stands before the first row. */
  head(): Uint8Array;
  block(block: Block, answers: Answers): EncodedBlock;
  /** What stands after the last row. */
  tail(): Uint8Array;
  /**
   * Goes on where an earlier run stopped.
   *
   * @param bytes - How many have been written.
   * @param notes - Those of the blocks that have been written.
   */
  resume(bytes: number, notes: readonly string[]): void;
}
