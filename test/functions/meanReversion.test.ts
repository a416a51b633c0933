import {
  breakTestCard,
  halfLifeCell,
  ouFitCard,
  ouForecastCard,
  realVolCell,
  spreadBetaCard,
  unitRootCard,
} from "../../src/functions/meanReversion";
import { SERIES_G } from "../../src/functions/selfTest/workedSeries";
import { answer, errorValue } from "../support/errors";
import { column, seriesS } from "../support/series";

const G = SERIES_G.map((value) => [value]);
const S = column(...seriesS()) as number[][];
const names = (card: unknown[][]) => card.map(([name]) => name);
const measures = (card: unknown[][]) => new Map(card as [string, unknown][]);

describe("cards", () => {
  it("list their measures in the documented order", () => {
    expect(names(spreadBetaCard(S, S))).toEqual(["beta", "correlation", "se", "n"]);
    expect(names(ouFitCard(S))).toEqual([
      "kappa",
      "theta",
      "sigma",
      "phi",
      "se",
      "halfLife",
      "correctedHalfLife",
      "halfLifeLow",
      "halfLifeHigh",
    ]);
    expect(names(ouForecastCard(39, 55, 8, 14, 0.5))).toEqual(["mean", "sd", "p10", "p90"]);
    expect(names(unitRootCard(S))).toEqual(["statistic", "p", "verdict"]);
    expect(names(breakTestCard(S))).toEqual(["row", "F", "p", "verdict"]);
  });
});

describe("OUFIT", () => {
  it("gives half-lives in months, whatever the rows are", () => {
    const monthly = measures(ouFitCard(S));
    expect(monthly.get("halfLife")).toBeCloseTo(halfLifeCell(S, false) as number, 12);
    expect(monthly.get("correctedHalfLife")).toBeCloseTo(halfLifeCell(S) as number, 12);
    const quarterly = measures(ouFitCard(S, 0.25));
    expect(quarterly.get("halfLife")).toBeCloseTo(3 * (halfLifeCell(S, false) as number), 12);
    const corrected = measures(ouFitCard(S, null, true));
    expect(corrected.get("halfLife")).toBe(monthly.get("correctedHalfLife"));
    // φ 0.8613 and T = 239: 0.8613 + (1 + 3 · 0.8613) / 239.
    expect(corrected.get("phi")).toBeCloseTo(0.8763, 4);
  });

  it("keeps a measure that is not there in its own cell, with words", () => {
    const none = { code: "#N/A", message: "no mean reversion detectable" };
    const plain = measures(ouFitCard(G));
    expect(plain.get("phi")).toBeCloseTo(0.998, 3);
    // Least squares alone would say 352 months.
    expect(plain.get("halfLife")).toEqual(expect.objectContaining(none));
    expect(plain.get("correctedHalfLife")).toEqual(expect.objectContaining(none));
    const corrected = measures(ouFitCard(G, null, true));
    expect(corrected.get("phi")).toBeCloseTo(1.1717, 4);
    expect(corrected.get("se")).toEqual(expect.any(Number));
    for (const name of ["kappa", "theta", "sigma", "halfLife", "correctedHalfLife"]) {
      expect(corrected.get(name)).toEqual(expect.objectContaining(none));
    }
  });

  it("is one error when there is nothing to fit", () => {
    expect(answer(() => ouFitCard(column(1, 2, null, 4) as number[][]))).toEqual({
      code: "#N/A",
      message: "the series has 3 values; an autoregression needs 5",
    });
  });
});

describe("HALFLIFE", () => {
  it("answers in the unit of dt, and not at all where nothing reverts", () => {
    expect(halfLifeCell(S, null, 3)).toBeCloseTo(3 * (halfLifeCell(S) as number), 12);
    expect(answer(() => halfLifeCell(G))).toEqual({
      code: "#N/A",
      message: "no mean reversion detectable",
    });
  });
});

describe("BREAKTEST", () => {
  it("finds no break in S; its row is still the likeliest", () => {
    const card = measures(breakTestCard(S));
    expect(card.get("verdict")).toBe("no break at 5%");
    expect(card.get("row")).toBe(150);
    expect(card.get("p")).toBeGreaterThan(0.05);
  });

  it("keeps p a number beyond its table, and says so in words", () => {
    const card = measures(breakTestCard(G, null, false));
    expect([card.get("p"), card.get("verdict")]).toEqual([0.001, "break, p < 0.001"]);
  });

  it("counts missing rows in its row", () => {
    const gappy = G.flatMap((row) => [[errorValue("#N/A")], row]) as any[][];
    expect(measures(breakTestCard(gappy, null, false)).get("row")).toBe(30);
  });
});

describe("UNITROOT, REALVOL, SPREADBETA and OUFORECAST", () => {
  it("take 0 lags for what they are, and a blank for the default", () => {
    expect(unitRootCard(S)).toEqual(unitRootCard(S, 1));
    expect(measures(unitRootCard(S, 0)).get("statistic")).toBeCloseTo(-4.2007, 4);
    expect(spreadBetaCard(S, G.concat(S.slice(24)), 0)).toEqual(
      spreadBetaCard(S, G.concat(S.slice(24))),
    );
  });

  it("take an older Excel's blank (0) for an omitted period, window and lag", () => {
    expect(realVolCell(G, 0, 0, 0)).toBe(realVolCell(G));
    expect(realVolCell(G, 12, 12)).not.toBe(realVolCell(G));
  });

  it("say which argument is wrong", () => {
    expect(answer(() => ouForecastCard(39, 55, null, 14, 0.5))).toEqual({
      code: "#N/A",
      message: "halfLife is blank",
    });
    expect(answer(() => ouForecastCard(39, 55, 8, 14, -1))).toEqual({
      code: "#VALUE!",
      message: "horizon is -1; it must be a number of years, 0 or more",
    });
    expect(answer(() => spreadBetaCard(G, S))).toEqual({
      code: "#VALUE!",
      message: "corporate has 240 rows but mbs has 24; both must have the same length",
    });
    expect(answer(() => unitRootCard(S, 2.5))).toMatchObject({ code: "#VALUE!" });
  });
});

describe("what a history leaves open", () => {
  it("HALFLIFE and OUFIT give the ends of the half-life's interval", () => {
    const low = halfLifeCell(S, true, 1, "low") as number;
    const high = halfLifeCell(S, true, 1, "high") as number;
    expect(low).toBeLessThan(halfLifeCell(S) as number);
    expect(high).toBeGreaterThan(halfLifeCell(S) as number);
    const card = new Map(ouFitCard(S) as [string, number][]);
    expect(card.get("halfLifeLow")).toBeCloseTo(low, 12);
    expect(card.get("halfLifeHigh")).toBeCloseTo(high, 12);
    expect(answer(() => halfLifeCell(G, true, 1, "high"))).toEqual({
      code: "#N/A",
      message: "no upper end: a random walk cannot be ruled out",
    });
    expect(halfLifeCell(G, true, 1, "low")).toBeGreaterThan(0);
  });

  it("OUFORECAST with a series is wider than without its parameters' error, and as before with all given", () => {
    const band = (card: any[][]) => Number(card[3]?.[1]) - Number(card[2]?.[1]);
    const fit = new Map(ouFitCard(S) as [string, number][]);
    const plugIn = ouForecastCard(39, fit.get("theta"), fit.get("halfLife"), fit.get("sigma"), 0.5);
    expect(band(ouForecastCard(39, null, null, null, 0.5, S))).toBeGreaterThan(band(plugIn));
    expect(ouForecastCard(39, 55, 8, 14, 0.5, S)).toEqual(ouForecastCard(39, 55, 8, 14, 0.5));
    expect(ouForecastCard(39, null, null, null, 0, S).map(([, it]) => it)).toEqual([39, 0, 39, 39]);
  });
});
