/* Blocks on their way through a calculation, in their order. */
import type { Answers } from "../../rows/answers";
import type { Block } from "./block";
import { plainColumn, type ColumnType } from "./columnTypes";
import type { Calculation, TermRows } from "../../rows/kind";
import type { Source } from "./read/source";
import { cellsOf } from "../../rows/cells";
import type { TermPlaces } from "./terms";

/** A block and what is said of it. */
export interface AnsweredBlock {
  readonly block: Block;
  readonly answers: Answers;
}

/** Answers blocks; several may be on their way at once. */
export interface Answering {
  /** How many blocks are worth having on the way. */
  readonly ahead: number;
  answer(rows: TermRows): Promise<Answers>;
  end(): Promise<void>;
}

/**
 * Answers in this thread.
 *
 * @param calculation - Answers rows.
 * @returns The same, block by block.
 */
export const answeringHere = (calculation: Calculation): Answering => ({
  ahead: 0,
  answer: (rows) => Promise.resolve(calculation.answer(rows)),
  end: () => Promise.resolve(),
});

/**
 * The terms of a block's rows.
 *
 * @param block - Rows.
 * @param places - Where the terms stand.
 * @param types - Of the columns, where the file has types.
 * @returns Their cells by term.
 */
const termRowsOf = (
  { rows, columns }: Block,
  places: TermPlaces,
  types: readonly ColumnType[] | null,
): TermRows => ({
  rows,
  cells: new Map(
    [...places].map(([term, at]) => [
      term,
      cellsOf(plainColumn(columns[at] as readonly unknown[], types?.[at])),
    ]),
  ),
});

/**
 * Answers blocks while later ones are read.
 *
 * @param source - Rows.
 * @param skip - How many rows at the beginning are passed over.
 * @param places - Where the terms stand.
 * @param answering - Answers them.
 * @returns Blocks with their answers, in their order.
 */
export async function* inTurn(
  source: Source,
  skip: number,
  places: TermPlaces,
  answering: Answering,
): AsyncGenerator<AnsweredBlock> {
  const onTheWay: Promise<AnsweredBlock>[] = [];
  for await (const block of source.blocks(skip)) {
    const answered = answering
      .answer(termRowsOf(block, places, source.types))
      .then((answers) => ({ block, answers }));
    // Should one fail while an earlier one is awaited, the failure waits for its turn.
    answered.catch(() => undefined);
    onTheWay.push(answered);
    if (onTheWay.length > answering.ahead) yield await (onTheWay.shift() as Promise<AnsweredBlock>);
  }
  for (const answered of onTheWay) yield await answered;
}
