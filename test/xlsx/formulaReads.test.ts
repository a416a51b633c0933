import { a1Of } from "../../src/workbook/a1";
import { readsOf } from "../../src/xlsx/formulaReads";
import { rangeTakenAsOne } from "../../src/xlsx/oneValueOnly";

const areas = (formula: string) =>
  readsOf(formula).areas.map(
    ({ sheet, area }) => `${sheet === undefined ? "" : `${sheet}!`}${a1Of(area)}`,
  );

describe("what a formula reads", () => {
  it.each([
    ["=A1+$B$2*C$3", ["A1", "B2", "C3"]],
    ["=SUM(B9:A2,Data!C1:C5)", ["A2:B9", "Data!C1:C5"]],
    ["='It''s'!A1&\"B2\"", ["It's!A1"]],
    ["=SUM(B:C)+SUM($2:3)", ["B1:C1048576", "A2:XFD3"]],
    ["=RV.ZSCORE(gap,LOG10(A1),TRUE)", ["A1"]],
    ["=LET(x,A1,x+y)", ["A1"]],
    ["=XFE1+A1048577", []],
    ["={1,2;3,4}+1E5", []],
  ])("%s: %j", (formula, wanted) => {
    expect(areas(formula)).toEqual(wanted);
  });

  it("is a name where it is no cell, function, constant or parameter", () => {
    const { names, calls } = readsOf("=LET(x,A1,RV.ZSCORE(gap)+x+XFE1+TRUE+Sheet1!local)");
    expect(names).toEqual(["gap", "XFE1", "local"]);
    expect(calls).toEqual(["RV.ZSCORE", "LET"]);
  });

  it.each(['=INDIRECT("A1")', "=OFFSET(A1,1,0)", "=SUM(A1:INDEX(B:B,3))", "=SUM((A1):B2)"])(
    "may be any cell: %s",
    (formula) => {
      expect(readsOf(formula).readsAnything).toBe(true);
    },
  );

  it.each([
    ["'D'!$A$1:$B$2", false],
    ["'D'!$A:$B", false],
    ["'D'!$A1", true],
    ["'D'!$A$1:B2", true],
  ])("%s moves with its formula: %s", (reference, moves) => {
    expect(readsOf(reference).moves).toBe(moves);
  });
});

/*
 * In a cell that no array is entered in, Excel takes one cell of a range where a function wants one value
 * (Microsoft, "Implicit intersection operator: @"); SUMPRODUCT and its like calculate arrays as they are.
 */
describe("a range of which Excel takes one cell", () => {
  const several = (name: string) => name === "rates";
  it.each([
    ["=SUM(A1:A9*B1:B9)", "A1:A9"],
    ["=MAX(IF(A1:A9>3,B1:B9))", "A1:A9"],
    ["=SUM(rates*2)", "rates"],
    ["=RV.ZSCORE(B2:B9-C2:C9)", "B2:B9"],
    ["=SUMPRODUCT(IF(A1:A9>3,1))", "A1:A9"],
    ["=SUM(OFFSET(A1,0,0,3)*2)", "OFFSET(A1,0,0,3)"],
    ["=RV.ZSCORE(IF(B2:B9>1,C2:C9))", "B2:B9"],
  ])("%s: %s", (formula, range) => {
    expect(rangeTakenAsOne(formula, several)).toBe(range);
  });

  it.each([
    "=SUM(A1:A9)/COUNT(rates)",
    "=RV.SPREADGAP(B2:B9,C2:C9)",
    "=SUMPRODUCT((A1:A9>3)*B1:B9)",
    '=SUMPRODUCT(--(LEFT(A1:A9,1)="x"),B1:B9)',
    "=ABS(@A1:A9)",
    "=RV.ZSCORE(IF(A1>0,B2:B9,C2:C9))",
    "=SUM(OFFSET(A1,0,0,3))",
    "=OFFSET(A1,1,0)*2",
    "=SUM({1,2}*A1)",
  ])("none in %s", (formula) => {
    expect(rangeTakenAsOne(formula, several)).toBeNull();
  });
});
