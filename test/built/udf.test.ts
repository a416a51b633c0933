/*
 * The scripts of dist/udf in a bare V8 context, where there is nothing but the language, against the built command
 * line over the same rows: the same numbers to the last bit, the same sentences letter by letter.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, runInContext, type Context } from "node:vm";

const DIST = resolve(__dirname, "../../dist");
const UDF = join(DIST, "udf");
const read = (name: string) => readFileSync(join(UDF, name), "utf8");
const folder = mkdtempSync(join(tmpdir(), "rotation-udf-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const TENORS = [
  [0.25, 0.037],
  [2, 0.0355],
  [10, 0.041],
  [30, 0.047],
] as const;
const CURVE = JSON.stringify(TENORS.map(([tenor, yld]) => ({ tenor, yield: yld })));
const curve = write("curve.csv", ["tenor,yield", ...TENORS.map(String), ""].join("\n"));
const FIELDS = "oas,duration,convexity,krd";
const TERMS = ["price", "coupon", "wac", "wam", "age"];
const POOLS = Array.from({ length: 120 }, (_, i) => {
  const coupon = 0.03 + 0.005 * (i % 8);
  return [
    i % 17 === 5 ? null : 100 + 350 * (coupon - 0.05) + (i % 13) / 10,
    coupon,
    i % 19 === 7 ? 5.5 : coupon + 0.005 + (i % 11) / 3e3,
    i % 4 === 0 ? 170 : 340 - (i % 60),
    i % 60,
  ];
});

/** A context without a single name of Node or of a page. */
function bare(script: string): Context {
  const context = createContext(Object.create(null) as object);
  runInContext(script, context);
  return context;
}
/** Calls a function of a script in its own context. */
const call = (context: Context, name: string, given: readonly unknown[]) =>
  JSON.parse(
    String(runInContext(`JSON.stringify(${name}(...${JSON.stringify(given)}))`, context)),
  ) as Record<string, number | string>;

/** What the command line answers, without what is missing. */
function batched(kind: string, rows: readonly object[], ...words: string[]) {
  const input = write("in.ndjson", rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const output = join(folder, "out.ndjson");
  const all = [join(DIST, "cli.js"), "batch", kind, "--in", input, "--out", output, "--quiet"];
  const { stderr } = spawnSync(process.execPath, [...all, ...words], { encoding: "utf8" });
  expect(stderr).toBe("");
  const own = new Set(Object.keys(rows[0] as object));
  return readFileSync(output, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) =>
      Object.fromEntries(
        Object.entries(JSON.parse(line) as object).filter(
          ([name, value]) => !own.has(name) && value !== null,
        ),
      ),
    );
}

describe("dist/udf", () => {
  it("has a script a family, each within what a warehouse takes, and the statements", () => {
    const files = readdirSync(UDF);
    const scripts = ["bonds.js", "mortgages.js", "series.js"];
    expect(files.sort()).toEqual(["bigquery.sql", ...scripts, "snowflake.sql"].sort());
    for (const name of scripts) {
      expect(statSync(join(UDF, name)).size).toBeLessThan(1_000_000);
      expect(read(name)).toMatch(/^\/\*! Rotation \d+\.\d+\.\d+, calculation [0-9a-f]{12} \*\//);
    }
  });

  it.each([
    ["mortgages.js", "rotationMortgages"],
    ["bonds.js", "rotationBonds"],
    ["series.js", "rotationSeries"],
  ])("%s loads where there is nothing but the language, and leaves one name", (script, name) => {
    expect(Object.keys(bare(read(script)))).toEqual([name]);
  });

  it("values pools as the command line does", () => {
    const expected = batched(
      "pools",
      POOLS.map((row) => Object.fromEntries(row.map((value, i) => [TERMS[i], value]))),
      ...["--curve", curve, "--fields", FIELDS],
    );
    const context = bare(read("mortgages.js"));
    const name = "rotationMortgages.pools";
    expect(POOLS.map((row) => call(context, name, [...row, CURVE, null, FIELDS]))).toEqual(
      expected,
    );
    expect(expected.filter((answer) => "error" in answer).length).toBeGreaterThan(10);
  });

  it("values bonds as the command line does", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      settlement: "2026-01-15",
      maturity: `20${28 + (i % 20)}-0${1 + (i % 9)}-15`,
      coupon: 0.03 + i / 1e3,
      price: i % 7 === 3 ? null : 95 + i / 4,
      yld: null,
      frequency: 1 + (i % 2),
    }));
    const fields = "yield,clean,convexity,Z,oas";
    const expected = batched("bonds", rows, "--curve", curve, "--fields", fields);
    const context = bare(read("bonds.js"));
    const answers = rows.map(({ frequency, ...row }) =>
      call(context, "rotationBonds.bonds", [
        ...Object.values(row),
        JSON.stringify({ frequency }),
        CURVE,
        fields,
      ]),
    );
    expect(answers).toEqual(expected);
  });

  it("judges a history as the command line does", () => {
    const days = Array.from({ length: 100 }, (_, i) =>
      new Date(Date.UTC(2017, i + 1, 0)).toISOString().slice(0, 10),
    );
    const gaps = days.map((_, i) => 40 + Math.round(100 * Math.sin(i)) / 10);
    const [found] = batched(
      "series",
      days.map((date, i) => ({ series: "a", date, value: gaps[i] })),
    ) as Record<string, unknown>[];
    const context = bare(read("series.js"));
    const answer = call(context, "rotationSeries.series", [days, gaps]);
    expect(answer).toEqual(found);
  });

  it("has statements whose bodies answer: BigQuery's with the library, Snowflake's by themselves", () => {
    const names = [...TERMS, "curve", "assumptions", "fields", "keyTenors"];
    const given = JSON.stringify([...(POOLS[0] as unknown[]), CURVE, null, FIELDS, null]);
    const run = (context: Context, body: string, all: readonly string[]) =>
      runInContext(`JSON.stringify((function (${all.join()}) {${body}})(...${given}))`, context);
    const library = bare(read("mortgages.js"));
    const [, ofBigQuery = ""] = read("bigquery.sql").split('"""');
    const [, ofSnowflake = ""] = read("snowflake.sql").split("$$");
    const expected = call(library, "rotationMortgages.pools", JSON.parse(given) as unknown[]);
    const text = JSON.parse(String(run(library, ofBigQuery, names))) as string;
    expect(JSON.parse(text)).toEqual(expected);
    const capitals = names.map((name) => name.toUpperCase());
    expect(JSON.parse(String(run(bare(""), ofSnowflake, capitals)))).toEqual(expected);
    expect(expected).toHaveProperty("oas");
  });
});
