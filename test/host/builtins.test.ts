import "./nativeEngine";
import { BUILTINS } from "../../src/host/builtins/register";
import { FORMULA_SHEET, FormulaEvaluator } from "../../src/host/formulaEvaluator";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { loadFixture } from "./fixture/loadFixture";

const spreadsheet = new Spreadsheet({
  ...loadFixture(),
  preset: nodePreset(),
  sheets: [FORMULA_SHEET, { name: "D", cells: [[3], [1], [null], [4]] }],
});
const evaluator = new FormulaEvaluator(spreadsheet);
const evaluate = (formula: string) => evaluator.evaluate(formula);

describe("the functions that take the place of the engine's", () => {
  it("have names of their own", () => {
    const names = BUILTINS.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("take the place of functions that the engine has", () => {
    // A new name would lack its description in the grid.
    const described = new Set(spreadsheet.functionNames);
    expect(BUILTINS.filter(({ name }) => !described.has(name))).toEqual([]);
  });

  // Microsoft's pages of the functions, to the digits printed there.
  it.each([
    ["=PRICE(DATE(2008,2,15),DATE(2017,11,15),0.0575,0.065,100,2,0)", 94.63436162, 8],
    ["=DISC(DATE(2018,7,1),DATE(2048,1,1),97.975,100,1)", 0.000686, 6],
    ["=TBILLEQ(DATE(2008,3,31),DATE(2008,6,1),0.0914)", 0.09415149, 8],
    ["=XIRR({-10000,2750,4250,3250,2750},{39448,39508,39751,39859,39904},0.1)", 0.373362535, 8],
    ["=CUMIPMT(0.09/12,30*12,125000,13,24,0)", -11_135.23213, 5],
    ["=CUMPRINC(0.09/12,30*12,125000,13,24,0)", -934.1071234, 6],
    ["=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))", 110, 9],
    ["=WORKDAY(DATE(2008,10,1),151)-DATE(2009,4,30)", 0, 9],
    ["=TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2)", 3.778, 3],
    ["=SKEW({3,4,5,2,3,4,5,6,4,7})", 0.359543, 6],
    ["=BINOM.DIST(6,10,0.5,FALSE)", 0.2050781, 7],
    ["=HYPGEOM.DIST(1,4,8,20,FALSE)", 0.3633, 4],
    ["=NEGBINOM.DIST(10,5,0.25,FALSE)", 0.0550487, 7],
    ["=POISSON.DIST(2,5,TRUE)", 0.124652, 6],
    ["=F.INV.RT(0.01,6,4)", 15.20686, 5],
    ["=T.INV.2T(0.546449,60)", 0.606533, 6],
    ["=BETA.INV(0.685470581,8,10,1,3)", 2, 6],
    ["=DOLLARDE(1.02,16)", 1.125, 9],
    ["=FVSCHEDULE(1,{0.09,0.11,0.1})", 1.33089, 9],
    ["=MULTINOMIAL(2,3,4)", 1260, 9],
  ])("%s is %d", async (formula, value, digits) => {
    expect(await evaluate(formula)).toBeCloseTo(value, digits);
  });

  it.each<[string, unknown]>([
    [
      "=EDATE({42004,42035},{1;2})",
      [
        [42_035, 42_063],
        [42_063, 42_094],
      ],
    ],
    ["={1,2,3}+{1,2}", [[2, 4, expect.objectContaining({ error: "#N/A" })]]],
    ['=TRUE<>"x"', true],
    ['="abc"="a*"', false],
    ["=LOOKUP(2,{1,2,3},{10;20;30})", 20],
    ["=MATCH(2.5,{1;2;3},1)", 2],
    ['=MATCH("x",{1;2;3},1)', expect.objectContaining({ error: "#N/A" })],
    ["=ISBLANK(TAKE(D!A1:A3,-1))", true],
    ["=ISBLANK(MAP(D!A1:A3,LAMBDA(x,x)))", [[false], [false], [true]]],
    ["=TAKE(D!A1:A3,-12)", [[3], [1], [0]]],
    ['=MAXIFS(D!A1:A4,D!A1:A4,">1000")+1', 1],
    ["=MINA(D!A1:A4)", 1],
    ["=STDEV.S({0.1,0.1,0.1})", 0],
    ['=SEARCH("~*","a*b")', 2],
    ['=PROPER("émile o\'neil")', "Émile O'Neil"],
    ["=CONCAT(TRUE,0.5)", "TRUE0.5"],
    ["=DOLLAR(-0.5,2)", "($0.50)"],
    ['=IF("FALSE",1,2)', 2],
  ])("%s is %p", async (formula, value) => {
    expect(await evaluate(formula)).toEqual(value);
  });

  it.each([
    ['=EDATE("x",1)', "#VALUE!", /^start_date is "x"; it must be a number$/],
    [
      "=PRICE(42004,42000,0.05,0.05,100,2)",
      "#NUM!",
      /^settlement is 42004, not before maturity, 42000/,
    ],
    ["=PRICE(42000,42004,0.05,0.05,100,3)", "#NUM!", /^frequency is 3; it must be 1, 2 or 4$/],
    ['=IF("x",1,2)', "#VALUE!", /^logical_test is "x"; it must be TRUE or FALSE$/],
    ["=SUMPRODUCT({1,2},{1,2,3})", "#VALUE!", /^the arrays differ in size/],
    ["=CORREL({1,2,3},{0.1,0.1,0.1})", "#DIV/0!", /numbers that are all the same$/],
  ])("%s says what was expected", async (formula, error, message) => {
    expect(await evaluate(formula)).toEqual({ error, message: expect.stringMatching(message) });
  });
});

// SciPy 1.17: stats.norm.cdf and the like, tails to their own digits.
describe("the tails of distributions", () => {
  it.each([
    ["=NORM.S.DIST(-30,TRUE)", 4.906713927147908e-198],
    ["=NORM.S.INV(1E-300)", -37.0470962993612],
    ["=ERFC(9)", 4.137031746513811e-37],
    ["=CHISQ.DIST.RT(50,2)", 1.3887943864964e-11],
    ["=CHISQ.INV.RT(1E-300,2)", 1381.5510557964274],
    ["=F.DIST.RT(10,100,60)", 1.3560696532723103e-17],
    ["=F.INV(1E-300,3,5)", 7.377844808334278e-201],
    ["=GAMMA.INV(1E-300,2,3)", 4.242640687119219e-150],
    ["=BETA.INV(1E-300,2,3)", 4.082482904638631e-151],
    ["=POISSON.DIST(150,200,TRUE)", 0.00013135703016944027],
    ["=BINOM.DIST(200,1000,0.01,FALSE)", 2.132195500301685e-188],
    ["=HYPGEOM.DIST(0,500,2000,5000,FALSE)", 1.3700709472715006e-119],
  ])("%s", async (formula, expected) => {
    const found = Number(await evaluate(formula));
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
  });
});
