import { mean, sampleStandardDeviation } from "../../../src/calc/numeric/statistics";
import { normalStream, uniformStream } from "../../../src/calc/numeric/random";
import { calcError } from "../../support/errors";
import { historyGolden } from "../../support/golden";
import { seriesS } from "../../support/series";

describe("seeded streams", () => {
  it("make series S as an independent program makes it", () => {
    const s = seriesS();
    expect(s[1]).toBeCloseTo(historyGolden("S", "second"), 12);
    expect(s[239]).toBeCloseTo(historyGolden("S", "last"), 12);
  });

  it("are standard normal to sampling error", () => {
    const next = normalStream(7);
    const values = Float64Array.from({ length: 20_000 }, () => next());
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(sampleStandardDeviation(values) - 1)).toBeLessThan(4 / Math.sqrt(40_000));
  });

  it.each([-1, 0.5, 2 ** 32, NaN])("refuse the seed %p", (seed) => {
    expect(() => uniformStream(seed)).toThrow(calcError("invalid", /seed is/));
  });
});
