import fc from "fast-check";
import {
  refusedReference,
  spelledForCell,
  spelledForFile,
} from "../../src/workbench/xlsx/formulaSpelling";

describe("formulas in .xlsx files", () => {
  it.each([
    ["=RV.SPREADGAP(B2:B9,C2:C9)", "_xldudf_RV_SPREADGAP(B2:B9,C2:C9)"],
    ["=1+rv.zscore(RV_Gap)", "1+_xldudf_RV_ZSCORE(RV_Gap)"],
    ["=XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
    ["=SORT(FILTER(A1:A9,A1:A9>2))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>2))"],
    ['=IF(A1,"RV.X(1)",SUM(A1))', 'IF(A1,"RV.X(1)",SUM(A1))'],
    ["='RV.X('!A1", "'RV.X('!A1"],
  ])("%s is stored as %s and read back", (formula, stored) => {
    expect(spelledForFile(formula)).toBe(stored);
    expect(spelledForCell(stored).toUpperCase()).toBe(formula.toUpperCase());
  });

  it.each([
    "RV.ZSCORE(A1)",
    "_xldudf_RV.ZSCORE(A1)",
    "_xldudf_RV_ZSCORE(A1)",
    "_xlfn.RV.ZSCORE(A1)",
  ])("reads the spelling %s", (stored) => {
    expect(spelledForCell(stored)).toBe("=RV.ZSCORE(A1)");
  });

  it("changes nothing inside a text", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const quoted = `"${words.replaceAll('"', '""')}"`;
        expect(spelledForCell(spelledForFile(`=${quoted}`))).toBe(`=${quoted}`);
      }),
    );
  });

  it.each([
    ["[1]Sheet1!A1", "another workbook"],
    ["SUM('[Budget.xlsx]Q1'!A1:A9)", "another workbook"],
    ["cmd|'/C calc'!A0", "a program (DDE)"],
    ["1+MSEXCEL|'\\..\\x'!A1", "a program (DDE)"],
  ])("refuses %s", (stored, why) => {
    expect(refusedReference(stored)).toBe(why);
  });

  it.each(["SUM(A1:A9)", '"[not a file]"&A1', '"a|b"', "Sheet1!A1"])("takes %s", (stored) => {
    expect(refusedReference(stored)).toBeNull();
  });
});
