import fc from "fast-check";
import { refusedReference, spelledForCell, spelledForFile } from "../../src/xlsx/formulaSpelling";

describe("formulas in .xlsx files", () => {
  it.each([
    ["=RV.SPREADGAP(B2:B9,C2:C9)", "_xldudf_RV_SPREADGAP(B2:B9,C2:C9)"],
    ["=1+rv.zscore(RV_Gap)", "1+_xldudf_RV_ZSCORE(RV_Gap)"],
    ["=XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
    ["=SORT(FILTER(A1:A9,A1:A9>2))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>2))"],
    ['=IF(A1,"RV.X(1)",SUM(A1))', 'IF(A1,"RV.X(1)",SUM(A1))'],
    ["='RV.X('!A1", "'RV.X('!A1"],
    ["=LET(x,2,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,2,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
    ['=MAP(A1:A3,LAMBDA(a,a&"a"))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a&"a"))'],
    [
      "=LET(f,LAMBDA(x,[y],x),f(2))+x",
      "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,[_xlpm.y],_xlpm.x),_xlpm.f(2))+x",
    ],
    ["=SUM(A1#)+Data!B2#", "SUM(_xlfn.ANCHORARRAY(A1))+_xlfn.ANCHORARRAY(Data!B2)"],
    ["=@A1:A3*2", "_xlfn.SINGLE(A1:A3)*2"],
    ["=ABS(@INDEX(A1:A3,0))+1", "ABS(_xlfn.SINGLE(INDEX(A1:A3,0)))+1"],
    ['=COUNTIF(A1:A3,"#N/A")+#N/A', 'COUNTIF(A1:A3,"#N/A")+#N/A'],
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

  it("takes a defined name for what it is, and no function of the add-in", () => {
    expect(spelledForCell("RV_Half(4)", new Set(["RV_HALF"]))).toBe("=RV_Half(4)");
    expect(spelledForCell("RV_ZSCORE(A1)", new Set(["RV_HALF"]))).toBe("=RV.ZSCORE(A1)");
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
