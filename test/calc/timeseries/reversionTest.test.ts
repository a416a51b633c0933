import {
  autoregressiveSums,
  restrictedFit,
} from "../../../src/calc/timeseries/restrictedLikelihood";
import { halfLifeInterval, reversionTest } from "../../../src/calc/timeseries/reversionTest";
import { calcError } from "../../support/errors";
import { G, seriesS } from "../../support/series";

const S = seriesS();

/** The restricted likelihood with its covariance matrix written out: V, V⁻¹ by elimination, det V. */
function byMatrices(values: readonly number[], phi: number) {
  const n = values.length;
  const v = values.map((_, i) => values.map((__, j) => phi ** Math.abs(i - j) / (1 - phi * phi)));
  const rows = v.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  let logDeterminant = 0;
  for (let k = 0; k < n; k++) {
    const pivot = rows[k]?.[k] as number;
    logDeterminant += Math.log(pivot);
    rows[k] = (rows[k] as number[]).map((it) => it / pivot);
    for (let i = 0; i < n; i++) {
      const factor = rows[i]?.[k] as number;
      if (i !== k)
        rows[i] = (rows[i] as number[]).map((it, j) => it - factor * (rows[k]?.[j] as number));
    }
  }
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce(
      (sum, x, i) => sum + x * b.reduce((part, y, j) => part + y * (rows[i]?.[n + j] as number), 0),
      0,
    );
  const ones = values.map(() => 1);
  const information = product(ones, ones);
  const level = product(ones, values) / information;
  const off = values.map((it) => it - level);
  const squares = product(off, off);
  return {
    logLikelihood:
      -logDeterminant / 2 - Math.log(information) / 2 - ((n - 1) / 2) * Math.log(squares),
    level,
    levelVariance: 1 / information,
    shockVariance: squares / (n - 1),
  };
}

describe("restrictedFit", () => {
  it.each([0.1, 0.5, 0.9, 0.99])("at φ %d is what its matrices give", (phi) => {
    const sums = autoregressiveSums(G);
    const [found, written] = [restrictedFit(sums, phi), byMatrices([...G], phi)];
    expect(found.level).toBeCloseTo(written.level, 9);
    expect(found.levelVariance / written.levelVariance).toBeCloseTo(1, 9);
    expect(found.shockVariance).toBeCloseTo(written.shockVariance, 8);
    // Likelihoods are known up to a constant: one difference is enough.
    const reference =
      byMatrices([...G], 0.3).logLikelihood - restrictedFit(sums, 0.3).logLikelihood;
    expect(found.logLikelihood + reference).toBeCloseTo(written.logLikelihood, 8);
  });

  it("at φ 1 is a random walk of the changes", () => {
    const changes = [...G].slice(1).map((it, t) => it - (G[t] as number));
    const squares = changes.reduce((sum, it) => sum + it * it, 0);
    const { shockVariance, levelVariance } = restrictedFit(autoregressiveSums(G), 1);
    expect(shockVariance).toBeCloseTo(squares / changes.length, 9);
    expect(levelVariance).toBe(Infinity);
  });

  it("needs six values with noise", () => {
    expect(() => autoregressiveSums(G.subarray(0, 5))).toThrow(calcError("missing", /5 values/));
    expect(() => autoregressiveSums(new Float64Array(9))).toThrow(calcError("missing", /noise/));
  });
});

describe("reversionTest", () => {
  it("finds the reversion of S and none in G, where the interval goes on to a random walk", () => {
    expect(reversionTest(S).reverts).toBe(true);
    expect(reversionTest(S).high).toBeLessThan(1);
    expect(reversionTest(G)).toMatchObject({ reverts: false, high: 1 });
  });

  it("does not care for level, unit or missing rows", () => {
    const moved = Float64Array.from([...S].flatMap((it) => [NaN, 1e4 + 100 * it]));
    expect(reversionTest(moved).statistic).toBeCloseTo(reversionTest(S).statistic, 5);
    expect(reversionTest(moved).low).toBeCloseTo(reversionTest(S).low, 6);
  });

  it("holds the coefficients whose likelihood is within half of 2.7055 of the peak", () => {
    const sums = autoregressiveSums(S);
    const { low, high, statistic } = reversionTest(S);
    const at = (phi: number) => restrictedFit(sums, phi).logLikelihood;
    expect(at(low)).toBeCloseTo(at(high), 7);
    expect(2 * (at(low) - at(1))).toBeCloseTo(statistic - 2.705543454, 6);
  });

  it("as half-lives is from none within a row to no reversion at all", () => {
    expect(halfLifeInterval({ low: 0, high: 1 })).toEqual([0, Infinity]);
    expect(halfLifeInterval({ low: 0.5, high: Math.SQRT1_2 })).toEqual([1, expect.closeTo(2, 12)]);
  });
});
