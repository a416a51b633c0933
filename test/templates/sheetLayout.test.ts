import { SSF } from "@e965/xlsx";
import { claimCell, claimColumn } from "../../src/templates/claimLayout";
import { exampleLine } from "../../src/templates/exampleInputs";
import { figureRows, WORKING_FORMAT, type Figure } from "../../src/templates/look";
import { RESULTS } from "../../src/templates/scenariosLayout";
import { cellOf, columnsOf, heldCell, rowsOf } from "../../src/templates/sheetLayout";

const PART = { row: 4, column: 2, rows: 3, columns: 4 };
/** A block of figures is three columns. */
const BLOCK = { ...PART, columns: 3 };
const KEYS = 9;

describe("the addresses of a part", () => {
  it("count from its first cell", () => {
    expect(cellOf(PART)).toBe("B4");
    expect(cellOf(PART, 2, 3)).toBe("E6");
    expect(heldCell(PART, 1, 1)).toBe("$C$5");
    expect(rowsOf(PART)).toBe("B4:E4");
    expect(rowsOf(PART, 1, 2)).toBe("B5:E6");
    expect(columnsOf(PART, 1)).toBe("C4:C6");
    expect(columnsOf(PART, 2, 1, 2)).toBe("D5:E6");
  });

  it("of a statement go by its columns", () => {
    expect([claimCell("says", 8), claimCell("note", 8), claimColumn("verdict", 9)]).toEqual([
      ...["A8", "M8", "$B9"],
    ]);
  });

  it("of the results of the scenarios are those beside the table", () => {
    expect(RESULTS).toMatchObject({
      heading: { right: 0, down: -9, words: "MBS − corporate" },
      grid: { right: 5, down: 0, columns: 5, rows: 7 },
      facts: { right: 0, down: -8, columns: 3, rows: 7 },
      supply: { right: 11, down: -8, columns: 2, rows: 4 },
      mustHappen: { right: 5, down: -11, columns: 3, rows: 8 },
    });
  });
});

describe("a block of figures", () => {
  const figure: Figure = { label: "Gap", formula: "B9", unit: "bp", format: "0.0", key: "last" };

  it("has words, value and unit in a row, its key off the page, and says where a value is not known", () => {
    const changes = figureRows("S", BLOCK, KEYS, "Answer", [figure]);
    expect(changes).toContainEqual({
      kind: "values",
      sheet: "S",
      a1: "B5:D5",
      values: [["Gap", "", "bp"]],
    });
    expect(changes).toContainEqual({
      kind: "formula",
      sheet: "S",
      a1: "C5",
      formula: '=IFNA(B9,"not known")',
    });
    expect(changes).toContainEqual({ kind: "values", sheet: "S", a1: "I5", values: [["last"]] });
    expect(changes).toContainEqual({ kind: "style", sheet: "S", a1: "I5", style: "key" });
    expect(changes).toContainEqual({ kind: "style", sheet: "S", a1: "C5", style: "result" });
  });

  it("is refused where it has more figures than rows", () => {
    expect(() => figureRows("S", BLOCK, KEYS, "Answer", [figure, figure, figure])).toThrow(
      "Answer has more figures than rows",
    );
  });
});

it("a sheet without example inputs says so", () => {
  expect(exampleLine("B2")).toBe('=IF(B2="","On no example inputs","On example inputs: "&B2)');
});

it.each([
  [-0.43, "-0.43"],
  [-74.2, "-74.20"],
  [0, "0.00"],
  [27.04, "27.04"],
  [45_991, "2025-11-30"],
])(
  "a working of %d is shown as %s, in a reader that knows no more than the format",
  (value, shown) => {
    expect(SSF.format(WORKING_FORMAT, value)).toBe(shown);
  },
);
