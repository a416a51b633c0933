import { couponStackRows } from "../../src/functions/couponStack";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { mbsZSpreadCell } from "../../src/functions/mortgage";
import { column } from "../support/series";

describe("MBSZSPREAD of a pool in its last month", () => {
  /*
   * One payment is left: 100 × (1 + 6%/12) = 100.5, after a month and 24 days' delay from the first of
   * the month. Settlement is on the 13th, 12 days into it: 42 of 360 days remain, and 100 × 6% × 12/360 =
   * 0.2 has accrued. A price of 99.3 costs 99.5. Under a flat par curve of 4% a discount factor is
   * 1.02^(−2t), so that the spread over it has a closed form.
   */
  const FLAT = [
    [0.5, 0.04],
    [30, 0.04],
  ];
  const time = 42 / 360;
  const spread = (compounding: string) =>
    mbsZSpreadCell(99.3, 0.06, 0.06, 1, 0, [[0]], FLAT, 24, 12, compounding) as number;

  it("adds the accrued interest to the price, continuously", () => {
    const expected = Math.log(100.5 / 99.5) / time - 2 * Math.log(1.02);
    expect(spread("continuous")).toBeCloseTo(10_000 * expected, 6);
  });

  it("and in semiannual compounding", () => {
    const expected = 2 * ((100.5 / 99.5) ** (1 / (2 * time)) - 1.02);
    expect(spread("semi")).toBeCloseTo(10_000 * expected, 6);
  });
});

describe("COUPONSTACK's heading of the spread", () => {
  /** Ten years of the curve: a pool of 120 months ends with it, one of 180 goes on. */
  const TEN_YEARS = BASE_CURVE.filter(([tenor = 0]) => tenor <= 10);
  const heading = (...wams: number[]) =>
    couponStackRows(
      wams.map(() => [0.05]),
      wams.map(() => [99.75]),
      wams.map(() => [0.0595]),
      column(...wams) as number[][],
      wams.map(() => [3]),
      TEN_YEARS,
      undefined,
      true,
    )[0]?.[4] as string;

  it("says how far the curve carries the longest pool, wherever that stands", () => {
    expect(TEN_YEARS.at(-1)?.[0]).toBe(10);
    expect(heading(120, 60)).toBe("oas, curve to the last flow");
    expect(heading(60, 180)).toBe("oas, last forward held beyond 10 years");
    expect(heading(180, 60)).toBe("oas, last forward held beyond 10 years");
  });
});
