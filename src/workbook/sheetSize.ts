/* How many rows and columns a sheet has. */
import { SHEET_LIMITS } from "./limits";
import type { BookSheet } from "./book";

/** Rows and columns. */
export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

/** What a sheet has below and beside its cells, where its size is not known. */
const MARGIN: SheetSize = { rows: 200, columns: 10 };
/** What a new sheet has. */
const USUAL: SheetSize = { rows: 1000, columns: 26 };

/**
 * The size of a sheet: as large as it was, and never smaller than what it holds.
 *
 * @param sheet - Its cells, and its size where that is known.
 * @returns Its size, at most Excel's greatest.
 */
export function sizeOfSheet({ cells, size }: Pick<BookSheet, "cells" | "size">): SheetSize {
  const used = usedSize(cells);
  const sizeOf = (side: keyof SheetSize): number => {
    const wanted = size?.[side] ?? Math.max(USUAL[side], used[side] + MARGIN[side]);
    return Math.min(SHEET_LIMITS[side], Math.max(wanted, used[side]));
  };
  return { rows: sizeOf("rows"), columns: sizeOf("columns") };
}

/** A sheet that lost fewer rows or columns than a tenth had some deleted, which is no size of its own. */
const CUT = 0.9;

/**
 * The size that a sheet was cut to. A larger one is none: in a file every sheet has all rows.
 *
 * @param sheet - The sheet.
 * @returns The size; null when it is as usual, or larger.
 */
export function cutSize({ size }: BookSheet): SheetSize | null {
  if (size === undefined) return null;
  const isCut = size.rows < CUT * USUAL.rows || size.columns < CUT * USUAL.columns;
  return isCut ? size : null;
}

function usedSize(cells: BookSheet["cells"]): SheetSize {
  let [rows, columns] = [0, 0];
  for (const cell of cells) {
    rows = Math.max(rows, cell.row + 1);
    columns = Math.max(columns, cell.column + 1);
  }
  return { rows, columns };
}
