/*
 * The functions of a warehouse against `batch` over the same rows: the same numbers to the last bit, the same
 * sentences letter by letter. What a batch leaves blank is left out.
 */
import { Calculations } from "../../src/warehouse/settings";
import { bonds } from "../../src/warehouse/bonds";
import declared from "../../src/warehouse/functions.json";
import { pools } from "../../src/warehouse/mortgages";
import type { RowAnswer } from "../../src/warehouse/rowFunction";
import { series } from "../../src/warehouse/series";
import { pools as kindOfPools } from "../../src/rows/pools";
import { batch, curve, CURVE_ROWS, file, path, poolsText, textOf } from "../cli/batch/runBatch";

const CURVE = JSON.stringify(CURVE_ROWS.map(([tenor, yld]) => ({ tenor, yield: yld })));

/** What batch answers to rows of cells, as objects without what is missing. */
async function batched(
  kind: string,
  rows: readonly Record<string, unknown>[],
  ...words: string[]
): Promise<RowAnswer[]> {
  const input = file("rows.ndjson", rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const { said } = await batch([kind, "--in", input, "--out", path("answers.ndjson"), ...words]);
  expect(said).toBe("");
  const given = new Set(Object.keys(rows[0] as object));
  return textOf("answers.ndjson")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const all = Object.entries(JSON.parse(line) as Record<string, number | string | null>);
      return Object.fromEntries(all.filter(([name, value]) => !given.has(name) && value !== null));
    }) as RowAnswer[];
}

const POOLS = poolsText(30)
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").slice(1).map(Number));
const BAD_POOLS = [
  [null, 0.05, 0.0595, 357, 3],
  ["99-16", "5%", "5.95%", 357, 3],
  ["99-40", 0.05, 0.0595, 357, 3],
  [99.5, 5, 0.0595, 357, 3],
  [99.5, 0.05, null, 357.5, 3],
  [99.5, 0.06, 0.05, 357, 3],
  [0.995, 0.05, 0.0595, 357, 3],
  [5, 0.05, 0.0595, 357, 3],
  [99.5, 0.05, 0.0595, 400, "abc"],
  [0, 0, 0, 0, 0],
];
const asPool = ([price, coupon, wac, wam, age]: readonly unknown[]) => ({
  price,
  coupon,
  wac,
  wam,
  age,
});

describe("pools", () => {
  it("answers each row as batch does", async () => {
    const rows = [...POOLS, ...BAD_POOLS];
    const fields = "oas,duration,convexity,krd,zSpread,wal";
    const expected = await batched(
      "pools",
      rows.map(asPool),
      ...["--curve", curve, "--fields", fields, "--key-tenors", "2,5,10"],
    );
    expect(rows.map((row) => pools(...row, CURVE, null, fields, "2,5,10"))).toEqual(expected);
    expect(expected.filter((answer) => "error" in answer)).toHaveLength(BAD_POOLS.length - 1);
    expect(Object.keys(expected[0] as object)).toEqual([
      ...["oas", "duration", "convexity", "krd_2y", "krd_5y", "krd_10y", "zSpread", "wal"],
    ]);
  });

  it("answers the usual fields where none are named, and takes assumptions", async () => {
    const assumptions = '[{"key":"hwVol","value":0.012},{"key":"prepay.multiplier","value":"1.2"}]';
    const file0 = file("assumptions.csv", "key,value\nhwVol,0.012\nprepay.multiplier,1.2\n");
    const words = ["--curve", curve, "--assumptions", file0];
    const rows = POOLS.slice(0, 3);
    const expected = await batched("pools", rows.map(asPool), ...words);
    expect(rows.map((row) => pools(...row, CURVE, assumptions))).toEqual(expected);
    expect(rows.map((row) => pools(...row, CURVE))).not.toEqual(expected);
  });

  it.each([
    [[], "curve is missing; give tenors and par yields"],
    [["["], /^curve is the text "\["; it must be JSON such as \[\{"tenor":…,"yield":…\},…\]$/],
    [["[]"], "curve is missing; give tenors and par yields"],
    [['{"tenor":2}'], /^curve is no JSON array; it must be JSON such as/],
    [["[1]"], /^curve, row 1, is the text "1"; it must be JSON/],
    [['[{"tenor":2}]'], /^curve, row 1, is .*; it must be JSON/],
    [['[{"tenor":2,"yield":{}}]'], "curve, row 1, yield, must be a number or a text"],
    [['[{"tenor":2,"yield":4.1},{"tenor":10,"yield":4.1}]'], /^curve, row 1, par yield is 4\.1/],
    [[7], "curve is no text; it must be a text or NULL"],
    [[CURVE, "x"], /^assumptions is the text "x"; it must be JSON such as \[\{"key":…,"value":…\}/],
    [[CURVE, '[{"key":"hwVol","value":"much"}]'], /^assumptions, row 1: /],
    [[CURVE, null, "oas,durations"], /^fields has durations, which pools do not have; it must be/],
    [[CURVE, null, "oas,oas"], "fields has oas twice"],
    [[CURVE, null, "krd", "5,2"], /^keyTenors, row 2, is 2 after 5/],
  ])("says in each row what is wrong with the settings %j", (settings, words) => {
    const expected = words instanceof RegExp ? expect.stringMatching(words) : words;
    const row = POOLS[0] as number[];
    expect(pools(...row, ...settings)).toEqual({ error: expected });
    expect(pools(...row, ...settings)).toEqual({ error: expected });
  });

  it("gives an answer to whatever it is handed, and no number that is not one", () => {
    const hostile = [
      null,
      undefined,
      NaN,
      Infinity,
      -0,
      1e308,
      true,
      "",
      "NULL",
      "__proto__",
      [],
      {},
    ];
    const row = [...(POOLS[0] as number[]), CURVE, null, null, null];
    for (const [i] of row.entries()) {
      for (const value of [...hostile, new Date(0), 5n, "x".repeat(40_000)]) {
        const answer = pools(...row.map((own, j) => (i === j ? value : own)));
        const { error, ...numbers } = answer;
        expect(["string", "undefined"]).toContain(typeof error);
        expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
        expect(error !== undefined || Object.keys(numbers).length > 0).toBe(true);
      }
    }
  });
});

describe("bonds", () => {
  const fields = "yield,clean,modified,Z,oas,effectiveDuration,yieldToWorst";
  const terms = ["settlement", "maturity", "coupon", "price", "yld"];
  it.each([
    [{ settlement: "2026-01-15", maturity: "2036-02-15", coupon: 0.045, price: 99.5, yld: null }],
    [{ settlement: "2026-01-15", maturity: "2031-01-15", coupon: 0.05, price: null, yld: 0.051 }],
    [
      {
        ...{ settlement: "2026-01-15", maturity: "2036-02-15", coupon: "4.5%", price: "99-16" },
        ...{ yld: null, frequency: 2, basis: 1, hwVol: 0.01 },
        calls: "2029-02-15 102; 2031-02-15 100",
      },
    ],
    [{ settlement: "2026-01-15", maturity: "2025-02-15", coupon: 0.045, price: 99.5, yld: null }],
    [{ settlement: null, maturity: "2036-02-15", coupon: 0.045, price: 99.5, yld: null }],
    [{ settlement: "2026-01-15", maturity: "2036-02-15", coupon: 0.045, price: 9.5, yld: 0.04 }],
    [
      {
        ...{ settlement: "2026-01-15", maturity: "2036-02-15", coupon: 0.045, price: 99.5 },
        ...{ yld: null, calls: "2029-02-15" },
      },
    ],
  ])("answers %j as batch does", async (row: Record<string, unknown>) => {
    const further = Object.entries(row).filter(([name]) => !terms.includes(name));
    const more = further.length === 0 ? null : JSON.stringify(Object.fromEntries(further));
    const answer = bonds(...terms.map((term) => row[term]), more, CURVE, fields);
    expect([answer]).toEqual(await batched("bonds", [row], "--curve", curve, "--fields", fields));
  });

  it.each([
    ["{", /^more is the text "\{"; it must be JSON such as \{"frequency":2\}$/],
    ["[]", /^more is the text "\[\]"; it must be JSON/],
    [3, /^more is no text; it must be JSON/],
    ['{"frequenzy":2}', "more has frequenzy, which is no term; the nearest is frequency"],
    ['{"__proto__":2}', /^more has __proto__, which is no term/],
    ['{"coupon":0.05}', "more has coupon, which is an argument of its own"],
  ])("refuses %j as further terms", (more, words) => {
    const expected = words instanceof RegExp ? expect.stringMatching(words) : words;
    expect(bonds("2026-01-15", "2036-02-15", 0.045, 99.5, null, more)).toEqual({ error: expected });
  });
});

describe("series", () => {
  const days = Array.from({ length: 90 }, (_, i) => {
    const month = new Date(Date.UTC(2018, i + 1, 0));
    return month.toISOString().slice(0, 10);
  });
  const gaps = days.map((_, i) => Math.round(400 + 100 * Math.sin(i) + 3 * (i % 7)) / 10);

  it("answers a history as batch does", async () => {
    const rows = days.map((date, i) => ({ series: "a", date, value: gaps[i] }));
    const [expected] = await batched("series", rows);
    const answer = series(days, gaps);
    expect(answer).toEqual(expected);
    expect(answer).toMatchObject({ n: 90, text: expect.any(String) });
  });

  it("says what is missing: an array, a value that an array has lost, a history", () => {
    expect(series(null, gaps)).toEqual({ error: "date is NULL; it must be an array" });
    expect(series(days, 3)).toEqual({ error: "value is no array; it must be an array" });
    expect(series([], [])).toEqual({ error: expect.stringMatching(/^date/) });
    expect(series(days, gaps.slice(1))).toEqual({ error: expect.stringMatching(/90.*89|89.*90/) });
    expect(
      series(
        days,
        gaps.map(() => null),
      ),
    ).toEqual({ n: 0, error: expect.any(String) });
  });
});

describe("the settings", () => {
  it("are read once for as long as few of them alternate", () => {
    let prepared = 0;
    const calculations = new Calculations({
      ...kindOfPools,
      prepare: (settings) => {
        prepared++;
        return kindOfPools.prepare(settings);
      },
    });
    const ask = (fields: string) => calculations.of({ curve: CURVE, fields: [...fields].join("") });
    const names = ["oas", "duration", "convexity", "wal"];
    const first = ask("oas");
    for (let i = 0; i < 100; i++) ask(names[i % 4] as string);
    expect([prepared, ask("oas") === first]).toEqual([4, true]);
    for (const name of ["zSpread", "baseCpr", "volDuration", "optionCost"]) ask(name);
    expect([prepared, ask("oas") === first]).toEqual([8, false]);
  });
});

describe("the table of functions", () => {
  it("names terms of the kinds, all that are needed among them", () => {
    const [ofPools] = declared;
    expect(ofPools?.terms.map(({ name }) => name)).toEqual([...kindOfPools.terms.keys()]);
  });
});
