import type { Rectangle } from "./a1";

/** Rows or columns that come into a sheet or leave it. */
export interface Lines {
  readonly axis: "row" | "column";
  /** The first one, from 1. */
  readonly first: number;
  readonly count: number;
  readonly change: "inserted" | "removed";
}

const LENGTH = { row: "rows", column: "columns" } as const;

/**
 * Where a rectangle stands after lines came or went, as a reference in a formula does.
 *
 * @param rectangle - The rectangle.
 * @param lines - The lines.
 * @returns The rectangle; null when all of it is gone.
 *
 * @example
 * movedRectangle({ row: 2, column: 1, rows: 3, columns: 2 }, { axis: "row", first: 3, count: 2, change: "inserted" }); // => { row: 2, column: 1, rows: 5, columns: 2 }
 */
export function movedRectangle(
  rectangle: Rectangle,
  { axis, first, count, change }: Lines,
): Rectangle | null {
  const [start, length] = [rectangle[axis], rectangle[LENGTH[axis]]];
  const at = (from: number, size: number): Rectangle => ({
    ...rectangle,
    [axis]: from,
    [LENGTH[axis]]: size,
  });
  if (change === "inserted") {
    if (first <= start) return at(start + count, length);
    return first < start + length ? at(start, length + count) : rectangle;
  }
  const before = (line: number) => Math.min(Math.max(line - first, 0), count);
  const left = length - (before(start + length) - before(start));
  return left === 0 ? null : at(start - before(start), left);
}
