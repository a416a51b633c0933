import {
  autoregression,
  halfLife,
  halfLifeOf,
  ouFit,
  ouForecast,
} from "../../../src/calc/timeseries/meanReversion";
import { bp, years } from "../../../src/calc/units";
import { estimatedHalfLives } from "../../study/halfLifeStudy";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";
import { G, seriesS } from "../../support/series";

const S = seriesS();
const value = (series: string, measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === series && it.measure === measure)?.value,
  );

describe("autoregression", () => {
  it("of S and G agrees with exact fractions", () => {
    expect(autoregression(S).phi).toBeCloseTo(value("S", "phi"), 12);
    expect(autoregression(G).phi).toBeCloseTo(value("G", "phi"), 12);
    expect(autoregression(G).correctedPhi).toBeCloseTo(value("G", "phi corrected"), 12);
  });

  it("drops missing rows, and needs five values that vary", () => {
    const gappy = Float64Array.from([...S].flatMap((it) => [it, NaN]));
    expect(autoregression(gappy)).toEqual(autoregression(S));
    expect(() => autoregression(Float64Array.of(1, 2, NaN, 3, 4))).toThrow(
      calcError("missing", /4 values; an autoregression needs 5/),
    );
    expect(() => autoregression(new Float64Array(9))).toThrow(calcError("missing", /do not vary/));
  });
});

describe("halfLife", () => {
  it("of S agrees with exact fractions, corrected and not", () => {
    expect(halfLife(S)).toBeCloseTo(value("S", "half-life corrected"), 10);
    expect(halfLife(S, false)).toBeCloseTo(value("S", "half-life"), 10);
    expect(halfLife(S, true, 1 / 12)).toBeCloseTo(value("S", "half-life corrected") / 12, 11);
  });

  it("of G is not detectable: least squares alone would say 352 months", () => {
    expect(() => halfLife(G)).toThrow(calcError("missing", /^no mean reversion detectable$/));
    expect(halfLifeOf(autoregression(G).phi)).toBeCloseTo(352, 0);
    expect(() => halfLife(G, false)).toThrow(calcError("missing", /no mean reversion/));
  });

  it("is not there at or above 1, nor at or below 0", () => {
    expect(() => halfLifeOf(1)).toThrow(calcError("missing", /no mean reversion/));
    expect(() => halfLifeOf(0)).toThrow(calcError("missing", /shorter than one row/));
    expect(halfLifeOf(0.85)).toBeCloseTo(4.27, 2);
    expect(() => halfLife(S, true, 0)).toThrow(calcError("invalid", /dt is 0/));
  });

  /*
   * True half-life 12 months. The method notes' own simulation (numpy, 1,500 paths): uncorrected
   * medians 5.8, 7.9, 9.7; corrected 13.2, 13.0, 12.7; 20% undetectable at 60 months. Medians of
   * two simulations of that size differ by about 5%.
   */
  it.each([
    [60, 5.8, 13.2],
    [120, 7.9, 13.0],
    [240, 9.7, 12.7],
  ])("at %d months is %d uncorrected and %d corrected in the median", (rows, plain, corrected) => {
    const found = estimatedHalfLives(12, rows, 1_500);
    expect(found.uncorrected / plain).toBeCloseTo(1, 0.8);
    expect(found.corrected / corrected).toBeCloseTo(1, 0.8);
  });

  it("is within 8 and 20 at 60 months when corrected; uncorrected it is not", () => {
    const within = (months: number) => months >= 8 && months <= 20;
    const { corrected, uncorrected, undetectable } = estimatedHalfLives(12, 60, 1_500);
    expect(within(corrected)).toBe(true);
    expect(within(uncorrected)).toBe(false);
    // Binomial standard error 1%.
    expect(Math.abs(undetectable - 0.2)).toBeLessThan(0.03);
  });
});

describe("ouFit", () => {
  it.each([false, true])("of S agrees with exact fractions, corrected %p", (corrected) => {
    const fit = ouFit(S, 1 / 12, corrected);
    const word = corrected ? " corrected" : "";
    expect(fit.kappa).toBeCloseTo(value("S", `kappa${word}`), 10);
    expect(fit.theta).toBeCloseTo(value("S", `theta${word}`), 10);
    expect(fit.sigma).toBeCloseTo(value("S", `sigma${word}`), 10);
  });

  it("gives no process for G once the bias is off, and refuses a row of no length", () => {
    expect(() => ouFit(G, 1 / 12, true)).toThrow(calcError("missing", /no mean reversion/));
    expect(() => ouFit(S, 0)).toThrow(calcError("invalid", /dt is 0/));
  });
});

describe("ouForecast", () => {
  it("has the printed numbers of the method notes", () => {
    const { mean, sd, p10, p90 } = ouForecast(bp(39), bp(55), 8, bp(14), years(0.5));
    expect([mean, sd, p10, p90].map((it) => it.toFixed(2))).toEqual([
      "45.49",
      "7.81",
      "35.48",
      "55.49",
    ]);
  });

  it("is where it starts at once, and at its level with its long-run deviation in the end", () => {
    expect(ouForecast(bp(39), bp(55), 8, bp(14), years(0))).toEqual({
      mean: 39,
      sd: 0,
      p10: 39,
      p90: 39,
    });
    const end = ouForecast(bp(39), bp(55), 8, bp(14), years(1000));
    const kappa = (12 * Math.LN2) / 8;
    expect(end.mean).toBe(55);
    expect(end.sd).toBeCloseTo(14 / Math.sqrt(2 * kappa), 12);
  });

  it.each([
    [0, 14, 0.5, /halfLife is 0/],
    [8, -1, 0.5, /is -1; it must be a volatility of 0 or more/],
    [8, 14, -0.5, /horizon is -0.5/],
  ])("refuses half-life %d, sigma %d, horizon %d", (months, sigma, horizon, words) => {
    expect(() => ouForecast(bp(39), bp(55), months, bp(sigma), years(horizon))).toThrow(
      calcError("invalid", words),
    );
  });
});

it("nothing here moves when rows are appended", () => {
  expectPrefixInvariant(columnOf(autoregression));
  expectPrefixInvariant(columnOf((history) => halfLife(history)));
  expectPrefixInvariant(columnOf((history) => ouFit(history)));
});
