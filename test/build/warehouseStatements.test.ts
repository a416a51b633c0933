/*
 * The statements that create the functions of a warehouse. No warehouse is at hand: what is tested is what their
 * documentation asks for (types of arguments, names in capitals, the sign that ends a body), and that the bodies run
 * in a bare V8 context.
 */
import { createContext, runInContext } from "node:vm";
import {
  bigQueryStatements,
  snowflakeStatements,
  type WarehouseFunction,
} from "../../src/build/warehouseStatements";
import declared from "../../src/warehouse/functions.json";

const functions = declared as readonly WarehouseFunction[];
const SCRIPT = "evaluated++; rotationSeries = { series: (...given) => given };";
const series = functions.filter(({ name }) => name === "series");
const bodies = (sql: string, sign: string) =>
  sql.split(sign).filter((_, i) => i % 2 === 1) as [string, ...string[]];
const bare = () => createContext(Object.assign(Object.create(null), { evaluated: 0 }));
/** A body as a function of its arguments. */
const call = (body: string, names: readonly string[], given: readonly unknown[]) =>
  `JSON.stringify((function (${names.join()}) {${body}})(...${JSON.stringify(given)}))`;

describe("the statements for BigQuery", () => {
  const sql = bigQueryStatements(functions, "Rotation 9");

  it("say that they were not run there, and from which program they are", () => {
    expect(sql).toMatch(/^-- Rotation 9: .* not run in BigQuery/);
  });

  it("create each function, with types that its scripts can have", () => {
    const heads = [
      ...sql.matchAll(/^CREATE OR REPLACE FUNCTION DATASET\.rotation_(\w+)\(([^)]*)/gm),
    ];
    expect(heads.map(([, name]) => name)).toEqual(functions.map(({ name }) => name));
    for (const [i, [, , list = ""]] of heads.entries()) {
      const { terms, settings } = functions[i] as WarehouseFunction;
      const names = [...terms.map(({ name }) => name), ...settings];
      const lines = list.trim().split(/,\n\s*/);
      expect(lines.map((line) => line.split(" ")[0])).toEqual(names);
      for (const line of lines) expect(line).toMatch(/ (FLOAT64|STRING|ARRAY<(FLOAT64|STRING)>)$/);
    }
    expect(sql).not.toMatch(/undefined|INT64/);
  });

  it("name the library's file, and end no text too early", () => {
    for (const { family } of functions) {
      expect(sql).toContain(`library = ["gs://BUCKET/FOLDER/${family}.js"]`);
    }
    for (const { about } of functions) expect(about).not.toMatch(/["'\\]/);
    expect(bodies(sql, '"""')).toHaveLength(functions.length);
  });

  it("have a body that gives the library's answer as JSON", () => {
    const [body] = bodies(bigQueryStatements(series, ""), '"""');
    const context = bare();
    runInContext(SCRIPT, context);
    const names = ["date", "value", "assumptions", "fields"];
    const answer = String(runInContext(call(body, names, [["a"], [1], null, "n"]), context));
    expect(JSON.parse(answer)).toBe('[["a"],[1],null,"n"]');
  });
});

describe("the statements for Snowflake", () => {
  const of = (script: string) => snowflakeStatements(series, "Rotation 9", () => script);
  const names = ["DATE", "VALUE", "ASSUMPTIONS", "FIELDS"];

  it("say that they were not run there, and take NULL arguments", () => {
    const sql = snowflakeStatements(functions, "Rotation 9", () => SCRIPT);
    expect(sql).toMatch(/^-- Rotation 9: .* not run in Snowflake/);
    expect(sql.match(/^CALLED ON NULL INPUT$/gm)).toHaveLength(functions.length);
    expect(sql).not.toMatch(/undefined \w|INT|NUMBER/);
    expect(sql.match(/\$\$/g)).toHaveLength(2 * functions.length);
  });

  it("evaluate the script once for many rows, and again when it is another one", () => {
    const context = bare();
    const [body] = bodies(of(SCRIPT), "$$");
    for (let row = 0; row < 5; row++) {
      const given = [["a"], [row], null, "n"];
      expect(JSON.parse(String(runInContext(call(body, names, given), context)))).toEqual(given);
    }
    expect(runInContext("evaluated", context)).toBe(1);
    const [later] = bodies(of(`${SCRIPT} // another`), "$$");
    runInContext(call(later, names, [[], [], null, null]), context);
    expect(runInContext("evaluated", context)).toBe(2);
  });

  it("are not written where the script would end its own body", () => {
    expect(() => of('a = "$$"')).toThrow("series.js holds $$, which ends a body");
  });
});
