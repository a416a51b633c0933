/* Ranges that lie over each other, as ranges that do not. */
import type { IRange } from "@univerjs/core";

/**
 * Ranges of the same cells, none of them in two.
 * @param ranges - Ranges that may lie over each other.
 * @returns Ranges from the top, those of the same rows from the left.
 */
export function disjoint(ranges: readonly IRange[]): IRange[] {
  if (ranges.length < 2) return [...ranges];
  const fromLeft = [...ranges].sort((a, b) => a.startColumn - b.startColumn);
  // Between two of these rows nothing begins or ends.
  const edges = [...new Set(ranges.flatMap(({ startRow, endRow }) => [startRow, endRow + 1]))];
  edges.sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((startRow, i) => {
    const endRow = (edges[i + 1] ?? startRow) - 1;
    const parts: IRange[] = [];
    let reached = -1;
    for (const range of fromLeft) {
      if (range.startRow > startRow || range.endRow < endRow || range.endColumn <= reached)
        continue;
      const startColumn = Math.max(range.startColumn, reached + 1);
      reached = range.endColumn;
      parts.push({ startRow, endRow, startColumn, endColumn: reached });
    }
    return parts;
  });
}
