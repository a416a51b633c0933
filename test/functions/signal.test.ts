import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { historyCard } from "../../src/functions/historySummary";
import { hysteresisColumn, rotationSignalCells, switchEdgeCard } from "../../src/functions/signal";
import { serialOf } from "../../src/calc/date/serial";
import { answer } from "../support/errors";
import { column, G as SERIES } from "../support/series";

const G = column(...SERIES);
const MONTHS = SERIES.map((_, i) => i);
const dates = column(
  ...Array.from(MONTHS, (i) => serialOf(2024 + Math.floor(i / 12), (i % 12) + 1, 28)),
);
const OVERRIDES = [
  ["fairGap", 55],
  ["halfLife", 8],
  ["gapVol", 14],
  ["override.history", true],
  ["override.reversion", true],
  ["override.break", true],
];
const byName = (rows: unknown[][]) =>
  new Map(rows.map(([name, value, reason]) => [name as string, { value, reason }]));

describe("ROTATIONSIGNAL", () => {
  it("gives the worked numbers", () => {
    expect((rotationSignalCells(G, -39.4, 5.6)[0]?.[0] as number).toFixed(3)).toBe("-0.355");
    expect((rotationSignalCells(G)[0]?.[0] as number).toFixed(3)).toBe("-0.273");
    const weights = [
      ["weightValue", 0.5],
      ["weightCarry", 0.3],
      ["weightMomentum", 0.2],
    ];
    expect((rotationSignalCells(G, -39.4, 5.6, weights)[0]?.[0] as number).toFixed(3)).toBe(
      "-0.546",
    );
    expect(rotationSignalCells(G, -39.4, 5.6, undefined, "text")).toEqual([["HOLD: 24 obs < 36"]]);
    expect(rotationSignalCells(G, -39.4, 5.6, OVERRIDES, "text")).toEqual([
      ["LEAN CORPORATES (assumed)"],
    ]);
    expect(
      (rotationSignalCells(G, -39.4, 5.6, OVERRIDES, "confidence")[0]?.[0] as number).toFixed(2),
      // Edge 5.6·6.4864 + 39.4·½ − 10 = 46.02 over 5.6·√(7.8104² + (.4054·8)²) = 47.36; Φ(.972).
    ).toBe("0.83");
  });

  it("has no confidence while a gate of the data holds, and says which", () => {
    expect(answer(() => rotationSignalCells(G, -39.4, 5.6, undefined, "confidence"))).toEqual({
      code: "#N/A",
      message: "HOLD: 24 obs < 36",
    });
  });

  it("takes the rows a year from the dates, and refuses dates without a rhythm", () => {
    expect(rotationSignalCells(G, -39.4, 5.6, [["periodsPerYear", 252]], "text", dates)).toEqual([
      ["HOLD: 24 obs < 36"],
    ]);
    expect(rotationSignalCells(G, -39.4, 5.6, [["periodsPerYear", 252]], "text")).toEqual([
      ["HOLD: 24 obs < 756"],
    ]);
    const odd = column(...Array.from(MONTHS, (i) => 46000 + 15 * i));
    expect(answer(() => rotationSignalCells(G, -39.4, 5.6, undefined, "score", odd))).toMatchObject(
      { code: "#VALUE!", message: expect.stringMatching(/15 days apart as a rule/) },
    );
  });

  it("judges staleness only with dates and an as-of, and says so", () => {
    const detail = (...rest: any[]) =>
      byName(
        rotationSignalCells(G, -39.4, 5.6, [["minMonths", 12], ...OVERRIDES], "detail", ...rest),
      );
    expect(detail().get("asOf")?.reason).toMatch(/staleness is not judged/);
    expect(detail(dates).get("asOf")?.reason).toMatch(/staleness is not judged/);
    const last = serialOf(2025, 12, 28);
    expect(detail(dates, last + 10).get("gate")?.value).toBe("none");
    expect(detail(dates, last + 60).get("gate")?.value).toBe("staleness");
    expect(
      answer(() => rotationSignalCells(G, -39.4, 5.6, undefined, "score", dates, last - 1)),
    ).toMatchObject({
      message: expect.stringMatching(/asOf is 2025-12-27, before the last gap of 2025-12-28/),
    });
  });

  it("details basis, both probabilities, the ranking and what would change the call", () => {
    const detail = byName(
      rotationSignalCells(G, -39.4, 5.6, OVERRIDES, "detail", dates, serialOf(2026, 1, 15)),
    );
    expect((detail.get("probability")?.value as number).toFixed(3)).toBe("0.557");
    expect((detail.get("probabilityRiskAdjusted")?.value as number).toFixed(2)).toBe("0.83");
    expect(detail.get("ranking")?.value).toBe("corporates > MBS > Treasuries");
    expect(detail.get("basis")?.reason).toMatch(/risk-adjusted gap of −39\.4 bp/);
    expect(detail.get("asOf")?.value).toBe(serialOf(2026, 1, 15));
    const change = detail.get("changesAt")?.value as number;
    const at = (gap: number) =>
      rotationSignalCells(
        column(...[...SERIES].slice(0, -1), gap),
        -39.4,
        5.6,
        OVERRIDES,
        "text",
      )[0]?.[0];
    expect(Math.abs(change - 39)).toBeLessThan(200);
    expect(at(change)).not.toBe(at(39));
    for (const metric of detail.values()) expect(String(metric.reason)).toMatch(/\S/);
  });

  it("says of the fair gap whether it is estimated, with its error, or an assumption", () => {
    const fair = (assumptions?: any[][]) =>
      byName(rotationSignalCells(G, -39.4, 5.6, assumptions, "detail")).get("fairGap");
    // A level between the least and the greatest gap, and closer to the ends the less it reverts.
    expect(fair()?.value).toBeGreaterThan(Math.min(...SERIES));
    expect(fair()?.value).toBeLessThan(Math.max(...SERIES));
    expect(fair()?.reason).toMatch(/^bp; estimated, standard error \d+\.\d, where the gap reverts/);
    expect(fair(OVERRIDES)).toEqual({ value: 55, reason: "bp; an assumption" });
  });
});

describe("GAPRECEIPT", () => {
  const rows = byName(gapReceiptRows([["schema", 1]], G, dates));
  it("shows the three bases: +39, −50, −39.4, and that they disagree", () => {
    expect(rows.get("nominal gap")?.value).toBe(39);
    expect(rows.get("option-adjusted gap")?.value).toBe(-50);
    expect((rows.get("risk-adjusted gap")?.value as number).toFixed(1)).toBe("-39.4");
    expect(rows.get("do the bases agree")?.value).toBe("the bases disagree");
  });

  it("names key and source of each step: entered, or where the default comes from", () => {
    const cells = gapReceiptRows([["corpOas", 63]], undefined, undefined, true);
    expect(cells[0]).toEqual(["step", "value", "unit", "key", "source"]);
    expect(cells.find(([step]) => step === "corporate OAS")?.slice(2)).toEqual([
      "bp",
      "corpOas",
      "entered",
    ]);
    expect(cells.find(([step]) => step === "MBS OAS")?.[4]).toMatch(/ILLUSTRATIVE/);
    expect(cells.find(([step]) => step === "signal")?.[1]).toMatchObject({
      code: "#N/A",
      message: "no gap history was given",
    });
  });

  it("goes on to history and signal when they can be had", () => {
    expect((rows.get("zAll")?.value as number).toFixed(3)).toBe("-1.871");
    expect(rows.get("z5y")?.value).toMatchObject({ code: "#N/A" });
    expect(rows.get("signal: text")?.value).toBe("HOLD: 24 obs < 36");
  });
});

describe("HISTORY, HYSTERESIS and SWITCHEDGE", () => {
  it("spill their cards and columns", () => {
    expect(historyCard(dates, G).map(([name]) => name)).toEqual([
      "last",
      "change1m",
      "change3m",
      "z1y",
      "z5y",
      "zAll",
      "percentile1y",
      "percentile5y",
      "percentileAll",
      "tightestSince",
      "halfLife",
      "n",
      "gaps",
      "span",
    ]);
    expect(hysteresisColumn(column(0.2, 1.6, 0.6, 0.4), 1.5, 0.5)).toEqual([[0], [1], [1], [0]]);
    const [edge, sd, probability, breakeven] = switchEdgeCard(39, 55, 8, 14, 5.6, 39, 10, 0.5).map(
      ([, value]) => value as number,
    ) as [number, number, number, number];
    expect([edge.toFixed(1), sd.toFixed(1)]).toEqual(["6.8", "43.7"]);
    expect([probability.toFixed(3), breakeven.toFixed(2)]).toEqual(["0.562", "5.27"]);
  });

  it("SWITCHEDGE takes from a history what is blank, and says how likely it is that nothing reverts", () => {
    const under = (fair: any, halfLife: any, gapVol: any) =>
      new Map(
        switchEdgeCard(39, fair, halfLife, gapVol, 5.6, 39, 10, 0.5, 0, G, 12) as [
          string,
          number,
        ][],
      );
    // With all three given as certain the history changes nothing.
    expect(under(55, 8, 14).get("probability")?.toFixed(3)).toBe("0.562");
    const estimated = under(null, null, null);
    expect(estimated.get("noReversion")).toBe(under(55, 8, 14).get("noReversion"));
    expect(estimated.get("noReversion")).toBeGreaterThan(0.35);
    // A reversion that may be none earns less than the same one for certain.
    expect(estimated.get("edge")).toBeLessThan(under(null, 8, null).get("edge") as number);
    expect(answer(() => switchEdgeCard(39, null, 8, 14, 5.6, 39, 10, 0.5))).toMatchObject({
      code: "#N/A",
    });
  });
});
