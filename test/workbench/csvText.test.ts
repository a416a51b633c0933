import { sheetOfText } from "../../src/data/sheetOfText";
import type { BookCell } from "../../src/workbook/book";
import { csvText } from "../../src/workbench/csvText";

const styles = [
  { numberFormat: "yyyy-mm-dd" },
  { numberFormat: "0.00" },
  { numberFormat: '"day" 0' },
  { numberFormat: "mmm-yy" },
  { numberFormat: "h:mm" },
];
const sheetOf = (...values: (readonly [BookCell["value"], number?])[]) => ({
  name: "Data",
  columns: [],
  rows: [],
  merged: [],
  cells: values.map(([value, style], row) => ({
    row,
    column: 0,
    value,
    ...(style === undefined ? {} : { style }),
  })),
});
const lines = (...values: Parameters<typeof sheetOf>) => {
  const { text } = csvText(sheetOf(...values), styles);
  expect(text.startsWith("\uFEFF")).toBe(true);
  return text.slice(1).split("\r\n").slice(0, -1);
};

describe("a sheet as CSV", () => {
  it("has dates as ISO days where the format shows days, and other numbers as they are", () => {
    expect(
      lines(
        [45_992, 0],
        [45_992, 1],
        [45_992, 2],
        [45_992, 3],
        [0.5, 4],
        [45_992.25, 0],
        [45_992],
        [4e9, 0],
        [-1, 0],
      ),
    ).toEqual([
      "2025-12-01",
      "45992",
      "45992",
      "2025-12-01",
      "0.5",
      "45992.25",
      "45992",
      "4000000000",
      "-1",
    ]);
  });

  it("has numbers by the fewest digits that give them again", () => {
    const numbers = [0.1 + 0.2, 1 / 3, 1e-300, 123_456_789_012_345_680_000, -0.5, 5e-324];
    expect(lines(...numbers.map((number) => [number] as const)).map(Number)).toEqual(numbers);
  });

  it("says what was written", () => {
    expect(csvText(sheetOf(["Date"], [45_992, 0], ["", 0]), styles)).toMatchObject({
      rows: 2,
      columns: 1,
      days: 1,
    });
    expect(csvText(sheetOf(), styles)).toMatchObject({ rows: 0, columns: 0 });
  });

  it.each(["=1+1", "+x", "-", "@SUM(A1)", "\tx", "'=x", "''=x", "'plain", "it's"])(
    "guards a text that would be a formula, and it comes back as it was: %j",
    async (text) => {
      const [, line = ""] = lines(["Text"], [text]);
      expect(line.replace(/^"/, "")).not.toMatch(/^[=+\-@\t]/);
      const saved = csvText(sheetOf(["Text"], [text]), styles).text;
      expect((await sheetOfText(saved, "x.csv")).rows[1]).toEqual([text]);
    },
  );

  it("does not write a cell's way through an empty sheet", () => {
    const far = { row: 1_048_575, column: 16_383, value: 1 };
    const sheet = { ...sheetOf([1]), cells: [far] };
    expect(() => csvText(sheet, styles)).toThrow("Data reaches to XFD1048576");
  });
});
