import type { Book, BookCell } from "../../src/workbook/book";
import { a1Of } from "../../src/workbook/a1";

/**
 * Where two workbooks that should be the same differ in what their cells show.
 *
 * @param mine - The one that was edited.
 * @param fresh - The one that was calculated from nothing.
 * @returns One line a cell: its place, its formula and both values; also cells that wait for ever.
 */
export function differences(mine: Book, fresh: Book): string[] {
  const lines: string[] = [];
  const [a, b] = [cellsOf(mine), cellsOf(fresh)];
  for (const place of new Set([...a.keys(), ...b.keys()])) {
    const [here, there] = [a.get(place), b.get(place)];
    const shown = [here?.value ?? "", there?.value ?? ""];
    if (Object.is(shown[0], shown[1]) && shown[0] !== "#BUSY!") continue;
    const formula = here?.formula ?? there?.formula ?? "no formula";
    lines.push(
      `${place} (${formula}): ${JSON.stringify(shown[0])}, fresh ${JSON.stringify(shown[1])}`,
    );
  }
  return lines;
}

function cellsOf({ sheets }: Book): Map<string, BookCell> {
  return new Map(
    sheets.flatMap(({ name, cells }) =>
      cells.map((cell) => [
        `${name}!${a1Of({ row: cell.row + 1, column: cell.column + 1, rows: 1, columns: 1 })}`,
        cell,
      ]),
    ),
  );
}
