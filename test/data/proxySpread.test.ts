/* Spreads from public yields, and what is said of public files; numbers taken from lines by hand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isoFromSerial } from "../../src/calc/date/serial";
import { atOnce } from "../../src/calc/numeric/sliced";
import { readCurves } from "../../src/data/curves";
import { proxySpread } from "../../src/data/proxySpread";
import { readText } from "../../src/data/readText";
import { readSeries } from "../../src/data/series";
import type { Side } from "../../src/data/side";
import { itWithRealData, SHARED_DATA } from "../support/sharedData";

const CURVES = `observation_date,DGS5,DGS10
2026-01-06,3.70,4.10
2026-01-07,3.80,4.20
2026-01-08,,
2026-02-02,3.60,4.00
`;

const readOf = async (text: string, side: Side) =>
  atOnce(readSeries(await readText(text, "T.csv"), side, new Map()));
const curvesOf = async (text: string) =>
  atOnce(readCurves([await readText(text, "C.csv")], new Map())).history;
async function proxyOf(text: string, side: Side, curves = CURVES) {
  const proxy = proxySpread(await readOf(text, side), await curvesOf(curves), side);
  if (proxy === null || !("reading" in proxy)) throw new Error(JSON.stringify(proxy));
  const { history } = proxy.reading;
  const rows = history?.dates.map((day, i) => [isoFromSerial(day), history.values[i]]);
  return { ...proxy.reading, rows };
}
const said = ({ findings }: { findings: readonly { problem: string }[] }) =>
  findings.map(({ problem }) => problem).join("\n");

describe("spreads from public yields", () => {
  it("the mortgage rate less the mean of 5 and 10 years of its day, or the last one before", async () => {
    const weekly =
      "observation_date,MORTGAGE30US\n2026-01-08,6.16\n2026-01-15,6.06\n2026-02-05,6.00\n";
    const proxy = await proxyOf(weekly, "mbs");
    // 6.16 − (3.80 + 4.20)/2 with the yields of the 7th; none within five days of the 15th.
    expect(proxy.rows).toEqual([
      ["2026-01-08", 216],
      ["2026-01-15", NaN],
      ["2026-02-05", 220],
    ]);
    expect(proxy).toMatchObject({
      kind: "spread",
      unit: "bp",
      name: "MORTGAGE30US less the mean of the 5- and 10-year Treasury yields, a primary-rate proxy",
    });
    expect(said(proxy)).toMatch(/a primary rate is what borrowers pay/);
    expect(said(proxy)).not.toMatch(/not of a spread/);
    expect(proxy.facts).toContain("1 day without a Treasury yield: kept as missing");
  });

  it("a corporate yield of a month less the mean of the month's 10-year yields", async () => {
    const proxy = await proxyOf("observation_date,HQMCB10YR\n2026-01-01,5.05\n", "corporate");
    expect(proxy.rows).toEqual([["2026-01-31", 90]]);
    expect(proxy.name).toBe("HQMCB10YR less the 10-year Treasury yield");
    expect(said(proxy)).not.toMatch(/primary/);
  });

  it("says which Treasury yields are lacking", async () => {
    const yields = await readOf(
      "observation_date,MORTGAGE30US\n2026-01-08,6.16\n2026-01-15,6.1\n",
      "mbs",
    );
    expect(yields.history).toBeNull();
    const fives = await curvesOf("observation_date,DGS5,DGS2\n2026-01-07,3.8,3.5\n");
    expect(proxySpread(yields, null, "mbs")).toEqual({
      lacks: expect.stringMatching(
        /MORTGAGE30US is a yield: bring the Treasury yields of 5 and 10 years/,
      ),
    });
    expect(proxySpread(yields, fives, "mbs")).toEqual({
      lacks: expect.stringMatching(/Treasury yields of 10 years/),
    });
  });

  it("leaves spreads as they are: BAA10Y is one", async () => {
    const spreads = await readOf(
      "observation_date,BAA10Y\n2026-01-07,1.75\n2026-01-08,1.76\n",
      "corporate",
    );
    expect([...(spreads.history?.values ?? [])]).toEqual([175, 176]);
    expect(proxySpread(spreads, await curvesOf(CURVES), "corporate")).toBeNull();
  });

  itWithRealData("of Freddie Mac's rate and the H.15 yields, on a day of 2013", async () => {
    const file = (name: string) => readFileSync(join(SHARED_DATA, `${name}.csv`), "utf8");
    const tables = await Promise.all(
      ["DGS5", "DGS10"].map((name) => readText(file(name), `${name}.csv`)),
    );
    const { history } = atOnce(readCurves(tables, new Map()));
    const proxy = proxySpread(await readOf(file("MORTGAGE30US"), "mbs"), history, "mbs");
    if (proxy === null || !("reading" in proxy)) throw new Error("no proxy");
    const at = (text: string, day: string) =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(day))
          ?.split(",")[1],
      );
    const day = "2013-05-09";
    const by = (name: string) => at(file(name), day);
    const expected = 100 * (by("MORTGAGE30US") - (by("DGS5") + by("DGS10")) / 2);
    const series = proxy.reading.history;
    const i = series?.dates.findIndex((one) => isoFromSerial(one) === day) ?? -1;
    expect(series?.values[i]).toBeCloseTo(expected, 6);
    expect(expected).toBeGreaterThan(100);
  });
});

describe("public files", () => {
  it("three years of an ICE BofA index cannot fill a window of five", async () => {
    const rows = Array.from(
      { length: 36 },
      (_, i) =>
        `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-15,0.9${i % 10}`,
    );
    const text = `observation_date,BAMLC0A0CM\n${rows.join("\n")}\n`;
    expect(said(await readOf(text, "corporate"))).toMatch(
      /since April 2026 FRED shows three years of the ICE BofA indices: these 35 months cannot fill a window of 60/,
    );
  });

  it("a fund's Close without an Adj Close beside it may be adjusted already, and is no spread", async () => {
    const alone = await readOf("Date,MBB Close\n2026-01-07,95.1\n2026-01-08,95.2\n", "mbs");
    expect(said(alone)).toMatch(/total returns, with its fees, and no spread/);
    expect(said(alone)).toMatch(/no Adj Close beside this Close/);
  });
});
