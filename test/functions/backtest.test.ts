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

describe("SPREADRETURNS", () => {
  it("has 12 rows a year unless told otherwise", () => {
    // 120 bp that do not move carry a twelfth of themselves a month, a quarter in a quarter.
    const unmoved = (periods?: unknown) =>
      spreadReturnsColumn(column(120, 120) as number[][], 5, periods)[1]?.[0] as number;
    for (const left of [undefined, null, 0]) expect(unmoved(left)).toBeCloseTo(0.001, 12);
    expect(unmoved(4)).toBeCloseTo(0.003, 12);
  });
});
