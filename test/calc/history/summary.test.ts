import { serialOf } from "../../../src/calc/date/serial";
import { halfLife } from "../../../src/calc/timeseries/meanReversion";
import { pctRank } from "../../../src/calc/history/pctRank";
import { historySummary } from "../../../src/calc/history/summary";
import { zScore } from "../../../src/calc/history/zScore";
import { calcError } from "../../support/errors";
import { G, seriesS } from "../../support/series";

const monthly = (n: number) =>
  Array.from({ length: n }, (_, i) => serialOf(2000 + Math.floor(i / 12), (i % 12) + 1, 28));
const of = (values: Float64Array, window: number | null = null) =>
  new Map(
    historySummary({ dates: monthly(values.length), values }, window).map(
      ({ name, value, why }) => [name, value ?? why],
    ),
  );

describe("historySummary", () => {
  it("equals its parts", () => {
    const S = seriesS();
    const it = of(S);
    expect(it.get("z1y")).toBe(zScore(S, { window: 12 }));
    expect(it.get("z5y")).toBe(zScore(S, { window: 60 }));
    expect(it.get("zAll")).toBe(zScore(S));
    expect(it.get("percentileAll")).toBe(pctRank(S));
    expect(it.get("percentile1y")).toBe(pctRank(S.slice(-13)));
    expect(it.get("halfLife")).toBe(halfLife(S));
    expect(it.get("change1m")).toBe((S[239] as number) - (S[238] as number));
    expect(it.get("change3m")).toBe((S[239] as number) - (S[236] as number));
  });

  it("says why a measure has no data, and goes on", () => {
    const it = of(G);
    expect(it.get("z1y")).toBe(zScore(G, { window: 12 }));
    expect(it.get("z5y")).toBe("window is 60 rows but history has only 23 values before the last");
    expect(it.get("percentile5y")).toBe(
      "window is 60 rows but history has only 23 values before the last",
    );
    expect(it.get("tightestSince")).toBe("tightest in sample (since 2000-01-28)");
    expect(it.get("halfLife")).toBe("no mean reversion detectable");
    expect([it.get("n"), it.get("gaps"), it.get("span")]).toEqual([
      24,
      0,
      "2000-01-28 to 2001-12-28",
    ]);
  });

  it("counts missing rows and drops them", () => {
    const gappy = Float64Array.from(G);
    gappy[5] = NaN;
    expect([of(gappy).get("n"), of(gappy).get("gaps")]).toEqual([23, 1]);
    expect(of(gappy).get("zAll")).toBe(zScore(gappy));
  });

  it("looks at the months asked for, or fails: it does not shorten", () => {
    expect(of(seriesS(), 24).get("zAll")).toBe(zScore(seriesS(), { window: 24 }));
    expect(() => of(G, 60)).toThrow(
      calcError("missing", /window is 60 months \(61 rows with the last\) but the history has 24/),
    );
  });
});
