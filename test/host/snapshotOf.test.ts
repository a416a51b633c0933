import "./nativeEngine";
import { snapshotOf } from "../../src/host/snapshotOf";
import type { Book } from "../../src/workbook/book";

const book: Book = {
  sheets: [
    {
      name: "Data",
      columns: [{ column: 0, width: 84 }],
      rows: [],
      merged: [],
      cells: [
        { row: 0, column: 0, value: "", style: 0 },
        { row: 0, column: 1, value: 1, formula: "=SEQUENCE(2)", spill: "B1:B2" },
        { row: 1, column: 1, value: 2, spilled: true },
        { row: 2, column: 1, value: "=1+1" },
      ],
    },
  ],
  styles: [{ numberFormat: "0.0" }],
  names: [{ name: "RV_Gap", reference: "'Data'!$B$1:$B$2", table: false }],
};

describe("a workbook that the engine begins with", () => {
  const cells = Object.values(snapshotOf(book).sheets ?? {})[0]?.cellData;

  it("has blanks in formatted empty cells: an empty text would stand in a spill's way", () => {
    expect(cells?.[0]?.[0]).toEqual({ s: "style0" });
  });

  it("has the formula of a spill, and not what it spilled", () => {
    expect(cells?.[0]?.[1]).toEqual({ f: "=SEQUENCE(2)" });
    expect(cells?.[1]?.[1]).toBeUndefined();
  });

  it("has texts that look like formulas as texts", () => {
    expect(cells?.[2]?.[1]).toMatchObject({ v: "=1+1" });
    expect(cells?.[2]?.[1]).not.toHaveProperty("f");
  });
});
