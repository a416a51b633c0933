/* What a range reads whose end is computed, such as `A1:INDEX(A1:A9,B1)`. */
import type { IUnitRange } from "@univerjs/core";
import type { EngineNode, Parser } from "./engineParser";

const REFERENCE_NODE = 1;
/** Two operands with a colon between them. */
const RANGE_NODE = 10;

/**
 * The engine looks at the range that it comes to before a calculation, and not at what is written in its
 * ends: a formula stays as it is when B1 changes.
 *
 * @param parser - The engine's finder of what formulas read.
 */
export function repairComputedRanges(parser: Parser): void {
  const find = parser._nodeTraversalRef.bind(parser);
  parser._nodeTraversalRef = (node, found) => {
    const from = found.length;
    find(node, found);
    const written = found.slice(from).flatMap(writtenInEnds);
    found.push(...written.filter((one) => !found.includes(one)));
  };
}

/**
 * What is written in the computed ends of a range.
 * @param node - A node; in another one than a range, and in plain ends, there is nothing.
 * @returns The nodes that stand for written cells.
 */
export const writtenInEnds = (node: EngineNode): EngineNode[] =>
  node.nodeType === RANGE_NODE ? node.getChildren().flatMap((end) => [...referenceNodes(end)]) : [];

/**
 * The nodes that stand for written cells.
 * @param node - The tree above them.
 * @yields The nodes, in the order of the text.
 */
export function* referenceNodes(node: EngineNode): Generator<EngineNode> {
  for (const child of node.getChildren()) {
    if (child.nodeType === REFERENCE_NODE) yield child;
    yield* referenceNodes(child);
  }
}

/**
 * The smallest rectangle around a range and what is written in its ends: whatever values they have, the
 * range is in it.
 * @param area - The range as it is now.
 * @param written - What is written in its ends; areas of other sheets are left out.
 * @returns The rectangle.
 */
export function around(area: IUnitRange, written: readonly IUnitRange[]): IUnitRange {
  const ranges = [area, ...written]
    .filter(({ sheetId }) => sheetId === area.sheetId)
    .map(({ range }) => range);
  return {
    ...area,
    range: {
      ...area.range,
      startRow: Math.min(...ranges.map(({ startRow }) => startRow)),
      startColumn: Math.min(...ranges.map(({ startColumn }) => startColumn)),
      endRow: Math.max(...ranges.map(({ endRow }) => endRow)),
      endColumn: Math.max(...ranges.map(({ endColumn }) => endColumn)),
    },
  };
}
