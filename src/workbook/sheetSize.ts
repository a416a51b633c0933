/* How many rows and columns a sheet has. */
import { SHEET_LIMITS, type BookSheet } from "./book";

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
  const of = (side: keyof SheetSize): number => {
    const wanted = size?.[side] ?? Math.max(USUAL[side], used[side] + MARGIN[side]);
    return Math.min(SHEET_LIMITS[side], Math.max(wanted, used[side]));
  };
  return { rows: of("rows"), columns: of("columns") };
}

/**
 * The size that a sheet has of its own: it was cut, or is larger than its cells need.
 *
 * @param sheet - The sheet.
 * @returns The size; null when it is as usual.
 */
export function ownSize({ cells, size }: BookSheet): SheetSize | null {
  if (size === undefined) return null;
  const without = sizeOfSheet({ cells });
  const isOwn = (side: keyof SheetSize): boolean =>
    size[side] < USUAL[side] || size[side] > without[side];
  return isOwn("rows") || isOwn("columns") ? size : null;
}

function usedSize(cells: BookSheet["cells"]): SheetSize {
  let [rows, columns] = [0, 0];
  for (const cell of cells) {
    rows = Math.max(rows, cell.row + 1);
    columns = Math.max(columns, cell.column + 1);
  }
  return { rows, columns };
}
