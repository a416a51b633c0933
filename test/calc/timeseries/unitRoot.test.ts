import {
  UNIT_ROOT_VERDICTS,
  unitRoot,
  unitRootProbability,
} from "../../../src/calc/timeseries/unitRoot";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";
import { columnOf, expectPrefixInvariant } from "../../support/prefixInvariance";
import { G, seriesS } from "../../support/series";

const S = seriesS();
const value = (series: string, measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === series && it.measure === measure)?.value,
  );

describe("unitRoot", () => {
  it.each(
    [0, 1, 3].flatMap(
      (lags) =>
        [
          ["S", lags, S],
          ["G", lags, G],
        ] as const,
    ),
  )("of %s with %d lags agrees with exact fractions", (series, lags, history) => {
    const { statistic, p } = unitRoot(history, lags);
    expect(statistic).toBeCloseTo(value(series, `adf ${lags}`), 10);
    expect(p).toBeCloseTo(value(series, `adf p ${lags}`), 10);
  });

  it("rejects a unit root of S at 1%, and not of G", () => {
    expect(unitRoot(S).verdict).toBe("unit root rejected at 1%");
    expect(unitRoot(S, 3).verdict).toBe("unit root rejected at 5%");
    expect(unitRoot(G).verdict).toBe("unit root not rejected");
    for (const lags of [0, 1, 2, 3]) {
      expect(UNIT_ROOT_VERDICTS).toContain(unitRoot(G, lags).verdict);
    }
  });

  it("does not care for level, unit or missing rows", () => {
    const { statistic } = unitRoot(S);
    const moved = Float64Array.from([...S].flatMap((it) => [NaN, 1e4 + 100 * it]));
    expect(unitRoot(moved).statistic).toBeCloseTo(statistic, 8);
  });

  it("says what is wrong", () => {
    expect(() => unitRoot(S, 1.5)).toThrow(calcError("invalid", /lags is 1.5/));
    expect(() => unitRoot(S, 25)).toThrow(calcError("invalid", /from 0 to 24/));
    expect(() => unitRoot(S.subarray(0, 6))).toThrow(
      calcError("missing", /6 values; a unit root test with lags 1 needs 7/),
    );
    expect(() => unitRoot(S.map(() => 7))).toThrow(calcError("missing", /do not vary/));
    expect(() =>
      unitRoot(
        S.map((_, i) => 3 * i + 0.1),
        0,
      ),
    ).toThrow(calcError("missing", /without noise/));
  });

  it("does not move when rows are appended", () => {
    expectPrefixInvariant(columnOf((history) => unitRoot(history)));
  });
});

describe("unitRootProbability", () => {
  // MacKinnon 2010 (QED Working Paper 1227), table 2, one series with a constant, large samples.
  it.each([
    [-3.43035, 0.01],
    [-2.86154, 0.05],
    [-2.56677, 0.1],
  ])("at the critical value %d of another fit of his is %d", (statistic, p) => {
    expect(unitRootProbability(statistic)).toBeCloseTo(p, 3);
  });

  // Stata's dfuller on US inflation and real GDP, as statsmodels tests against.
  it.each([
    [-4.3346988, 0.00038661],
    [0.97505319, 0.99399563],
  ])("at %d is %d as in Stata", (statistic, p) => {
    expect(unitRootProbability(statistic)).toBeCloseTo(p, 7);
  });

  it("rises with the statistic from 0 to 1, without a jump where the surfaces meet", () => {
    let before = 0;
    for (let statistic = -19; statistic <= 3; statistic += 0.01) {
      const p = unitRootProbability(statistic);
      expect(p).toBeGreaterThanOrEqual(before - 1e-12);
      expect(p - before).toBeLessThan(0.01);
      before = p;
    }
    expect(unitRootProbability(-19)).toBe(0);
    expect(before).toBe(1);
  });
});

describe("unitRoot, with no constant and with a trend", () => {
  // numpy.linalg.lstsq on the same regressions, its t-ratio of the level.
  it.each([
    ["none", 0, -0.581056544],
    ["none", 1, -0.365581157],
    ["trend", 1, -3.76484081],
    ["trend", 3, -3.151759466],
  ] as const)("%s, lags %d, has the t-ratio of the regression written out", (trend, lags, t) => {
    expect(unitRoot(S, lags, trend).statistic).toBeCloseTo(t, 8);
  });

  it("does not see a line that is taken out, nor a level", () => {
    const tilted = S.map((it, t) => it + 3 * t - 70);
    expect(unitRoot(tilted, 1, "trend").statistic).toBeCloseTo(
      unitRoot(S, 1, "trend").statistic,
      8,
    );
  });

  // Asymptotic critical values at 1%, 5%, 10%: MacKinnon, Queen's Economics Department Working Paper 1227, 2010.
  it.each([
    ["none", [-2.56574, -1.941, -1.61682]],
    ["constant", [-3.43035, -2.86154, -2.56677]],
    ["trend", [-3.95877, -3.41049, -3.12705]],
  ] as const)("%s has its own critical values", (trend, critical) => {
    [0.01, 0.05, 0.1].forEach((level, i) => {
      expect(Math.abs(unitRootProbability(critical[i] as number, trend) - level)).toBeLessThan(
        0.002,
      );
    });
  });
});
