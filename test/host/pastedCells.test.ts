import "./nativeEngine";
import { pasteCells, type Texts } from "../../src/host/pastedCells";
import { selectedCells } from "../../src/host/selectedCells";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { typingLocale } from "../../src/host/typedText";
import { rectangleOf } from "../../src/workbook/a1";
import { embeddedHost } from "../workbook/hosts";

jest.setTimeout(60_000);

let book: Spreadsheet;
beforeAll(async () => {
  ({ book } = await embeddedHost());
});

const paste = (a1: string, texts: Texts, language = "en-US", turns = {}) =>
  pasteCells(
    book,
    { sheet: "Sheet1", texts, target: rectangleOf(a1), locale: typingLocale(language) },
    turns,
  );
const sheet = () => book.workbook.getSheetByName("Sheet1")?.getSheet();
const cell = (a1: string) => {
  const { row, column } = rectangleOf(a1);
  return sheet()?.getCellRaw(row - 1, column - 1) ?? null;
};
const pattern = (a1: string) => {
  const { row, column } = rectangleOf(a1);
  return sheet()?.getComposedCellStyle(row - 1, column - 1).n?.pattern;
};

describe("texts that are pasted", () => {
  it("are what they would be if they were typed", async () => {
    await paste("A1:D2", [
      ["1,234.5", "12.5%", "2026-01-15", "1-3"],
      ["text", "TRUE", "=1+0.50", "00123456789012345678"],
    ]);
    await book.settle();
    expect(book.read("Sheet1", "A1:D2")).toEqual([
      [1234.5, 0.125, 46037, "1-3"],
      ["text", true, 1.5, "00123456789012345678"],
    ]);
    expect([pattern("B1"), pattern("C1")]).toEqual(["0.00%", "yyyy-mm-dd"]);
    expect(cell("C2")?.f).toBe("=1+0.50");
  });

  it("are read in the page's language", async () => {
    await paste("A4:B4", [["1.234,5", "1,5%"]], "de-DE");
    expect(book.read("Sheet1", "A4:B4")).toEqual([[1234.5, 0.015]]);
  });

  it("take the place of formulas and values, and leave the cell's look", async () => {
    book.workbook.getSheetByName("Sheet1")?.getRange("A6:C6").setFontWeight("bold");
    book.writeFormula("Sheet1", "A6", "=1+1");
    book.write("Sheet1", "B6", [[7]]);
    await paste("A6:C6", [["5", ""]]);
    await book.settle();
    expect(book.read("Sheet1", "A6:C6")).toEqual([[5, null, 5]]);
    expect(cell("A6")?.f).toBeUndefined();
    expect(sheet()?.getComposedCellStyle(5, 0).bl).toBe(1);
  });

  it("fill a target that is a multiple of them", async () => {
    await paste("F1:G4", [["1"], ["2"]]);
    expect(book.read("Sheet1", "F1:G4")).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
  });

  it("are one step of undo, the rows that the sheet got for them included", async () => {
    const before = book.read("Sheet1", "A1:D1000");
    const rows = sheet()?.getRowCount();
    const texts = Array.from({ length: 3_000 }, (_, i) => [String(i), `=${i}*2`]);
    await paste("A2:B3001", texts);
    await book.settle();
    expect(book.read("Sheet1", "A3001:B3001")).toEqual([[2999, 5998]]);
    expect(selectedCells(book)?.range).toMatchObject({ startRow: 1, endRow: 3000 });
    for (let round = 0; round < 2; round++) {
      book.workbook.undo();
      await book.settle();
      expect(sheet()?.getRowCount()).toBe(rows);
      expect(book.read("Sheet1", "A1:D1000")).toEqual(before);
      book.workbook.redo();
      await book.settle();
      expect(book.read("Sheet1", "A3001:B3001")).toEqual([[2999, 5998]]);
    }
    book.workbook.undo();
  });

  it("are taken back when they are stopped, and say how far they are until then", async () => {
    await book.settle();
    const before = book.read("Sheet1", "A1:D1000");
    const stopping = new AbortController();
    const told: number[] = [];
    const texts = Array.from({ length: 20_000 }, (_, i) => [String(i), "x", "y"]);
    const stopped = paste("A1:C20000", texts, "en-US", {
      signal: stopping.signal,
      onRows: (rows: number) => {
        told.push(rows);
        if (told.length === 3) stopping.abort(new Error("stopped"));
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(told).toHaveLength(3);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(book.read("Sheet1", "A1:D1000")).toEqual(before);
    expect(sheet()?.getRowCount()).toBe(1000);
  });
});
