import "./nativeEngine";
import { FORMULA_SHEET, FormulaEvaluator } from "../../src/host/formulaEvaluator";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { loadFixture } from "./fixture/loadFixture";

const evaluator = new FormulaEvaluator(
  new Spreadsheet({
    ...loadFixture(),
    preset: nodePreset(),
    sheets: [
      FORMULA_SHEET,
      { name: "gap", cells: [[3], [null], [1], ["=1+1"]] },
      { name: "__proto__", cells: [[42]] },
    ],
  }),
);
const evaluate = (formula: string) => evaluator.evaluate(formula);

describe("a formula outside the grid", () => {
  it.each([
    ["=1/3", 1 / 3],
    ["=RV.ONE(1)", 2],
    ["=SUM(gap!A1:A3)", 4],
    ["=SUM(GAP!A1:A3)", 4],
    ["=gap!A4", "=1+1"],
    ["='__proto__'!A1", 42],
    ["=LET(x,2,x*3)", 6],
    ['=IFERROR(RV.BAD(),"none")', "none"],
    ["=RV.LATER(RV.LATER(5,5),5)", 5],
    ["=RV.TICK(1000)", 0],
    ["=SUM(SEQUENCE(300,300))", (90_000 * 90_001) / 2],
    ["=ROWS(RV.TABLE(100000,2))", 100_000],
  ])("%s is %p", async (formula, expected) => {
    expect(await evaluate(formula)).toEqual(expected);
  });

  it("keeps long formulas apart whose hashes of 32 bits are one", async () => {
    // The engine's own caches take the second for the first.
    const tail = '+0*LEN("a text that makes the formula long enough"))';
    expect(await evaluate(`=SUM(1080480797,10163${tail}`)).toBe(1_080_490_960);
    expect(await evaluate(`=SUM(1091020986,11494${tail}`)).toBe(1_091_032_480);
  });

  it("gives an array row by row, and one cell as itself", async () => {
    expect(await evaluate("=RV.TABLE(2,3)")).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
    expect(await evaluate("=RV.TABLE(1,1)")).toBe(0);
  });

  it("keeps a blank cell that is referred to, and shows a computed blank as 0", async () => {
    expect(await evaluate("=gap!A1:A3")).toEqual([[3], [null], [1]]);
    expect(await evaluate("=gap!A2")).toBeNull();
    expect(await evaluate("=IF(TRUE,gap!A2)")).toBe(0);
  });

  it("does not let SORT change what the next formula reads", async () => {
    expect(await evaluate("=SORT(gap!A1:A3)")).toEqual([[1], [3], [0]]);
    expect(await evaluate("=gap!A1:A3")).toEqual([[3], [null], [1]]);
  });

  it.each([
    ["=SUM(Nope!A1:A3)", "#REF!", "there is no sheet Nope; the sheets are gap, __proto__"],
    [
      "=SUM(constructor!A1)",
      "#REF!",
      "there is no sheet constructor; the sheets are gap, __proto__",
    ],
    ["=1+RV.BAD()", "#N/A", "no curve for 2026-01-19"],
    ["=RV.BUG()", "#VALUE!", "index 7 of 3"],
    ["=RV.ONE()", "#VALUE!", "number is missing; it is not optional"],
    ["=RV.ONE(1,2)", "#VALUE!", "ONE got 2 arguments; it must be at most 1"],
    ['=RV.ONE("x")', "#VALUE!", 'number is "x"; it must be a number'],
    ["=RV.ONE(gap!A1:A3)", "#VALUE!", "number is a range of 3 × 1 cells; it must be one cell"],
    ["=ROUND(1)", "#N/A", "ROUND got 1 arguments; there must be 2"],
    ["=nothing", "#NAME?", "there is no name nothing"],
    ["=(1", "#VALUE!", expect.stringMatching(/^the formula cannot be read/)],
    ["=VSTACK(LAMBDA(x,x))", "#CALC!", expect.any(String)],
    ["=LAMBDA(x,x)", "#CALC!", expect.stringMatching(/LAMBDA/)],
    ["=1/0", "#DIV/0!", expect.stringMatching(/division by zero/)],
    ["=gap!A1#", "#REF!", expect.stringMatching(/^gap!A1#: a spilled range/)],
    ["=SUM(A1:XFD1048576)", "#VALUE!", expect.stringMatching(/^a reference has 17179869184 cells/)],
  ])("%s is %s, and says why", async (formula, error, message) => {
    expect(await evaluate(formula)).toEqual({ error, message });
  });

  it("never takes two references with a blank between for one of them", async () => {
    expect(await evaluate("=SUM(gap!A1:A3 gap!A1)")).toMatchObject({ error: expect.any(String) });
  });

  it("names the functions that nobody knows", async () => {
    expect(await evaluate("=RV.constructor()+SUM(1)")).toMatchObject({
      error: "#NAME?",
      message: expect.stringMatching(/^there is no function RV\.CONSTRUCTOR/),
    });
  });
});
