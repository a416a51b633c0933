/* Texts that are written into many cells as one step, slice by slice, so that a page stays alive. */
import type { ICellData } from "@univerjs/core";
import type { Rectangle } from "../workbook/a1";
import type { CellMatrix } from "./cellChanges";
import type { Spreadsheet } from "./spreadsheet";
import { typedCell } from "./typedCell";
import { readTyped, type TypingLocale } from "./typedText";
import { Turn } from "./repairs/turn";
import { UndoableStep } from "./undoableStep";

/** Cells that are written at once: some milliseconds of work. */
const SLICE = 2_000;
/** The engine looks at all cells of the sheet after each writing: many cells are written in so many slices. */
const MOST_SLICES = 64;

/** Texts by row and column; a shorter row leaves its last cells blank. */
export type Texts = readonly (readonly string[])[];

/** What is pasted, and where. */
export interface Paste {
  readonly sheet: string;
  readonly texts: Texts;
  /** Where they go; where it is larger than the texts, they are repeated. */
  readonly target: Rectangle;
  readonly locale: TypingLocale;
}

/** How a long paste goes on. */
export interface PasteTurns {
  /** Stops it: all is taken back, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told how many rows are written. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Writes texts into cells as if each had been typed: numbers and dates in the page's language, formulas
 * where a text begins with an equals sign. The cells keep their looks. It is one step of undo.
 *
 * @param spreadsheet - The spreadsheet; it must not be edited meanwhile.
 * @param paste - What, and where.
 * @param turns - News and a way to stop.
 * @returns When it is written; it is calculated later.
 * @throws The signal's reason when it was stopped.
 */
export async function pasteCells(
  spreadsheet: Spreadsheet,
  paste: Paste,
  { signal, onRows }: PasteTurns = {},
): Promise<void> {
  const step = new UndoableStep(spreadsheet, paste.sheet);
  const { row, rows, columns } = paste.target;
  step.grow(paste.target);
  const slice = Math.max(SLICE, (rows * columns) / MOST_SLICES);
  const rowsAtOnce = Math.max(1, Math.floor(slice / columns));
  const turn = new Turn();
  for (let done = 0; done < rows; done += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, rows - done);
    step.write(cellsOf(step.worksheet, paste, row - 1 + done, height));
    if (!turn.isOver) continue;
    onRows?.(done + height);
    await turn.pause();
    if (signal?.aborted === true) {
      await step.takeBack();
      signal.throwIfAborted();
    }
  }
  step.select(paste.target);
  step.finish();
}

/**
 * How many columns texts take.
 * @param texts - The texts.
 * @returns The length of the longest row.
 */
export const widthOf = (texts: Texts): number =>
  texts.reduce((widest, { length }) => Math.max(widest, length), 0);

type Worksheet = UndoableStep["worksheet"];

/** The cells of some rows of the target, from a row counted from 0. */
function cellsOf(worksheet: Worksheet, paste: Paste, first: number, height: number): CellMatrix {
  const { texts, target, locale } = paste;
  const width = widthOf(texts);
  const matrix: CellMatrix = {};
  for (let row = first; row < first + height; row++) {
    const from = texts[(row - (target.row - 1)) % texts.length] ?? [];
    const cells: Record<number, ICellData> = {};
    for (let j = 0; j < target.columns; j++) {
      const column = target.column - 1 + j;
      cells[column] = cellOf(from[j % width] ?? "", locale, worksheet, row, column);
    }
    matrix[row] = cells;
  }
  return matrix;
}

/** The engine keeps what it is not told to forget. */
const NOTHING = { v: null, p: null, f: null, si: null } as const;

function cellOf(
  text: string,
  locale: TypingLocale,
  worksheet: Worksheet,
  row: number,
  column: number,
): ICellData {
  if (text === "") return { ...NOTHING };
  if (text.startsWith("=") && text.length > 1) return { ...NOTHING, f: text };
  const cell = worksheet.getCellRaw(row, column);
  const { n } = worksheet.getComposedCellStyleByCellData(row, column, cell);
  return { ...NOTHING, ...typedCell(readTyped(text, locale), cell?.s, n?.pattern) };
}
