/* What of a workbook an .xlsx file cannot hold. */
import { a1Of, columnLetters } from "../workbook/a1";
import type { Book, BookSheet } from "../workbook/book";
import type { BookStyle } from "../workbook/bookStyle";
import { cutSize } from "../workbook/sheetSize";
import { Losses, placeIn } from "./losses";

type Loss = readonly [feature: string, isIn: (style: BookStyle) => boolean, becomes: string];

/** Looks that the format has no place for. */
const LOOKS: readonly Loss[] = [
  [
    "texts that are cut off at the cell's edge",
    ({ wrap }) => wrap === "clip",
    "in the file they run on into empty cells",
  ],
  [
    "two diagonal lines that look different",
    ({ borders: { rising, falling } = {} }) =>
      rising !== undefined &&
      falling !== undefined &&
      (rising.line !== falling.line || rising.color !== falling.color),
    "in the file both look like the falling one",
  ],
];

/**
 * What saving a workbook as an .xlsx file loses, by feature, sheet and cells.
 *
 * @param book - The workbook.
 * @returns One line a feature, such as "texts that are cut off at the cell's edge (Data!B2): …"; none when the file holds everything.
 */
export function savingLosses(book: Book): string[] {
  const losses = new Losses();
  for (const [feature, isIn, becomes] of LOOKS) {
    const lossy = new Set(book.styles.flatMap((style, i) => (isIn(style) ? [i] : [])));
    if (lossy.size === 0) continue;
    for (const sheet of book.sheets) {
      for (const a1 of placesOf(sheet, lossy))
        losses.changed(feature, becomes, placeIn(sheet.name, a1));
    }
  }
  for (const sheet of book.sheets) {
    const size = cutSize(sheet);
    if (size === null) continue;
    losses.changed(
      "a sheet that was cut",
      "in the file it has all rows and columns",
      `${sheet.name}: ${size.rows} rows, ${size.columns} columns`,
    );
  }
  return losses.lines;
}

/** Where a sheet has one of the looks: cells one below the other are one place. */
function placesOf({ cells, rows, columns }: BookSheet, looks: ReadonlySet<number>): string[] {
  const has = ({ style }: { readonly style?: number }) => style !== undefined && looks.has(style);
  const places: { row: number; column: number; rows: number; columns: number }[] = [];
  const inOrder = cells.filter(has).sort((a, b) => a.column - b.column || a.row - b.row);
  for (const { row, column } of inOrder) {
    const last = places[places.length - 1];
    if (last?.column === column + 1 && last.row + last.rows === row + 1) last.rows++;
    else places.push({ row: row + 1, column: column + 1, rows: 1, columns: 1 });
  }
  return [
    ...places.map(a1Of),
    ...rows.filter(has).map(({ row }) => `${row + 1}:${row + 1}`),
    ...columns
      .filter(has)
      .map(({ column }) => `${columnLetters(column + 1)}:${columnLetters(column + 1)}`),
  ];
}
