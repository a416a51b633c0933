import type { Book } from "../workbook/book";

/**
 * A workbook as it looks, for somebody who has no formulas of this add-in: each cell has its last value,
 * and no names are left to calculate with.
 *
 * @param book - The workbook.
 * @returns The same cells and looks without formulas.
 */
export const valuesOnly = (book: Book): Book => ({
  ...book,
  names: [],
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ row, column, value, style, runs }) => ({
      row,
      column,
      value,
      ...(style === undefined ? {} : { style }),
      ...(runs === undefined ? {} : { runs }),
    })),
  })),
});
