/*
 * Pools of a file against the worksheet functions, which value each of them alone: the bounds are those of
 * the book (.005 bp, 5e-4 years, .5 years²), the sentences are the same letter by letter.
 */
import { mbsKrdRows, mbsOasCard } from "../../../src/functions/mortgageOas";
import {
  batch,
  curve,
  CURVE_ROWS,
  file,
  path,
  poolsText,
  POOL_HEADER,
  rowsOf,
  textOf,
} from "./runBatch";

const TERMS = ["price", "coupon", "wac", "wam", "age"] as const;
const cell = (text: string) => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
const card = (row: Record<string, string>, field: string, assumptions?: unknown[][]) => {
  const [price, coupon, wac, wam, age] = TERMS.map((term) => cell(row[term] as string));
  return mbsOasCard(price, coupon, wac, wam, age, CURVE_ROWS, assumptions, field)[0]?.[0] as number;
};
const sentence = (row: Record<string, string>) => {
  try {
    card(row, "oas");
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("batch pools", () => {
  it("gives each pool what MBSOAS and MBSKRD give it", async () => {
    const input = file("pools.csv", poolsText(40));
    const words = ["--fields", "oas,duration,convexity,krd,zSpread,wal,baseCpr"];
    const outcome = await batch([
      "pools",
      "--in",
      input,
      "--out",
      path("out.csv"),
      "--curve",
      curve,
      ...words,
    ]);
    expect(outcome).toEqual({ code: 0, said: "", stdout: "" });
    const rows = rowsOf(textOf("out.csv"));
    expect(rows).toHaveLength(40);
    const keys = ["krd_3m", "krd_1y", "krd_2y", "krd_5y", "krd_10y", "krd_30y"];
    for (const row of rows) {
      const near = (name: string, expected: number, within: number) => {
        expect(Math.abs(Number(row[name]) - expected)).toBeLessThanOrEqual(within);
      };
      near("oas", card(row, "oas"), 0.005);
      near("duration", card(row, "effectiveDuration"), 5e-4);
      near("convexity", card(row, "effectiveConvexity"), 0.5);
      near("zSpread", card(row, "zSpread"), 1e-9);
      near("wal", card(row, "wal"), 1e-9);
      near("baseCpr", card(row, "baseCpr"), 1e-9);
      const [price, coupon, wac, wam, age] = TERMS.map((term) => Number(row[term]));
      const durations = mbsKrdRows(price, coupon, wac, wam, age, CURVE_ROWS);
      keys.forEach((key, i) => near(key, durations[i]?.[1] as number, 5e-4));
      expect(row["error"]).toBe("");
    }
  });

  it("gives a bad row its place and the sentence of the cell, and the others their answers", async () => {
    const bad = [
      "a,,0.05,0.0595,357,3",
      "b,99-16,5%,5.95%,357,3",
      "c,99-40,0.05,0.0595,357,3",
      "d,99.5,5,0.0595,357,3",
      "e,99.5,0.05,0.0595,357.5,3",
      "f,#N/A,0.05,0.0595,357,3",
      "g,99.5,0.06,0.05,357,3",
      "h,0.995,0.05,0.0595,357,3",
      "i,5,0.05,0.0595,357,3",
      "j,99.5,0.05,0.0595,400,100",
      "k,1e999,0.05,0.0595,357,3",
    ];
    const input = file("bad.csv", [POOL_HEADER, ...bad, ""].join("\n"));
    const { code } = await batch([
      "pools",
      "--in",
      input,
      "--out",
      path("bad.out.csv"),
      "--curve",
      curve,
    ]);
    expect(code).toBe(2);
    const lines = textOf("bad.out.csv").trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line[0]).join("")).toBe("abcdefghijk");
    for (const [i, line] of lines.entries()) {
      const [, price, coupon, wac, wam, age] = (bad[i] as string).split(",");
      const words = sentence({ price, coupon, wac, wam, age } as Record<string, string>);
      const quoted = words.includes(",") || words.includes('"');
      const shown = quoted ? `"${words.replaceAll('"', '""')}"` : words;
      expect(line.startsWith(`${bad[i] as string},`)).toBe(true);
      expect(line.endsWith(`,${shown}`)).toBe(true);
      if (words !== "") expect(line).toBe(`${bad[i] as string},,,,${shown}`);
    }
    expect(lines[0]).toBe("a,,0.05,0.0595,357,3,,,,price is blank");
    expect(lines[3]).toBe(
      'd,99.5,5,0.0595,357,3,,,,"coupon is 5 (500%); rates are decimals, did you mean 0.05?"',
    );
    expect(lines[1]).toMatch(/^b,99-16,5%,5\.95%,357,3,\d/);
  });

  it("gives a row the same answer whatever rows stand beside it, to the last bit", async () => {
    const [header, ...lines] = poolsText(60, 5).trimEnd().split("\n");
    const answers = async (name: string, some: readonly string[]) => {
      const input = file(`${name}.csv`, [header, ...some, ""].join("\n"));
      await batch([
        "pools",
        "--in",
        input,
        "--out",
        path(`${name}.out.csv`),
        "--curve",
        curve,
        "--fields",
        "oas,krd",
      ]);
      return textOf(`${name}.out.csv`).trimEnd().split("\n").slice(1);
    };
    const all = await answers("all", lines);
    const backwards = await answers("backwards", [...lines].reverse());
    expect(backwards.reverse()).toEqual(all);
    expect(await answers("alone", lines.slice(7, 8))).toEqual(all.slice(7, 8));
  });

  it("reads assumptions and other names of columns, and carries other columns", async () => {
    const input = file(
      "named.csv",
      'CUSIP,"a, b",PX,CPN,wac,wam,age\n31418D,"say ""hi""",99.5,0.05,0.0595,357,3\n',
    );
    const assumptions = file("assumptions.csv", "key,value\nhwVol,0.01\nprepay.multiplier,1.2\n");
    const words = ["--map", "price=PX", "--map", "coupon=CPN", "--assumptions", assumptions];
    const { code } = await batch([
      "pools",
      "--in",
      input,
      "--out",
      path("named.out.csv"),
      "--curve",
      curve,
      "--fields",
      "oas",
      ...words,
    ]);
    expect(code).toBe(0);
    const [header, line = ""] = textOf("named.out.csv").split("\n");
    expect(header).toBe('CUSIP,"a, b",PX,CPN,wac,wam,age,oas,error');
    const [, oas] = /^31418D,"say ""hi""",99\.5,0\.05,0\.0595,357,3,([^,]+),$/.exec(line) ?? [];
    const row = { price: "99.5", coupon: "0.05", wac: "0.0595", wam: "357", age: "3" };
    const expected = card(row, "oas", [
      ["hwVol", 0.01],
      ["prepay.multiplier", 1.2],
    ]);
    expect(Math.abs(Number(oas) - expected)).toBeLessThanOrEqual(0.005);
    expect(Math.abs(Number(oas) - card(row, "oas"))).toBeGreaterThan(1);
  });
});
