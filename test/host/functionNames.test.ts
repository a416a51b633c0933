/* How the names of functions are offered while one types, and what is said of one that does not exist. */
import "./nativeEngine";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { unknownNameWords } from "../../src/host/unknownNames";

const NAMES = ["SPREADRETURNS", "SPREADGAP", "ZSCORE", "ABOUT"];
const spreadsheet = new Spreadsheet({
  preset: nodePreset(),
  sheets: [{ name: "Sheet1" }],
  metadata: {
    functions: NAMES.map((name) => ({
      id: name,
      name,
      description: "First. Second.",
      parameters: [],
    })),
  },
  functions: new Map(NAMES.map((name) => [name, () => 1])),
});
spreadsheet.workbook.insertDefinedName("RV_Gap", "Sheet1!$A$1:$A$3");

describe("the functions that are offered while a name is typed", () => {
  const offered = (typed: string) =>
    spreadsheet.service(IDescriptionService).getSearchListByNameFirstLetter(typed);
  const names = (typed: string) => offered(typed).map(({ name }) => name);

  it("come by the alphabet, with one sentence each", () => {
    expect(names("RV.SPR")).toEqual(["RV.SPREADGAP", "RV.SPREADRETURNS"]);
    expect(offered("rv.spreadg")[0]?.desc).toBe("First.");
    const plain = names("A");
    expect(plain.indexOf("ABS")).toBeLessThan(plain.indexOf("AVERAGE"));
    expect([...plain.slice(0, -1)]).toEqual([...plain.slice(0, -1)].sort());
  });

  it("are found without the prefix, after the exact ones", () => {
    expect(names("SPR")).toEqual(["RV.SPREADGAP", "RV.SPREADRETURNS"]);
    expect(names("AB")).toEqual(["ABS", "RV.ABOUT"]);
    expect(names("NOSUCH")).toEqual([]);
  });
});

describe("a formula with a name that does not exist", () => {
  it.each([
    ["=SPREADGAP(1,2)", "there is no function SPREADGAP; the nearest is RV.SPREADGAP"],
    ["=RV.SPREDGAP(1,2)", "there is no function RV.SPREDGAP; the nearest is RV.SPREADGAP"],
    ["=1+SUMM(A1)", "there is no function SUMM; the nearest is SUM"],
    ["=RV_Gap+RV_Gab", "there is no name RV_Gab"],
    ["=LET(x,1,x+y)", null],
    ["=SUM(RV_Gap)", null],
  ])("%s", (formula, words) => {
    expect(unknownNameWords(formula, spreadsheet)).toBe(words);
  });
});
