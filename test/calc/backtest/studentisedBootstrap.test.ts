import { blockLength } from "../../../src/calc/timeseries/blockLength";
import {
  DEVIATION,
  MEAN,
  ratioTimes,
  studentisedInterval,
  type Studentised,
} from "../../../src/calc/backtest/studentisedBootstrap";
import { atOnce } from "../../../src/calc/numeric/sliced";
import { autoregressivePath, normalShocks } from "../../study/shocks";

const settings = { block: null, draws: 2000, seed: 1 };
const interval = (values: Float64Array, statistic: Studentised) =>
  atOnce(studentisedInterval(values, statistic, settings));

describe("studentisedInterval", () => {
  it("is Student's interval for the mean of independent normal rows, but for chance", () => {
    const values = autoregressivePath(0, 2000, normalShocks(3));
    const [low, high] = interval(values, MEAN);
    // 2 · 1.96 ÷ √2000 of a standard deviation of 1.
    expect(high - low).toBeGreaterThan(0.9 * 0.08765);
    expect(high - low).toBeLessThan(1.1 * 0.08765);
  });

  it("is wider by (1 + φ)/√(1 − φ²) where rows follow on from each other", () => {
    const width = (phi: number) => {
      const [low, high] = interval(autoregressivePath(phi, 2000, normalShocks(4)), MEAN);
      return high - low;
    };
    // A long-run standard deviation of 1 ÷ (1 − φ): 5 at φ = .8.
    expect(width(0.8) / width(0)).toBeGreaterThan(0.85 * 5);
    expect(width(0.8) / width(0)).toBeLessThan(1.15 * 5);
  });

  it("moves and stretches with its series", () => {
    const values = autoregressivePath(0.5, 80, normalShocks(5));
    const other = values.map((it) => 7 + 3 * it);
    const [low, high] = interval(values, MEAN);
    const [otherLow, otherHigh] = interval(other, MEAN);
    expect([(otherLow - 7) / 3, (otherHigh - 7) / 3]).toEqual([
      expect.closeTo(low, 9),
      expect.closeTo(high, 9),
    ]);
    const scale = interval(other, DEVIATION).map((it) => it / 3);
    const [from, to] = interval(values, DEVIATION);
    expect(scale).toEqual([expect.closeTo(from, 9), expect.closeTo(to, 9)]);
    const ratios = interval(
      values.map((it) => 2 * it),
      ratioTimes(1),
    );
    const [least, most] = interval(values, ratioTimes(1));
    expect(ratios).toEqual([expect.closeTo(least, 9), expect.closeTo(most, 9)]);
  });

  it("has no width for rows that do not vary, and refuses a block below a row", () => {
    expect(interval(new Float64Array(12).fill(3), MEAN)).toEqual([3, 3]);
    expect(() =>
      atOnce(studentisedInterval(Float64Array.of(1, 2, 4, 3), MEAN, { ...settings, block: 0.5 })),
    ).toThrow("block is 0.5; it must be 1 row or more");
  });
});

describe("blockLength", () => {
  it("is short for independent rows, and longer the longer the memory", () => {
    const of = (phi: number) => blockLength(autoregressivePath(phi, 2000, normalShocks(6)));
    expect(of(0)).toBeLessThan(6);
    expect(of(0.5)).toBeGreaterThan(of(0));
    expect(of(0.9)).toBeGreaterThan(of(0.5));
  });

  it("is near its limit for a first-order autoregression", () => {
    // Sums of |k| and of 1 times the autocovariances: their ratio is 2φ/(1 − φ²), b = (ratio² · n)^⅓.
    const n = 20_000;
    const ideal = ((2 * 0.5) / (1 - 0.25)) ** 2 * n;
    const found = blockLength(autoregressivePath(0.5, n, normalShocks(8)));
    expect(found / Math.cbrt(ideal)).toBeGreaterThan(0.7);
    expect(found / Math.cbrt(ideal)).toBeLessThan(1.3);
  });

  it("is one row where nothing varies", () => {
    expect(blockLength(new Float64Array(20).fill(2))).toBe(1);
  });
});
