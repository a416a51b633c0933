import { backtestCard, spreadReturnsColumn } from "../../src/functions/backtest";
import { column } from "../support/series";

const HELD = column(1, 1, 1) as number[][];
/** One measure of a position held for three rows at no cost, its returns in basis points. */
const measure = (name: string, returns: number[], periods?: unknown) =>
  backtestCard(
    HELD,
    column(...returns.map((it) => it / 10_000)) as number[][],
    0,
    0,
    undefined,
    undefined,
    name,
    undefined,
    periods,
  )[0]?.[0] as number;

describe("BACKTEST", () => {
  it("counts a row as a hit only above 0: one that earns nothing is none", () => {
    expect(measure("hit", [10, 0, -10])).toBeCloseTo(1 / 3, 12);
  });

  it("has 12 rows a year unless told otherwise", () => {
    // Returns of 1, 2 and 3 bp have a mean of 2 and a standard deviation of 1.
    for (const left of [undefined, null, 0]) {
      expect(measure("sharpe", [1, 2, 3], left)).toBeCloseTo(2 * Math.sqrt(12), 9);
    }
    expect(measure("sharpe", [1, 2, 3], 4)).toBeCloseTo(2 * Math.sqrt(4), 9);
  });
});

describe("BACKTEST, to its end", () => {
  const after = (field: string, closing: unknown, returns = [10, 20, -30], compounded?: unknown) =>
    backtestCard(
      column(1, 1, -1) as number[][],
      column(...returns.map((it) => it / 10_000)) as number[][],
      ...[4, 0, undefined, undefined, field, undefined, undefined, closing, compounded],
    ).map(([it]) => it as number);

  it("leaves the last position open, or gives it up at its cost", () => {
    // 10 + 20 + 30 less 4 for entering and 8 for the flip; giving up the last position costs 4 more.
    expect(after("net", undefined)[0]).toBeCloseTo(48, 9);
    expect(after("net", true)[0]).toBeCloseTo(44, 9);
    expect([after("turnover", false)[0], after("turnover", true)[0]]).toEqual([3, 4]);
    expect(after("cumulative", true).at(-1)).toBeCloseTo(44, 9);
  });

  it("closes in the last row that counts, and nothing where no position is left", () => {
    const closed = (signal: unknown[], returns: unknown[]) =>
      backtestCard(
        column(...signal) as number[][],
        column(...returns) as number[][],
        ...[4, 0, undefined, undefined, "turnover", undefined, undefined, true],
      )[0]?.[0];
    expect(closed([1, 1, null], [0.001, 0.001, 0.001])).toBe(2);
    expect(closed([1, 1, 0], [0.001, 0.001, 0.001])).toBe(2);
  });

  it("has a drawdown of the sum, or of the value that compounds", () => {
    // 1.2 · .5 · .5: 75% below the peak of 1.2, where the sum falls by 10,000 bp.
    const fall = (field: string, compounded: unknown) =>
      backtestCard(
        column(1, 1, 1) as number[][],
        column(0.2, -0.5, -0.5) as number[][],
        ...[0, 0, undefined, undefined, field, undefined, undefined, undefined, compounded],
      ).map(([it]) => it as number);
    expect(fall("maxDrawdown", false)[0]).toBeCloseTo(-10_000, 8);
    expect(fall("maxDrawdown", true)[0]).toBeCloseTo(-7_500, 8);
    expect(fall("drawdown", true).map(Math.round)).toEqual([0, -5_000, -7_500]);
  });
});

describe("SPREADRETURNS", () => {
  it("has 12 rows a year unless told otherwise", () => {
    // 120 bp that do not move carry a twelfth of themselves a month, a quarter in a quarter.
    const unmoved = (periods?: unknown) =>
      spreadReturnsColumn(column(120, 120) as number[][], 5, periods)[1]?.[0] as number;
    for (const left of [undefined, null, 0]) expect(unmoved(left)).toBeCloseTo(0.001, 12);
    expect(unmoved(4)).toBeCloseTo(0.003, 12);
  });
});
