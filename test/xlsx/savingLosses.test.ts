import { savingLosses } from "../../src/xlsx/savingLosses";
import type { Book, BookSheet } from "../../src/workbook/book";
import type { BookStyle } from "../../src/workbook/bookStyle";

const sheetOf = (name: string, parts: Partial<BookSheet> = {}): BookSheet => ({
  name,
  cells: [],
  columns: [],
  rows: [],
  merged: [],
  ...parts,
});
const bookOf = (sheets: BookSheet[], styles: BookStyle[] = []): Book => ({
  sheets,
  styles,
  names: [],
});
const styled = (style: number, ...places: [row: number, column: number][]) =>
  places.map(([row, column]) => ({ row, column, value: "x", style }));

const lossesOf = (book: Book) => savingLosses(book);

describe("what saving as .xlsx loses", () => {
  it("is nothing of a workbook that the file holds whole", () => {
    const styles: BookStyle[] = [{ wrap: "wrap" }, { wrap: "overflow", bold: true }];
    const usual = sheetOf("Sheet1", {
      cells: [...styled(0, [0, 0]), ...styled(1, [4, 19])],
      size: { rows: 1000, columns: 26 },
    });
    // A sheet that a paste made larger has some room below its cells.
    const grown = sheetOf("Grown", {
      cells: styled(1, [4999, 9]),
      size: { rows: 5100, columns: 26 },
    });
    expect(lossesOf(bookOf([usual, grown], styles))).toEqual([]);
  });

  it("names clipped texts by sheet and cells, rows and columns", () => {
    const styles: BookStyle[] = [{ bold: true }, { wrap: "clip" }];
    const data = sheetOf("Data", { cells: styled(1, [1, 1], [0, 1], [2, 1], [7, 3]) });
    const lines = sheetOf("Lines", {
      rows: [{ row: 4, style: 1 }],
      columns: [{ column: 26, style: 1 }],
    });
    expect(lossesOf(bookOf([data, lines], styles))).toEqual([
      "texts that are cut off at the cell's edge (Data!B1:B3, Data!D8, Lines!5:5 and 1 more): in the file they run on into empty cells",
    ]);
  });

  it("names a sheet that was cut, and none that grew or lost a few rows", () => {
    const cut = sheetOf("Cut", { size: { rows: 40, columns: 26 } });
    const wide = sheetOf("Wide", { size: { rows: 1000, columns: 90 } });
    const fewer = sheetOf("Fewer", { size: { rows: 997, columns: 26 } });
    expect(lossesOf(bookOf([cut, wide, fewer, sheetOf("Usual")]))).toEqual([
      "a sheet that was cut (Cut: 40 rows, 26 columns): in the file it has all rows and columns",
    ]);
  });

  it("names diagonals of which a file can hold one look", () => {
    const styles: BookStyle[] = [
      { borders: { rising: { line: "thin" }, falling: { line: "thick" } } },
      { borders: { rising: { line: "thin" }, falling: { line: "thin" } } },
    ];
    const cells = [...styled(0, [0, 0]), ...styled(1, [1, 0])];
    expect(lossesOf(bookOf([sheetOf("S", { cells })], styles))).toEqual([
      "two diagonal lines that look different (S!A1): in the file both look like the falling one",
    ]);
  });
});
