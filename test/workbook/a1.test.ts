import fc from "fast-check";
import { a1Of, columnLetters, rectangleOf } from "../../src/workbook/a1";

describe("rectangles of cells", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [702, "ZZ"],
    [703, "AAA"],
    [16_384, "XFD"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it("read what they write, with or without a sheet and dollars", () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, size, size, size, (row, column, rows, columns) => {
        const rectangle = { row, column, rows, columns };
        expect(rectangleOf(a1Of(rectangle))).toEqual(rectangle);
      }),
    );
    expect(rectangleOf("'a!b'!$A$1:$B$3")).toEqual({ row: 1, column: 1, rows: 3, columns: 2 });
  });

  it.each(["", "A", "1", "A1:B", "Sheet1!"])("refuse %p", (a1) => {
    expect(() => rectangleOf(a1)).toThrow(/not a rectangle/);
  });
});
