import { bookOfVersion1 } from "../../src/workbook/bookVersion1";

it("a workbook of version 1 has its formats as styles, its widths in pixels, its spills by cell", () => {
  const old = {
    sheets: [
      {
        name: "Data",
        widths: [null, 12],
        cells: [
          { row: 0, column: 0, value: 1, formula: "=SEQUENCE(2)", spill: "A1:A2" },
          { row: 1, column: 0, value: 2, format: "0.0" },
          { row: 2, column: 0, value: "", format: "0.0" },
          { row: 3, column: 0, value: 45_000, format: "yyyy-mm-dd" },
        ],
      },
    ],
    names: [{ name: "RV_Gap", reference: "'Data'!$A$1:$A$2", table: false }],
  };
  expect(bookOfVersion1(old)).toEqual({
    sheets: [
      {
        name: "Data",
        columns: [{ column: 1, width: 84 }],
        rows: [],
        merged: [],
        cells: [
          { row: 0, column: 0, value: 1, formula: "=SEQUENCE(2)", spill: "A1:A2" },
          { row: 1, column: 0, value: 2, spilled: true, style: 0 },
          { row: 2, column: 0, value: "", style: 0 },
          { row: 3, column: 0, value: 45_000, style: 1 },
        ],
      },
    ],
    names: old.names,
    styles: [{ numberFormat: "0.0" }, { numberFormat: "yyyy-mm-dd" }],
  });
});
