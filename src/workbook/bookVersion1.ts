/* Workbooks as version 1 kept them: number formats and widths alone, and spills by their cells. */
import { rectangleOf } from "./a1";
import { PIXELS_A_CHARACTER, type Book, type BookName, type BookSheet } from "./book";
import { StyleTable } from "./styleTable";

/** A cell of version 1. */
interface Cell1 {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
  readonly formula?: string;
  readonly spill?: string;
  readonly format?: string;
}

/** A workbook of version 1. */
export interface Book1 {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly Cell1[];
    /** In characters, from column A; null for the usual one. */
    readonly widths: readonly (number | null)[];
  }[];
  readonly names: readonly BookName[];
}

/**
 * A workbook of version 1 as it is kept now.
 *
 * @param old - The workbook.
 * @returns The same workbook.
 */
export function bookOfVersion1({ sheets, names }: Book1): Book {
  const styles = new StyleTable();
  return {
    names,
    sheets: sheets.map(({ name, cells, widths }): BookSheet => {
      const spilled = spilledPlaces(cells);
      return {
        name,
        rows: [],
        merged: [],
        columns: widths.flatMap((width, column) =>
          width === null ? [] : [{ column, width: width * PIXELS_A_CHARACTER }],
        ),
        cells: cells.map(({ format, ...cell }) => ({
          ...cell,
          ...(cell.formula === undefined && spilled.has(`${cell.row}|${cell.column}`)
            ? { spilled: true }
            : {}),
          ...(format === undefined ? {} : { style: styles.placeOf({ numberFormat: format }) }),
        })),
      };
    }),
    styles: styles.all,
  };
}

function spilledPlaces(cells: readonly Cell1[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { spill } of cells) {
    if (spill === undefined) continue;
    const { row, column, rows, columns } = rectangleOf(spill);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) places.add(`${row - 1 + i}|${column - 1 + j}`);
    }
  }
  return places;
}
