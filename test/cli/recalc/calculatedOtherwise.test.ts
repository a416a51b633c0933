/*
 * What Excel has otherwise is refused, never written: each case once gave a number that Excel would not. The words in
 * brackets say what Excel has, by its documentation of the function or of the feature.
 */
import "../../host/nativeEngine";
import { recalculated } from "../../../src/cli/recalc/recalculated";
import { nodePreset } from "../../../src/host/nodePreset";
import { cellA1 } from "../../../src/workbook/a1";
import { customFunctionsFor } from "../../support/embeddedFunctions";
import { fileOf, rowsOf } from "./files";

const run = async (file: Uint8Array) =>
  recalculated(file, [], { preset: nodePreset(), ...(await customFunctionsFor()) });

/** Numbers in A, and a formula in D1 whose last value is 5. */
const sheet = (formula: string, cells: Record<string, number | string> = {}) =>
  rowsOf({ A1: 1, A2: 2, A3: 3, A4: 4, B1: 2, B2: 3, ...cells, D1: `<f>${formula}</f><v>5</v>` });

async function reasonAtD1(rows: string, more: Parameters<typeof fileOf>[1] = {}) {
  const { refused, changes } = await run(fileOf({ S: rows, Other: rowsOf({ A1: 7 }) }, more));
  expect(changes.filter(({ row, column }) => cellA1(row + 1, column + 1) === "D1")).toEqual([]);
  return refused.find(({ row, column }) => cellA1(row + 1, column + 1) === "D1")?.reason;
}
const names = (...defined: string[]) => ({
  workbook: `<definedNames>${defined.join("")}</definedNames>`,
});
const dynamic = (a1: string, area: string, formula: string) =>
  `<c r="${a1}" cm="1"><f t="array" ref="${area}">${formula}</f><v>1</v></c>`;

describe("what recalc leaves alone", () => {
  it.each([
    ["hyperlinks (their text)", "HYPERLINK(&quot;x&quot;,&quot;y&quot;)", /^HYPERLINK depends/],
    ["sheets of charts (counted)", "SHEETS()", /^SHEETS depends/],
    ["a union (five cells)", "SUM((A1:A2,A4))", /union of ranges/],
    ["a text like an error (no error)", "IF(A1=1,&quot;#N/A&quot;,0)", /taken for the error/],
    ["all rows (1,048,576)", "ROWS(A:A)", /blank cells to the end of the sheet may count in A:A/],
    ["all columns (16,384)", "COLUMNS(1:1)", /may count in 1:1/],
    ["blank cells (1,048,572)", "COUNTBLANK(A:A)", /may count in A:A/],
    ["a criterion of blank cells", "COUNTIF(A:A,&quot;&lt;&gt;1&quot;)", /may count in A:A/],
    ["an array of whole columns", "SUMPRODUCT((A:A&lt;3)*1)", /may count in A:A/],
    ["wide ranges", "SUM(A:CV)", /more than 4,194,304 cells/],
    ["the criterion of one row", "SUM(SUMIF(A1:A4,B1:B2,A1:A4))", /takes one cell of B1:B2/],
    ["the value to be found", "SUM(MATCH(B1:B2,A1:A4,0))", /takes one cell of B1:B2/],
    ["the second largest", "SUM(LARGE(A1:A4,B1:B2))", /takes one cell of B1:B2/],
    [
      "a range between parameters",
      "_xlfn.LET(_xlpm.a,A1,_xlpm.b,A4,SUM(_xlpm.a:_xlpm.b))",
      /ends in a name/,
    ],
  ])("%s", async (_, formula, words) => {
    expect(await reasonAtD1(sheet(formula))).toMatch(words);
  });

  it.each([
    [
      "a range that ends in a name",
      "SUM(A1:End)",
      `<definedName name="End">S!$A$4</definedName>`,
      /ends in a name/,
    ],
    [
      "a name of another sheet",
      "Other!Loc*2",
      `<definedName name="Loc" localSheetId="1">Other!$A$1</definedName>`,
      /name of one sheet/,
    ],
    [
      "a name that moves",
      "Next*2",
      `<definedName name="Next">S!B1</definedName>`,
      /means other cells/,
    ],
  ])("%s", async (_, formula, name, words) => {
    expect(await reasonAtD1(sheet(formula), names(name))).toMatch(words);
  });

  it("subtotals where rows are hidden (they are left out)", async () => {
    const rows = sheet("SUBTOTAL(109,A1:A4)").replace('<row r="2">', '<row r="2" hidden="1">');
    expect(await reasonAtD1(rows)).toMatch(/^SUBTOTAL may pass over rows that are hidden/);
  });

  it("a shared formula above the cell that has it", async () => {
    const rows = sheet("A1", {
      C1: '<c r="C1"><f t="shared" si="0"/><v>9</v></c>',
      C2: '<c r="C2"><f t="shared" ref="C2:C3" si="0">A2*2</f><v>9</v></c>',
    });
    const { refused } = await run(fileOf({ S: rows }));
    expect(refused).toMatchObject([{ row: 0, column: 2, reason: /does not have above it/ }]);
  });

  it("a result that reads what it fills (a circle), and what reads it", async () => {
    const rows = sheet("SUM(B1:B3)", { B1: dynamic("B1", "B1", "_xlfn.SEQUENCE(A3)+SUM(B2:B5)") });
    expect(await reasonAtD1(rows.replace('<c r="B2"><v>3</v></c>', ""))).toMatch(/B1|own result/);
  });

  it("a result that would fill merged cells (#SPILL!)", async () => {
    const file = fileOf({
      S: `${sheet("E1", { E1: dynamic("E1", "E1", "_xlfn.SEQUENCE(A3)") })}</sheetData><mergeCells count="1"><mergeCell ref="E3:F3"/></mergeCells><sheetData>`,
    });
    const { changes, refused } = await run(file);
    expect(changes).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toContain("its result meets merged cells");
  });

  it("the growing one of two results that meet (#SPILL! in Excel)", async () => {
    const rows = sheet("G3", {
      E3: dynamic("E3", "E3:F3", "_xlfn.SEQUENCE(1,2)"),
      F3: 2,
      F1: dynamic("F1", "F1", "_xlfn.SEQUENCE(A3)"),
      G3: 5,
    });
    const { refused, changes } = await run(fileOf({ S: rows }));
    expect(refused.map(({ row, column }) => cellA1(row + 1, column + 1))).toEqual(["F1"]);
    expect(changes.map(({ row, column }) => cellA1(row + 1, column + 1))).toEqual([]);
  });

  it("and calculates what is the same in both", async () => {
    const rows = sheet("SUM(A:A)", {
      E1: "<f>VLOOKUP(2,A:B,2,FALSE)</f><v>0</v>",
      E2: "<f>INDEX(A:A,3)+COUNTIF(A:A,B1)</f><v>0</v>",
      E3: "<f>SUMIF(A1:A4,B1,A1:A4)+A200000</f><v>0</v>",
    });
    const { refused, changes } = await run(fileOf({ S: rows }));
    expect(refused).toEqual([]);
    expect(changes.map((one) => [cellA1(one.row + 1, one.column + 1), one.new])).toEqual([
      ["D1", 10],
      ["E1", 3],
      ["E2", 4],
      ["E3", 2],
    ]);
  });
});
