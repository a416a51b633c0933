import {
  COINTEGRATION_QUANTILES,
  COINTEGRATION_ROWS,
} from "../../../src/calc/timeseries/cointegrationTable";
import { fairValue, fairValueFit } from "../../../src/calc/timeseries/fairValue";
import { regimeProbability } from "../../../src/calc/timeseries/regime";
import { normalStream } from "../../../src/calc/numeric/random";
import { calcError } from "../../support/errors";
import { quantile } from "../../study/cointegrationTable";

const Y = Float64Array.of(101, 98, 104, 110, 107, 99, 95, 92);
const X = Float64Array.of(88, 86, 92, 99, 95, 90, 84, 80);

describe("fair value", () => {
  it("has the worked numbers", () => {
    const fit = fairValueFit(Y, [X], 2);
    expect(fit.coefficients[0]?.toFixed(4)).toBe("14.2304");
    expect(fit.coefficients[1]?.toFixed(5)).toBe("0.96941");
    expect(fit.standardErrors[0]?.toFixed(4)).toBe("1.8550");
    expect(fit.standardErrors[1]?.toFixed(6)).toBe("0.018097");
    expect(fit.rSquared.toFixed(5)).toBe("0.96182");
    expect(fairValue(Y, [X], [80]).toFixed(2)).toBe("91.78");
  });

  it("takes its lags from the number of rows", () => {
    // ⌊4 · 0.08^(2/9)⌋
    expect(fairValueFit(Y, [X], null).lags).toBe(2);
  });

  it("does not depend on the units of the drivers, and drops rows that lack a value", () => {
    const z = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    const one = fairValueFit(Y, [X, z], 2);
    const other = fairValueFit(Y, [X.map((it) => it / 100), z], 2);
    expect(other.coefficients[1]).toBeCloseTo(100 * (one.coefficients[1] as number), 8);
    expect(other.residualZ).toBeCloseTo(one.residualZ, 10);
    const gaps = fairValueFit(
      Float64Array.of(...Y, 90, NaN),
      [Float64Array.of(...X, NaN, 85), Float64Array.of(...z, 1, 1)],
      2,
    );
    expect(gaps.rows).toBe(8);
    expect([...gaps.coefficients]).toEqual([...one.coefficients]);
  });

  it("extrapolates nothing", () => {
    expect(() => fairValue(Y, [X], [120])).toThrow(
      calcError("missing", /further from the drivers' mean than any row of the fit/),
    );
  });

  it("tells relations that hold from those of series that wander apart", () => {
    const normal = normalStream(9);
    const walk = () => {
      let level = 0;
      return Float64Array.from({ length: 240 }, () => (level += normal()));
    };
    let [held, found] = [0, 0];
    for (let i = 0; i < 200; i++) {
      const [a, b] = [walk(), walk()];
      const apart = fairValueFit(a, [b], null);
      if ((apart.engleGranger as number) < (apart.critical as number)) found++;
      const tied = fairValueFit(
        a.map((it) => 5 + 2 * it + 3 * normal()),
        [a],
        null,
      );
      if ((tied.engleGranger as number) < (tied.critical as number)) held++;
    }
    // At 5% ten of 200 are found by chance; 1.96 standard errors are 6.
    expect(found).toBeLessThanOrEqual(17);
    expect(held).toBeGreaterThan(195);
  });

  it("has critical values near those that MacKinnon published for long series", () => {
    // J. MacKinnon, "Critical values for cointegration tests", Queen's Economics WP 1227, 2010, 5%.
    const published = [-3.34, -3.74, -4.1, -4.42, -4.7];
    const last = COINTEGRATION_ROWS.length - 1;
    COINTEGRATION_QUANTILES.forEach((row, k) => {
      expect(Math.abs((row[last] as number) - (published[k] as number))).toBeLessThan(0.06);
    });
  });

  it("has critical values that a short simulation confirms", () => {
    const again = quantile(1, 60, 3000, 77);
    expect(Math.abs(again - (COINTEGRATION_QUANTILES[0]?.[2] as number))).toBeLessThan(0.12);
  });
});

describe("the probability of a regime", () => {
  const REGIMES = { means: [62, 42], deviations: [6, 5], stay: [0.95, 0.92] } as const;
  const SERIES = Float64Array.of(60, 58, 50, 44, 40, 39);

  it("has the worked numbers", () => {
    const found = Array.from(regimeProbability(SERIES, REGIMES), (it) => it.toFixed(4));
    expect(found).toEqual(["0.0012", "0.0005", "0.1157", "0.9465", "0.9998", "0.9999"]);
    expect(regimeProbability(SERIES, REGIMES)[5]?.toFixed(5)).toBe("0.99994");
  });

  it("never moves when rows are appended, and takes the regimes in either order", () => {
    const all = regimeProbability(SERIES, REGIMES);
    for (let n = 1; n < 6; n++) {
      expect([...regimeProbability(SERIES.slice(0, n), REGIMES)]).toEqual([...all.slice(0, n)]);
    }
    const swapped = { means: [42, 62], deviations: [5, 6], stay: [0.92, 0.95] } as const;
    expect([...regimeProbability(SERIES, swapped)]).toEqual([...all]);
  });

  it("lets time pass over a missing row, and stands values far from both means", () => {
    const gap = regimeProbability(Float64Array.of(60, NaN, 44, 1e6, -1e6), REGIMES);
    expect(gap[1]).toBeNaN();
    expect(gap[2]).toBeGreaterThan(0);
    // Far above, the wider regime is the likelier one; far below as well.
    expect(gap[3]).toBeLessThan(1e-6);
    expect(gap[4]).toBeLessThan(1e-6);
  });
});
