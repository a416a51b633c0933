import "../nativeEngine";
import { IFunctionService, LexerTreeBuilder } from "@univerjs/engine-formula";
import { FORMULA_SHEET, FormulaEvaluator } from "../../../src/host/formulaEvaluator";
import { nodePreset } from "../../../src/host/nodePreset";
import { Spreadsheet } from "../../../src/host/spreadsheet";
import { loadFixture } from "../fixture/loadFixture";

const spreadsheet = new Spreadsheet({
  ...loadFixture(),
  preset: nodePreset(),
  sheets: [FORMULA_SHEET, { name: "D", cells: [[1.5], [1.25], [99.5], ["abc"], ["1-3"]] }],
});
const evaluator = new FormulaEvaluator(spreadsheet);
const evaluate = (formula: string) => evaluator.evaluate(formula);

describe("a number in a formula", () => {
  it.each([
    ["=IF(0.57>=0.50,1,0)", 1],
    ["=1.50>2", false],
    ["=SUM({0.10,0.25})", 0.35],
    ["=1.E+3+.5", 1000.5],
    ["=0.10000000000000000001*10", 1],
    ['=COUNTIF(D!A1:A3,">1.50")', 1],
    ['=COUNTIF(D!A1:A3,"1.50")', 1],
    ['=COUNTIF(D!A1:A3,">130%")', 2],
    ["=1+2*{1,2,3}", [[3, 5, 7]]],
    ["=2*({1,2,3}-1)", [[0, 2, 4]]],
    ["=-{1,2}", [[-1, -2]]],
    ["=50%%", 0.005],
    ["=SUM(50%%,1)", 1.005],
    [
      "={-1,+2;.50,1E+03}",
      [
        [-1, 2],
        [0.5, 1000],
      ],
    ],
  ])("%s is %p", async (formula, value) => {
    expect(await evaluate(formula)).toEqual(value);
  });
});

describe("a text in quotes", () => {
  it.each([
    ['=IF(TRUE,"1-3")', "1-3"],
    ['=CHOOSE(1,"5%")', "5%"],
    ['=LET(x,"0.50",x)', "0.50"],
    ['=INDEX({"1-3","5%"},1)', "1-3"],
    ['=IFERROR(1/0,"Jan-26")', "Jan-26"],
    ['=SWITCH(1,1,"1/2")', "1/2"],
    ['=XLOOKUP(1,{1,2},{"1-3","b"})', "1-3"],
    ['=VLOOKUP("0.50",{"0.50","1-3"},2,FALSE)', "1-3"],
    ['=MAP({"1-3","TRUE"},LAMBDA(a,a))', [["1-3", "TRUE"]]],
    ['=LAMBDA(a,a)("1-3")', "1-3"],
    ['=VSTACK("1-3","0.50")', [["1-3"], ["0.50"]]],
    ['=SORT({"2-3";"1-3"})', [["1-3"], ["2-3"]]],
    ['=FILTER({"2-3";"1-3"},{TRUE;FALSE})', "2-3"],
    ['=TEXTSPLIT("1-3,2-4",",")', [["1-3", "2-4"]]],
    ['=TEXT("1-3","0")', "1-3"],
    ['=T("#N/A")', "#N/A"],
    ['=ISTEXT("0.50")', true],
    [
      '={"a,b","c;d";"e""f","}"}',
      [
        ["a,b", "c;d"],
        ['e"f', "}"],
      ],
    ],
    ['="a""b"', 'a"b'],
    ['=""""""', '""'],
    ['="{1,2}"&"\'x\'!"', "{1,2}'x'!"],
    ['="two\nlines"', "two\nlines"],
  ])("%s is %p", async (formula, value) => {
    expect(await evaluate(formula)).toEqual(value);
  });

  it.each([
    ['="5%"+0', 0.05],
    ['="1/2/2026"+0', 46_024],
    ['=-"3"', -3],
    ['=--"3"', 3],
    ['="2"^2', 4],
  ])("%s is %p, as arithmetic on texts is in Excel", async (formula, value) => {
    expect(await evaluate(formula)).toBe(value);
  });

  it.each([
    ['="abc"+0', 'the text "abc" is no number; a number is needed'],
    ['="1-3"+0', 'the text "1-3" is no number; a date has no year'],
    ['=-"x"', 'the text "x" is no number; a number is needed'],
    [
      '=DATEVALUE("1-3")',
      'DATEVALUE got "1-3"; it must be a date with its year, such as 2026-01-15',
    ],
    [
      '=WEEKDAY("Jan-26")',
      'WEEKDAY got "Jan-26"; it must be a date with its year, such as 2026-01-15',
    ],
  ])("%s is #VALUE!, and says why", async (formula, message) => {
    expect(await evaluate(formula)).toEqual({ error: "#VALUE!", message });
  });
});

describe("what Excel does not let you enter", () => {
  const expected = "it must hold numbers, texts in quotes, TRUE, FALSE and errors";
  it.each([
    ["={1/2}", "#VALUE!", `an array constant has 1/2; ${expected}`],
    ["=SUM({50%})", "#VALUE!", `an array constant has 50%; ${expected}`],
    ["={A1}", "#VALUE!", `an array constant has A1; ${expected}`],
    ["={1,,2}", "#VALUE!", `an array constant has a gap; ${expected}`],
    ["={}", "#VALUE!", `an array constant has a gap; ${expected}`],
    ["={--1}", "#VALUE!", `an array constant has --1; ${expected}`],
    [
      "={1,2;3}",
      "#VALUE!",
      "an array constant has rows of 2 and 1 values; rows must be of one length",
    ],
    ["=1e400", "#NUM!", "1e400 is too large; it must be a number below 1.8E+308"],
    ["=Infinity", "#NAME?", "there is no name Infinity"],
  ])("%s is %s", async (formula, error, message) => {
    expect(await evaluate(formula)).toEqual({ error, message });
  });
});

describe("a formula that is filled down", () => {
  const lexer = spreadsheet.service(LexerTreeBuilder);
  it.each([
    ['="a""b"&A1', '="a""b"&A2'],
    ['="line\n1"&A1&"A1"', '="line\n1"&A2&"A1"'],
    ['={"a""b"}&A1', '={"a""b"}&A2'],
    ["='it''s'!A1&\"x\"\"\"", "='it''s'!A2&\"x\"\"\""],
  ])("%s becomes %s", (formula, below) => {
    expect(lexer.moveFormulaRefOffset(formula, 0, 1)).toBe(below);
  });
});

describe("an exception of the engine", () => {
  it.each(["=", '=LAMBDA({"a"},SUM(1),2)'])(
    "in reading %s is an error, with words",
    async (formula) => {
      expect(await evaluate(formula)).toEqual({
        error: "#VALUE!",
        message: expect.stringMatching(/^the formula cannot be read/),
      });
    },
  );

  it("is the error of that formula, with words", async () => {
    const executor = spreadsheet.service(IFunctionService).getExecutor("SUMSQ");
    if (!executor) throw new Error("the engine has no SUMSQ");
    const calculate = executor.calculate.bind(executor);
    executor.calculate = () => {
      throw new Error("rows is undefined");
    };
    for (const formula of ["=SUMSQ(D!A1:A3)", "=1+SUM(SUMSQ(2),1)"]) {
      expect(await evaluate(formula)).toEqual({
        error: "#VALUE!",
        message: expect.stringMatching(/^SUMSQ cannot calculate with these arguments/),
      });
      expect(await evaluate("=1+1")).toBe(2);
    }
    executor.calculate = calculate;
    expect(await evaluate("=SUMSQ(2)")).toBe(4);
  });
});
