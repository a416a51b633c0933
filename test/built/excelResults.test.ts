import { type Answers, answersOf } from "../support/engineCorpus";
import { day } from "../support/bondRows";
import { externalRows, itWithExternal } from "../support/externalGolden";

/*
 * Results that Excel itself gave, through the built command line: every row of the tables, to 1e-6 of
 * its value.
 */
type Row = Record<string, string>;

/** A table, its function, and how many rows it has. */
const TABLES: readonly [file: string, name: string, rows: number][] = [
  ["accrint", "ACCRINT", 195],
  ["coupdays", "COUPDAYS", 13],
  ["coupdaysbs", "COUPDAYBS", 193],
  ["coupdaysnc", "COUPDAYSNC", 203],
  ["coupncd", "COUPNCD", 137],
  ["coupnum", "COUPNUM", 123],
  ["couppcd", "COUPPCD", 139],
  ["cumipmt", "CUMIPMT", 42],
  ["cumprinc", "CUMPRINC", 34],
  ["duration", "DURATION", 341],
  ["effect", "EFFECT", 12],
  ["ipmt", "IPMT", 68],
  ["irr", "IRR", 8],
  ["mduration", "MDURATION", 329],
  ["nominal", "NOMINAL", 11],
  ["oddfprice", "ODDFPRICE", 267],
  ["oddfyield", "ODDFYIELD", 6],
  ["oddlprice", "ODDLPRICE", 192],
  ["pmt", "PMT", 67],
  ["ppmt", "PPMT", 69],
  ["price", "PRICE", 600],
  ["pricemat", "PRICEMAT", 54],
  ["tbilleq", "TBILLEQ", 34],
  ["tbillprice", "TBILLPRICE", 53],
  ["tbillyield", "TBILLYIELD", 46],
  ["xirr", "XIRR", 17],
  ["yearfrac", "YEARFRAC", 335],
  ["yieldmat", "YIELDMAT", 55],
  ["yieldnegative", "YIELD", 146],
];

/** As a formula writes it: days as serial numbers, lists as arrays. */
function written(value: string): string {
  if (value === "BeginningOfPeriod") return "1";
  if (value === "EndOfPeriod") return "0";
  if (value.includes(";")) return `{${value.split(";").map(written).join(";")}}`;
  return /^\d{4}-\d\d-\d\d$/.test(value) ? String(day(value)) : value;
}

/** A row's columns are the function's arguments in their order, the last one the result. */
const formulaOf = (name: string, row: Row): string => {
  const values = Object.entries(row).filter(([column]) => column !== name);
  return `=${name}(${values.map(([, value]) => written(value)).join(",")})`;
};

/**
 * Where the exact result is 0, Excel's own is what its search or rounding leaves (4.47e-9, -1.6e-13);
 * ours is nearer to 0. Their number is part of the test.
 */
const NOISE = 1e-8;
const NOISE_ROWS: ReadonlyMap<string, number> = new Map([
  ["IRR", 2],
  ["PPMT", 2],
  ["XIRR", 8],
]);

/** A row as a formula, and what Excel gave. */
type Case = readonly [formula: string, expected: number];

const YIELD_COLUMNS = [
  "settlement",
  "maturity",
  "rate",
  "price",
  "redemption",
  "frequency",
  "basis",
];

function casesOf(file: string, name: string): Case[] {
  const rows = externalRows(`excel_${file}.csv`);
  if (file !== "yieldnegative") {
    return rows.map((row) => [formulaOf(name, row), Number(written(row[name] ?? ""))]);
  }
  return rows.map((row) => [
    `=YIELD(${YIELD_COLUMNS.map((it) => written(row[it] ?? "")).join(",")})`,
    Number(row.yield),
  ]);
}

describe("what Excel itself gives, through the command line", () => {
  let answers: Promise<ReadonlyMap<string, Answers>> | undefined;
  /** All tables are calculated in one process. */
  const allAnswers = (): Promise<ReadonlyMap<string, Answers>> =>
    (answers ??= (async () => {
      const formulas = TABLES.flatMap(([file, name]) => casesOf(file, name).map(([it]) => it));
      const found = await answersOf(formulas);
      return new Map(formulas.map((formula, i) => [formula, found[i] ?? null]));
    })());

  for (const [file, name, count] of TABLES) {
    itWithExternal(`${name}: ${count} rows of ${file}`, async () => {
      const cases = casesOf(file, name);
      expect(cases.length).toBe(count);
      const found = await allAnswers();
      let noise = 0;
      for (const [formula, expected] of cases) {
        const answer = found.get(formula);
        const off = typeof answer === "number" ? Math.abs(answer - expected) : Infinity;
        const isNear = off <= 1e-6 * Math.abs(expected);
        const isNoise = !isNear && Math.abs(expected) < NOISE && off < NOISE;
        if (isNoise) noise++;
        const isRight = isNear || isNoise;
        expect({ formula, answer, expected, isRight }).toEqual({
          formula,
          answer,
          expected,
          isRight: true,
        });
      }
      expect(noise).toBe(NOISE_ROWS.get(name) ?? 0);
    });
  }
});
