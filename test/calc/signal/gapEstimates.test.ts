import { gapEstimates } from "../../../src/calc/signal/gapEstimates";
import { normalStream } from "../../../src/calc/numeric/random";
import { calcError } from "../../support/errors";
import { G } from "../../support/series";

const MONTHLY = { periods: 12, windowMonths: 60, zMethod: "std" } as const;

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
const deviationOf = (values: readonly number[]) => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
};

/** A gap that comes back to `level` by a quarter a month. */
function reverting(n: number, level: (row: number) => number): Float64Array {
  const normal = normalStream(7);
  let gap = level(0);
  return Float64Array.from({ length: n }, (_, row) => {
    gap += 0.25 * (level(row) - gap) + 4 * normal();
    return gap;
  });
}

describe("gapEstimates", () => {
  it("compares the last gap with the rows before it: their mean, their deviation", () => {
    const before = [...G].slice(0, -1);
    const found = gapEstimates(G, MONTHLY);
    expect([found.n, found.window, found.windowAsked]).toEqual([24, 23, 60]);
    expect(found.last).toBe(G[23]);
    expect(found.mean).toBeCloseTo(meanOf(before), 10);
    // Through the last value, z = (g − centre) ÷ spread whatever the gap is.
    expect(found.centre).toBeCloseTo(meanOf(before), 8);
    expect(found.spread).toBeCloseTo(deviationOf(before), 8);
  });

  it("looks back over the rows asked for and no further", () => {
    const found = gapEstimates(G, { ...MONTHLY, windowMonths: 12 });
    expect([found.window, found.windowAsked]).toEqual([12, 12]);
    expect(found.mean).toBeCloseTo(meanOf([...G].slice(-13, -1)), 10);
  });

  it("takes centre and spread from the method", () => {
    const robust = gapEstimates(G, { ...MONTHLY, zMethod: "mad" });
    const median = [...G].slice(0, -1).sort((a, b) => a - b)[11];
    expect(robust.centre).toBeCloseTo(median as number, 8);
  });

  it("measures momentum by changes over three rows a quarter, without the last one", () => {
    const found = gapEstimates(G, MONTHLY);
    const changes = [...G].slice(3).map((gap, i) => gap - (G[i] as number));
    expect(found.quarter?.ago).toBe(G[20]);
    expect(found.quarter?.deviation).toBeCloseTo(deviationOf(changes.slice(0, -1)), 10);
  });

  it("has no momentum where there are not two changes to compare with", () => {
    expect(gapEstimates(Float64Array.of(1, 5, 2, 8, 3), MONTHLY).quarter).toBeNull();
    expect(gapEstimates(Float64Array.of(1, 5, 2, 8, 3, 7), MONTHLY).quarter).not.toBeNull();
  });

  it("needs four values", () => {
    expect(gapEstimates(Float64Array.of(1, 5, 2, 8), MONTHLY).n).toBe(4);
    expect(() => gapEstimates(Float64Array.of(1, NaN, 5, 2), MONTHLY)).toThrow(
      calcError("missing", /gapHistory has 3 values/),
    );
  });

  it("gives the half-life in months whatever a row is", () => {
    const gaps = reverting(240, () => 40);
    const monthly = gapEstimates(gaps, { ...MONTHLY, windowMonths: 240 }).halfLife as number;
    const weekly = gapEstimates(gaps, { periods: 52, windowMonths: 240, zMethod: "std" });
    expect(weekly.halfLife).toBeCloseTo((monthly * 12) / 52, 10);
    // ln 2 ÷ −ln .75 is 2.4 months; 240 rows say so within a month.
    expect(Math.abs(monthly - Math.LN2 / -Math.log(0.75))).toBeLessThan(1);
  });

  it("takes the bias off: longer than least squares says", () => {
    const gaps = reverting(60, () => 40);
    const found = gapEstimates(gaps, MONTHLY).halfLife as number;
    const inWindow = [...gaps].slice(-60);
    const [x, y] = [inWindow.slice(0, -1), inWindow.slice(1)];
    const [mx, my] = [meanOf(x), meanOf(y)];
    const slope =
      x.reduce((sum, one, i) => sum + (one - mx) * ((y[i] as number) - my), 0) /
      x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
    expect(found).toBeGreaterThan(Math.LN2 / -Math.log(slope));
  });

  it("sees a shift of the mean within a year, and forgets an older one", () => {
    const shifted = (row: number) => reverting(60, (at) => (at < row ? 30 : 110));
    expect(
      gapEstimates(
        reverting(60, () => 40),
        MONTHLY,
      ).brokeLately,
    ).toBe(false);
    expect(gapEstimates(shifted(50), MONTHLY).brokeLately).toBe(true);
    expect(gapEstimates(shifted(30), MONTHLY).brokeLately).toBe(false);
  });
});
