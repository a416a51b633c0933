import fc from "fast-check";
import { pctRank, RANK_METHODS } from "../../../src/calc/history/pctRank";
import { calcError } from "../../support/errors";
import { historyGolden } from "../../support/golden";
import { G, seriesS } from "../../support/series";

describe("pctRank", () => {
  // Microsoft Support, PERCENTRANK.INC: {13,12,11,8,4,3,2,1,1,1}; the function's own page.
  const microsoft = Float64Array.of(13, 12, 11, 8, 4, 3, 2, 1, 1, 1);
  it.each([
    [2, 0.333],
    [4, 0.555],
    [8, 0.666],
    [5, 0.583],
  ])("inc of %i is Excel's documented %f, cut to three digits", (value, expected) => {
    expect(Math.floor(pctRank(microsoft, value, "inc") * 1000) / 1000).toBe(expected);
  });

  // Microsoft Support, PERCENTRANK.EXC: {1,2,3,6,6,6,7,8,9}.
  const exclusive = Float64Array.of(1, 2, 3, 6, 6, 6, 7, 8, 9);
  it.each([
    [7, 0.7],
    [5.43, 0.381],
  ])("exc of %f is Excel's documented %f, cut to three digits", (value, expected) => {
    expect(Math.floor(pctRank(exclusive, value, "exc") * 1000 + 1e-9) / 1000).toBe(expected);
  });

  it("ranks the last value among the earlier ones when no value is given", () => {
    expect(pctRank(G)).toBe(historyGolden("G", "rank mid"));
    expect(pctRank(seriesS())).toBeCloseTo(historyGolden("S", "rank mid"), 14);
  });

  it.each(["inc", "exc"] as const)("%s is missing outside the history", (method) => {
    expect(() => pctRank(G, 100, method)).toThrow(calcError("missing", /100 is outside/));
    expect(() => pctRank(G, 0, method)).toThrow(calcError("missing", /0 is outside/));
  });

  it("says when there is nothing to rank against", () => {
    expect(() => pctRank(Float64Array.of(NaN))).toThrow(calcError("missing", /no values/));
    expect(() => pctRank(Float64Array.of(5))).toThrow(calcError("missing", /earlier one/));
    expect(pctRank(Float64Array.of(5), 5, "inc")).toBe(1);
  });

  it("counts as ties what only a binary tail sets apart", () => {
    const gaps = Float64Array.of(100.3 - 61.2, 100.4 - 61.3, 30, 50);
    expect(gaps[0]).not.toBe(gaps[1]);
    expect(pctRank(gaps, 39.1)).toBe(0.5);
  });

  it("lies in order strict ≤ mid ≤ weak, within 0..1, and drops missing rows", () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1, max: 21 }), (rows, value) => {
        const history = Float64Array.from(rows);
        const [strict, mid, weak] = (["strict", "mid", "weak"] as const).map((m) =>
          pctRank(history, value, m),
        );
        expect(strict).toBeLessThanOrEqual(mid as number);
        expect(mid).toBeLessThanOrEqual(weak as number);
        expect(weak).toBeLessThanOrEqual(1);
        for (const method of RANK_METHODS.slice(0, 3)) {
          const gappy = Float64Array.from(rows.flatMap((row) => [NaN, row]));
          expect(pctRank(gappy, value, method)).toBe(pctRank(history, value, method));
        }
      }),
    );
  });

  it("inc and exc are linear between neighbours and rise with the value", () => {
    const history = Float64Array.of(10, 20, 20, 40);
    expect(pctRank(history, 30, "inc")).toBeCloseTo((2 + 0.5) / 3, 14);
    expect(pctRank(history, 30, "exc")).toBeCloseTo((3 + 0.5) / 5, 14);
  });
});
