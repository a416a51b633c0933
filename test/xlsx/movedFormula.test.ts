import { intersected, mayGiveArray } from "../../src/xlsx/arrayFormulas";
import { movedFormula } from "../../src/xlsx/movedFormula";

describe("a formula that is filled into another cell", () => {
  it.each([
    ["A1+$A1+A$1+$A$1", 1, 2, "C2+$A2+C$1+$A$1"],
    ["'FN30'!A1*1", 1, 0, "'FN30'!A2*1"],
    ["FN30!A1*1", 1, 0, "FN30!A2*1"],
    ["'it''s A1'!B2", 1, 1, "'it''s A1'!C3"],
    ['IF(B1="A1","B2""A1",A1)', 2, 0, 'IF(B3="A1","B2""A1",A3)'],
    ["SUM(C:C)", 0, 2, "SUM(E:E)"],
    ["SUM($C:D)", 5, 2, "SUM($C:F)"],
    ["SUM(3:5)+SUM($3:5)", 2, 9, "SUM(5:7)+SUM($3:7)"],
    ["LOG10(A1)+ATAN2(B1,C1)", 1, 0, "LOG10(A2)+ATAN2(B2,C2)"],
    ["RV_K1+FY2014A+Rate.A1+A1.B", 1, 1, "RV_K1+FY2014A+Rate.A1+A1.B"],
    ["tbl[A1]+A1", 1, 0, "tbl[A1]+A2"],
    ["A1:B2", 1, 1, "B2:C3"],
    ["1E5+A1*1.5E-3", 1, 0, "1E5+A2*1.5E-3"],
    ["XFD1+A1", 0, 1, "#REF!+B1"],
    ["A1048576+B1", 1, 0, "#REF!+B2"],
    ["A1+B2", -1, 0, "#REF!+B1"],
    ["SUM(XFD:XFD)", 0, 1, "SUM(#REF!)"],
    ["A1#+#REF!", 1, 0, "A2#+#REF!"],
    ["XFE1+A1", 1, 1, "XFE2+B2"],
  ])("%s, %i down and %i to the right, is %s", (formula, rows, columns, moved) => {
    expect(movedFormula(formula, rows, columns)).toBe(moved);
  });
});

describe("a formula of a file from before arrays could spill", () => {
  it.each([
    ["=A1:A3*2", "=@A1:A3*2"],
    ["=ABS(Data!A1:A3)", "=ABS(@Data!A1:A3)"],
    ["=SUM(A1:A3)", "=SUM(A1:A3)"],
    ["=SUMPRODUCT(A1:A3*B1:B3)", "=SUMPRODUCT(A1:A3*B1:B3)"],
    ["=IF(A:A>0,VLOOKUP(B1,C:D,2,FALSE),0)", "=IF(@A:A>0,VLOOKUP(B1,C:D,2,FALSE),0)"],
    ["=RV.REALVOL(A1:A9)", "=RV.REALVOL(A1:A9)"],
    ['="A1:A3"&B1', '="A1:A3"&B1'],
  ])("%s takes the one cell beside it: %s", (formula, expected) => {
    expect(intersected(formula)).toBe(expected);
  });
});

describe("a formula that a file has to call an array", () => {
  it.each([
    "=A1:A3*2",
    "=SUM(A1:A3*2)",
    "=SUM(ABS(A1:A3))",
    "=FILTER(A1:A3,B1:B3)",
    "={1,2}",
    "=A1#",
  ])("%s", (formula) => {
    expect(mayGiveArray(formula)).toBe(true);
  });

  it.each([
    "=SUM(A1:A3)",
    "=A1*2",
    "=@A1:A3*2",
    "=RV.REALVOL(A1:A9)",
    '="A1:A3"',
    "=VLOOKUP(1,A:B,2)",
  ])("is not %s", (formula) => {
    expect(mayGiveArray(formula)).toBe(false);
  });
});
