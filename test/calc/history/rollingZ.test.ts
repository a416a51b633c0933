import * as fc from "fast-check";
import { rollingZ } from "../../../src/calc/history/rollingZ";
import { zScore } from "../../../src/calc/history/zScore";
import { calcError } from "../../support/errors";
import { seriesS } from "../../support/series";

describe("the rolling z-score", () => {
  it.each([2, 5, 24, 120])("is ZSCORE at every row, window %i", (window) => {
    const series = seriesS();
    rollingZ(series, window).forEach((z, t) => {
      if (t < window) expect(z).toBeNaN();
      else expect(z).toBeCloseTo(zScore(series.subarray(0, t + 1), { window }), 9);
    });
  });

  it("loses no digits far from 0, and drops missing rows", () => {
    const far = seriesS().map((it, t) => (t % 12 === 7 ? NaN : 1e6 + it));
    const near = seriesS().map((it, t) => (t % 12 === 7 ? NaN : it));
    const [a, b] = [rollingZ(far, 24), rollingZ(near, 24)];
    a.forEach((z, t) => {
      if (Number.isNaN(z)) expect(b[t]).toBeNaN();
      else expect(Math.abs(z - (b[t] as number))).toBeLessThan(1e-7);
    });
  });

  it("says nothing where the window does not vary, and does not change with later rows", () => {
    expect(rollingZ(Float64Array.of(39, 39, 39, 40), 3)[3]).toBeNaN();
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 8, maxLength: 60 }),
        fc.nat(59),
        (values, cut) => {
          const all = Float64Array.from(values);
          const n = Math.min(cut, all.length);
          expect([...rollingZ(all.slice(0, n), 5)]).toEqual([...rollingZ(all, 5).slice(0, n)]);
        },
      ),
    );
  });

  it("refuses a window of 1", () => {
    expect(() => rollingZ(seriesS(), 1)).toThrow(
      calcError("invalid", /window is 1; it must be a whole number/),
    );
  });
});
