import { valuesOnly } from "../../src/xlsx/valuesOnly";
import type { Book } from "../../src/workbook/book";

it("a copy with values has the cells, looks and pages, and nothing that calculates", () => {
  const book: Book = {
    sheets: [
      {
        name: "Data",
        cells: [
          {
            row: 0,
            column: 0,
            value: 27,
            formula: "=RV.SPREADGAP(A2,A3)",
            spill: "A1:A2",
            style: 0,
          },
          { row: 1, column: 0, value: 28, spilled: true },
          { row: 2, column: 0, value: "bold", runs: [{ text: "bold", style: { bold: true } }] },
        ],
        columns: [{ column: 0, width: 90 }],
        rows: [],
        merged: ["B1:C1"],
        page: { area: "A1:C9" },
      },
    ],
    styles: [{ numberFormat: "0.0" }],
    names: [{ name: "RV_Gap", reference: "'Data'!$A$1", table: false }],
  };
  const [sheet] = book.sheets;
  expect(valuesOnly(book)).toEqual({
    ...book,
    names: [],
    sheets: [
      {
        ...sheet,
        cells: [
          { row: 0, column: 0, value: 27, style: 0 },
          { row: 1, column: 0, value: 28 },
          { row: 2, column: 0, value: "bold", runs: [{ text: "bold", style: { bold: true } }] },
        ],
      },
    ],
  });
});
