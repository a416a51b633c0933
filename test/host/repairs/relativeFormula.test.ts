import { relativeFormula } from "../../../src/host/repairs/relativeFormula";

/** The key of a formula in a cell that is given by row and column, from 0. */
const keyAt = (row: number, column: number, formula: string) =>
  relativeFormula(formula, row, column)?.key;
const written = (formula: string) =>
  relativeFormula(formula, 0, 0)?.references.map(({ text }) => text);

describe("two formulas", () => {
  it.each([
    ["=RV.SPREADGAP(A1,B1)", "=RV.SPREADGAP(A2,B2)"],
    ["=SUM($A$1:A1)", "=SUM($A$1:A2)"],
    ["=Data!C1&'My sheet'!$D$9", "=Data!C2&'My sheet'!$D$9"],
    ['=IF(A1>0,"A1",LOG10(B1))', '=IF(A2>0,"A1",LOG10(B2))'],
  ])("%s in row 1 and %s in row 2 are one", (first, second) => {
    expect(keyAt(0, 4, first)).toBe(keyAt(1, 4, second));
  });

  it.each([
    ["another row", "=A1", "=A1"],
    ["a fixed row", "=A$1", "=A$2"],
    ["a fixed column instead of a row", "=$A1", "=A$1"],
    ["a fixed row that is equal to the step", "=A$1", "=A2"],
    ["a text", '=A1&"A1"', '=A2&"A2"'],
    ["another sheet", "=Data!A1", "=Date!A2"],
    ["another function", "=SIN(A1)", "=COS(A2)"],
    ["another number", "=A1*2", "=A2*3"],
  ])("differ by %s: %s and %s", (_, first, second) => {
    expect(keyAt(0, 4, first)).not.toBe(keyAt(1, 4, second));
  });

  it("are one across columns", () => {
    expect(keyAt(5, 2, "=A1+$B7")).toBe(keyAt(5, 3, "=B1+$B7"));
  });
});

describe("a reference", () => {
  it.each([
    ["=A1+B2", ["A1", "B2"]],
    ["=SUM(Data!A1:B$2)", ["Data!A1", "B$2"]],
    ["=LOG10(7)+A1B2+_A1+x.A1+1E5+Q1!Z", []],
    ['="A1"&"say ""B1"""', []],
    ["='Q1'!A1+'Q1'", ["'Q1'!A1"]],
    ["=Table1[A1]", []],
    ["=A1#", []],
    ["=XFD1048576", ["XFD1048576"]],
  ])("of %s: %j", (formula, expected) => {
    expect(written(formula)).toEqual(expected);
  });

  it("beyond the largest sheet has no relative form", () => {
    expect(relativeFormula("=XFE1", 0, 0)).toBeNull();
    expect(relativeFormula("=A1048577", 0, 0)).toBeNull();
  });
});
