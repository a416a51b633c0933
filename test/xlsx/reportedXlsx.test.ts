/* The reported workbooks, as their README says that they must be seen; made-up data. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import type { BookCell, OpenedBook } from "../../src/workbook/book";
import { ROOT } from "../support/sourceFiles";

/** The file as it is opened, and as it is opened after it was saved from here. */
async function opened(name: string): Promise<OpenedBook[]> {
  const first = await readXlsx(readFileSync(resolve(ROOT, "test/golden/reportedXlsx", name)));
  return [first, await readXlsx(writeXlsx(first))];
}

const cellAt = (book: OpenedBook, row: number, column: number): BookCell | undefined =>
  book.sheets[0]?.cells.find((cell) => cell.row === row && cell.column === column);
const formulasIn = (book: OpenedBook, column: number) =>
  book.sheets[0]?.cells.filter((cell) => cell.column === column).map(({ formula }) => formula);

describe("a reported workbook", () => {
  it("shared-formula-texts: texts do not move", async () => {
    for (const book of await opened("shared-formula-texts.xlsx")) {
      expect(formulasIn(book, 2)).toEqual(
        [1, 2, 3, 4, 5].map((row) => `=IF(B${row}="A1",62,IF(B${row}="A2",70,80))`),
      );
      expect([0, 1, 2, 3, 4].map((row) => cellAt(book, row, 2)?.value)).toEqual([
        62, 70, 62, 80, 70,
      ]);
    }
  });

  it("shared-formula-sheet-names: a sheet's name does not move", async () => {
    for (const book of await opened("shared-formula-sheet-names.xlsx")) {
      expect(formulasIn(book, 0)).toEqual([1, 2, 3, 4].map((row) => `='FN30'!A${row}*1`));
      expect(formulasIn(book, 1)).toEqual([1, 2, 3, 4].map((row) => `='Q1 2014'!A${row}&" A1"`));
    }
  });

  it("date-1904: a day stays the day, also when it is saved", async () => {
    const books = await opened("date-1904.xlsx");
    for (const book of books) {
      // 2014-12-31 is 42004 counted from 1900.
      expect([0, 2, 4].map((row) => cellAt(book, row, 0)?.value)).toEqual([42_004, 42_005, 42_004]);
      expect([1, 3, 5].map((row) => cellAt(book, row, 0)?.value)).toEqual([2014, 39.5, 30]);
    }
    expect(books[0]?.dropped).toEqual([
      "dates that count from 1904: they count from 1900 and are the same days; serial numbers typed into formulas are not moved",
    ]);
  });

  it("formula-names: none vanishes, and RV_Half is no function of the add-in", async () => {
    for (const book of await opened("formula-names.xlsx")) {
      expect(book.names.map(({ name, reference }) => [name, reference])).toEqual([
        ["RV_Gap", "=OFFSET(S!$A$1,0,0,COUNT(S!$A:$A),1)"],
        ["RV_Half", "=LAMBDA(x,x/2)"],
        ["RV_K", "=0.0503"],
        ["RV_U", "=S!$A$1:$A$2,S!$A$4"],
      ]);
      expect([2, 3, 4, 5].map((column) => cellAt(book, 3, column)?.formula)).toEqual([
        "=SUM(RV_Gap)",
        "=RV_K*2",
        "=SUM(RV_U)",
        "=RV_Half(4)",
      ]);
    }
  });

  it("error-cells: an error stays the error that it is", async () => {
    for (const book of await opened("error-cells.xlsx")) {
      expect(cellAt(book, 1, 0)?.value).toBe("#DIV/0!");
      expect(cellAt(book, 2, 9)?.value).toBe("#REF!");
      expect(cellAt(book, 2, 2)?.formula).toBe("=RV.SPREADGAP(A1:A3,62)");
    }
  });

  it("table-references: columns of tables are their cells; links are named as links", async () => {
    const [book, again] = await opened("table-references.xlsx");
    for (const one of [book, again]) {
      expect(one && [0, 1, 5].map((row) => cellAt(one, row, 4)?.formula)).toEqual([
        "=SUM($B$2:$B$4)",
        "=ROWS($A$1:$C$4)",
        '=COUNTIF($B$2:$B$4,">39")',
      ]);
      expect(one && [1, 2, 3].map((row) => cellAt(one, row, 2)?.formula)).toEqual([
        "=$B2*2",
        "=$B3*2",
        "=$B4*2",
      ]);
      expect(one && cellAt(one, 4, 4)?.formula).toBe('=INDEX(A1:A3,MATCH("[x]",B1:B3,0))');
      expect(one?.names).toEqual([{ name: "tblGap", reference: "'S'!$A$2:$C$4", table: true }]);
    }
    expect(book?.dropped).toEqual([
      "formulas with columns of tables (S!E1, S!C2, S!E2 and 3 more): written with cells",
      "formulas to another workbook, whose last values are kept (S!E3, S!E4): lost when it is saved from here",
      "tables (S!A1:C4): kept as names for their cells, without stripes and filters",
    ]);
  });

  it.each(["#DIV/0!", "#REF!", "#VALUE!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#N/A"])(
    "a constant %s stays what it is",
    async (value) => {
      const cells = [{ row: 0, column: 0, value }];
      const sheet = { name: "S", cells, rows: [], columns: [], merged: [] };
      const book = await readXlsx(writeXlsx({ sheets: [sheet], names: [], styles: [] }));
      expect(book.sheets[0]?.cells).toEqual(cells);
    },
  );
});
