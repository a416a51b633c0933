import fc from "fast-check";
import { zScore } from "../../../src/calc/history/zScore";
import { calcError } from "../../support/errors";
import { historyGolden } from "../../support/golden";
import { G, seriesS } from "../../support/series";

describe("zScore", () => {
  const S = seriesS();
  it.each([
    ["G", "z std", G, {}],
    ["G", "z std 12", G, { window: 12 }],
    ["G", "z mad", G, { method: "mad" }],
    ["G", "z ewma", G, { method: "ewma" }],
    ["G", "z ewma 6", G, { method: "ewma", halfLife: 6 }],
    ["S", "z std", S, {}],
    ["S", "z std 60", S, { window: 60 }],
    ["S", "z mad", S, { method: "mad" }],
    ["S", "z ewma", S, { method: "ewma" }],
  ] as const)("of %s agrees with plain Python: %s", (series, measure, values, options) => {
    expect(zScore(values, options)).toBeCloseTo(historyGolden(series, measure), 11);
  });

  it("leaves the last value out of what it is compared with (with it G would be −1.708)", () => {
    expect(zScore(G)).not.toBeCloseTo(-1.708, 2);
  });

  it("drops missing rows, and a window counts the rows that are there", () => {
    const gappy = Float64Array.from([...G].flatMap((value) => [NaN, value, NaN]));
    expect(zScore(gappy)).toBe(zScore(G));
    expect(zScore(gappy, { window: 12 })).toBe(zScore(G, { window: 12 }));
  });

  it("never shortens a window: it says how many values there are", () => {
    expect(() => zScore(G, { window: 60 })).toThrow(
      calcError("missing", /window is 60 rows but history has only 23/),
    );
    expect(() => zScore(G, { window: 24 })).toThrow(calcError("missing", /only 23/));
    expect(zScore(G, { window: 23 })).toBe(zScore(G));
  });

  it("has no answer for values that do not vary", () => {
    expect(() => zScore(Float64Array.of(5, 5, 5, 6))).toThrow(calcError("missing", /do not vary/));
    expect(() => zScore(Float64Array.of(1, 5, 5, 5, 6), { method: "mad" })).toThrow(
      calcError("missing", /method mad/),
    );
  });

  it.each([
    [Float64Array.of(), /no values/],
    [Float64Array.of(1), /has 0 values/],
    [Float64Array.of(1, 2), /has 1 value before/],
  ])("says how little history there is", (values, words) => {
    expect(() => zScore(values)).toThrow(calcError("missing", words));
  });

  it.each([1, 0, -3, 2.5, NaN])("refuses a window of %p", (window) => {
    expect(() => zScore(G, { window })).toThrow(calcError("invalid", /window is/));
  });

  it.each([0, -1, NaN, Infinity])("refuses a half-life of %p", (halfLife) => {
    expect(() => zScore(G, { method: "ewma", halfLife })).toThrow(
      calcError("invalid", /halfLife is/),
    );
  });

  it("does not move when rows are appended and taken off again, or the unit changes", () => {
    const values = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 4, maxLength: 80 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 500 }), (rows, unit) => {
        fc.pre(new Set(rows.slice(0, -1)).size > 1);
        const score = zScore(Float64Array.from(rows));
        expect(zScore(Float64Array.from(rows, (row) => row * unit))).toBeCloseTo(score, 9);
        expect(zScore(Float64Array.from([9999, ...rows]), { window: rows.length - 1 })).toBeCloseTo(
          score,
          9,
        );
      }),
    );
  });
});
