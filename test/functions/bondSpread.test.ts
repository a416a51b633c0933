import { bondKrdRows, zSpreadCell } from "../../src/functions/bondSpread";
import { column } from "../support/series";

const FLAT = [1, 2, 5, 10, 30].map((tenor) => [tenor, 0.05]);

describe("BONDKRD", () => {
  it("gives a par bond its duration at its own tenor alone", () => {
    const rows = bondKrdRows("2026-01-15", "2036-01-15", 0.05, 100, FLAT);
    expect(rows.map(([tenor]) => tenor)).toEqual([1, 2, 5, 10, 30]);
    const durations = rows.map(([, duration]) => duration as number);
    // (1 − v^20) ÷ y; the moves are 1 bp wide, so the fifth digit is theirs.
    expect(durations[3]).toBeCloseTo((1 - 1.025 ** -20) / 0.05, 5);
    for (const other of [0, 1, 2, 4]) expect(durations[other]).toBeCloseTo(0, 6);
  });

  it("sums to the duration for a parallel move, whatever the key tenors", () => {
    const sum = (keys?: unknown[][]) =>
      bondKrdRows("2026-01-15", "2033-01-15", 0.03, 88, FLAT, keys).reduce(
        (total, [, duration]) => total + (duration as number),
        0,
      );
    expect(sum(column(3, 7, 12))).toBeCloseTo(sum(), 3);
  });
});

describe("ZSPREAD", () => {
  // On a flat curve of 5% semiannual, continuous 2·ln 1.025, one payment of 100 after 2 years.
  const curveRate = 2 * Math.log(1.025);

  it("is the continuous rate beyond the curve's", () => {
    const dirty = 100 * Math.exp(-2 * (curveRate + 0.0123));
    expect(zSpreadCell(dirty, column(2), column(100), FLAT, "continuous")).toBeCloseTo(123, 8);
  });

  it("is 0 at the curve's own price, and below 0 above it", () => {
    const dirty = 100 * Math.exp(-2 * curveRate);
    expect(zSpreadCell(dirty, column(2), column(100), FLAT, "continuous")).toBeCloseTo(0, 8);
    expect(zSpreadCell(dirty + 1, column(2), column(100), FLAT)).toBeLessThan(0);
  });
});
