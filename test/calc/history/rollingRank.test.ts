import * as fc from "fast-check";
import { pctRank } from "../../../src/calc/history/pctRank";
import { COUNTING_METHODS, rollingRank } from "../../../src/calc/history/rollingRank";
import { calcError } from "../../support/errors";
import { seriesS } from "../../support/series";

describe("the rolling percentile rank", () => {
  it.each(COUNTING_METHODS)("is PCTRANK at every row, %s", (method) => {
    const value = fc.option(fc.integer({ min: 0, max: 9 }), { nil: NaN, freq: 6 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (values, window) => {
          const history = Float64Array.from(values);
          const ranks = rollingRank(history, window, method);
          history.forEach((it, t) => {
            const before = history.slice(0, t).filter((other) => !Number.isNaN(other));
            if (Number.isNaN(it) || before.length < window) {
              expect(ranks[t]).toBeNaN();
              return;
            }
            expect(ranks[t]).toBe(pctRank(before.slice(-window), it, method));
          });
        },
      ),
    );
  });

  it("takes values that differ by a binary tail for ties", () => {
    const [sum, plain] = [100.3 - 61.2, 39.1];
    expect(sum).not.toBe(plain);
    expect(rollingRank(Float64Array.of(sum, plain, sum, 50, plain), 4)[4]).toBe(3 / 8);
  });

  it("ranks a long series as the naive way does", () => {
    const series = seriesS();
    const ranks = rollingRank(series, 120);
    for (let t = 120; t < series.length; t++) {
      expect(ranks[t]).toBe(pctRank(series.slice(t - 120, t), series[t]));
    }
  });

  it("refuses a window of 0", () => {
    expect(() => rollingRank(seriesS(), 0)).toThrow(
      calcError("invalid", /window is 0; it must be a whole/),
    );
  });
});
