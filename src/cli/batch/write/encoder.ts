/* Rows as the bytes of a file. */
import type { SchemaElement } from "hyparquet";
import { ERROR_COLUMN, type AddedColumn, type Answers } from "../../../rows/answers";
import type { Block } from "../block";
import { numberElement, textElement, type ColumnType } from "../columnTypes";
import type { Source } from "../read/source";

/** A column of an output. */
export interface OutputColumn {
  readonly name: string;
  /** How Parquet holds it. */
  readonly element: SchemaElement;
  /** What a value is in plain terms; null where it is that already. */
  readonly plain: ColumnType["plain"];
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
  block(block: Block): EncodedBlock;
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

/**
 * The columns of a source that are carried through.
 *
 * @param source - The source.
 * @returns The columns, with the types that they have.
 */
export const carriedColumns = ({ columns, types }: Source): OutputColumn[] =>
  columns.map((name, i) => ({
    name,
    element: types?.[i]?.element ?? textElement(name),
    plain: types?.[i]?.plain ?? null,
  }));

/**
 * The columns of an output: those of the source, what is added, and `error`.
 *
 * @param source - The source.
 * @param added - What is added.
 * @returns The columns.
 */
export const outputColumns = (source: Source, added: readonly AddedColumn[]): OutputColumn[] => [
  ...carriedColumns(source),
  ...[...added, { name: ERROR_COLUMN, type: "text" } as const].map(({ name, type }) => ({
    name,
    element: type === "number" ? numberElement(name) : textElement(name),
    plain: null,
  })),
];

/**
 * Rows with their answers.
 *
 * @param block - Rows, of which the first columns are carried through.
 * @param carried - How many columns those are.
 * @param answers - What is said of the rows.
 * @returns The rows of the output.
 */
export function answeredRows(block: Block, carried: number, answers: Answers): Block {
  const { rows, columns } = block;
  const words = Array.from({ length: rows }, (_, row) => answers.errors.get(row) ?? null);
  const values = answers.values.map((of) =>
    Array.isArray(of) ? of : Array.from(of, (value) => (Number.isNaN(value) ? null : value)),
  );
  return { rows, columns: [...columns.slice(0, carried), ...values, words] };
}
