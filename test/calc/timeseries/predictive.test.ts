import { quantileOf, type Outlook } from "../../../src/calc/timeseries/predictive";
import { normalProbability } from "../../../src/calc/numeric/normalDistribution";

const at = (level: number, scale: number): Outlook => ({
  weights: [1],
  gone: [1],
  levels: [level],
  scales: [scale],
  degrees: Infinity,
});

describe("quantileOf", () => {
  it("is the value below which the share lies, of a mixture too", () => {
    const both = {
      ...at(0, 1),
      weights: [0.5, 0.5],
      gone: [1, 1],
      levels: [0, 10],
      scales: [1, 2],
    };
    const value = quantileOf(both, 0, 0.3);
    expect((normalProbability(value) + normalProbability((value - 10) / 2)) / 2).toBeCloseTo(
      0.3,
      9,
    );
  });

  it.each([
    [1e308, 1],
    [-1e308, 1e-3],
    [1e20, 5e-324],
  ])("ends where the scale is below the last digit of the mean: %s ± %s", (level, scale) => {
    expect(quantileOf(at(level, scale), level, 0.1) / level).toBeCloseTo(1, 9);
  });

  it("is no number where the outlook is none", () => {
    expect(Number.isFinite(quantileOf(at(0, Infinity), 0, 0.1))).toBe(false);
    expect(Number.isFinite(quantileOf(at(NaN, 1), 0, 0.1))).toBe(false);
  });
});
