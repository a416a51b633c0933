import { zScore } from "../../../src/calc/history/zScore";
import { inverseNormal } from "../../../src/calc/numeric/normal";
import { normalProbability } from "../../../src/calc/numeric/normalDistribution";
import { fullSample, lookAhead } from "../../study/lookAheadStudy";
import { autoregressivePath, normalShocks } from "../../study/shocks";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";

describe("a z-score that sees the future", () => {
  it.each(["std", "mad", "ewma"] as const)("is not ours: no row moves later, %s", (method) => {
    expectPrefixInvariant(columnOf((history) => zScore(history, { method })));
    expectPrefixInvariant(columnOf((history) => zScore(history, { method, window: 6 })));
  });

  it("is noticed: the rows of a full-sample z-score move when rows are appended", () => {
    const wrong = (history: Float64Array) => [...history.keys()].map(fullSample(history));
    expect(() => {
      expectPrefixInvariant(wrong);
    }).toThrow(/Property failed/);
  });

  it("earns a Sharpe ratio above 0.25 on random walks, where ours earns none", () => {
    const { expanding, fullSample: seen } = lookAhead(400, { steps: 180, from: 60, hold: "score" });
    expect(Math.abs(expanding)).toBeLessThan(0.15);
    expect(seen).toBeGreaterThan(0.25);
  });

  it("earns by its sign over 600 months too, where ours is within 4 standard errors of 0", () => {
    const { expanding, fullSample: seen } = lookAhead(400, { steps: 600, from: 60, hold: "sign" });
    const standardError = Math.sqrt(12 / 539 / 400);
    expect(Math.abs(expanding)).toBeLessThan(4 * standardError);
    expect(seen).toBeGreaterThan(10 * standardError);
  });
});

describe("a z-score's normal probability", () => {
  // Series G: z = −1.871 over 23 earlier months; a normal table calls that 6%.
  const Z = 1.871;
  const said = 2 * normalProbability(-Z);

  /** Share of series of 24 rows without any signal whose last z-score is as far from 0. */
  const happens = (phi: number, series = 4_000) => {
    const shock = normalShocks(11);
    let far = 0;
    for (let i = 0; i < series; i++) {
      if (Math.abs(zScore(autoregressivePath(phi, 24, shock))) >= Z) far++;
    }
    return far / series;
  };

  it("is about right for independent rows", () => {
    expect(said).toBeCloseTo(0.0613, 4);
    // Student's t with 22 degrees of freedom and the error of the mean make it a little larger.
    expect(happens(0)).toBeGreaterThan(said);
    expect(happens(0)).toBeLessThan(0.1);
    expect(inverseNormal(1 - said / 2)).toBeCloseTo(Z, 12);
  });

  it("is no confidence for a spread: at φ = 0.85 it comes twice as often as it says, and more", () => {
    expect(happens(0.85)).toBeGreaterThan(2 * said);
  });
});
