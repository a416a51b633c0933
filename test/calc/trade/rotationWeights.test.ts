import { uniformStream } from "../../../src/calc/numeric/random";
import { quadraticRoots } from "../../../src/calc/numeric/polynomialRoots";
import { rotationTilt, type TiltProblem } from "../../../src/calc/trade/rotationWeights";
import { bp } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { activeSets, byGoldfarbIdnani } from "../../support/referenceQuadratic";

const VOLS = [0.002, 0.011, 0.014];
const CORRELATIONS = [
  [1, 0.1, 0],
  [0.1, 1, 0.55],
  [0, 0.55, 1],
];
const COVARIANCE = VOLS.map((a, i) => VOLS.map((b, j) => a * b * (CORRELATIONS[i]?.[j] as number)));
const none = (n: number) => Array.from({ length: n }, () => Infinity);
const ROTATION: TiltProblem = {
  expected: [0, -20, 10],
  covariance: COVARIANCE,
  trackingError: bp(30),
  lower: none(3).map((x) => -x),
  upper: none(3),
};
const percent = (weights: ArrayLike<number>) =>
  Array.from(weights, (weight) => (100 * weight).toFixed(1));
const times = (matrix: readonly ArrayLike<number>[], x: ArrayLike<number>) =>
  matrix.map((row) => Array.from(x).reduce((sum, it, j) => sum + it * (row[j] as number), 0));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, it, i) => sum + it * (b[i] as number), 0);

describe("rotationTilt", () => {
  it("of the method notes is +12.6, −31.8 and +19.2%, worth 8.3 bp at 30 bp", () => {
    const tilt = rotationTilt(ROTATION);
    expect(percent(tilt.weights)).toEqual(["12.6", "-31.8", "19.2"]);
    expect(tilt.expected.toFixed(1)).toBe("8.3");
    expect(tilt.trackingError).toBeCloseTo(30, 9);
  });

  it("long only with a cap on corporates is +11, −26 and +15%, worth 6.7 bp at 24 bp", () => {
    const tilt = rotationTilt({
      ...ROTATION,
      lower: [-0.46, -0.26, -0.28],
      upper: [Infinity, Infinity, 0.15],
    });
    expect(percent(tilt.weights)).toEqual(["11.0", "-26.0", "15.0"]);
    expect(tilt.expected.toFixed(1)).toBe("6.7");
    expect(tilt.trackingError.toFixed(0)).toBe("24");
  });

  /** A seeded problem of n assets with correlated returns and bounds around 0. */
  function problem(seed: number, n: number): TiltProblem {
    const uniform = uniformStream(seed);
    const within = () => 2 * uniform() - 1;
    const loads = Array.from({ length: n }, () => Array.from({ length: 3 }, within));
    return {
      expected: Array.from({ length: n }, () => 40 * within()),
      covariance: loads.map((a, i) =>
        loads.map((b, j) => 1e-4 * (dot(a, b) + (i === j ? 0.2 + uniform() : 0))),
      ),
      trackingError: bp(5 + 60 * uniform()),
      lower: Array.from({ length: n }, () => -0.6 * uniform()),
      upper: Array.from({ length: n }, (_, i) => (i % 3 === 2 ? 0 : 0.6 * uniform())),
    };
  }

  it("is worth as much as the best of all active sets, tried one by one", () => {
    let [bound, slack] = [0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const it0 = problem(seed, 2 + (seed % 4));
      const budget = it0.trackingError / 10_000;
      const linear = Array.from(it0.expected, (value) => -value / 10_000);
      let best = 0;
      const quadratic = { ...it0, hessian: it0.covariance, linear };
      for (const { still, change } of activeSets(quadratic, 0)) {
        // Stationary at an appetite; those that spend the budget, and corners that leave some.
        const spread = times(it0.covariance, change);
        const appetites = quadraticRoots(
          dot(change, spread),
          2 * dot(still, spread),
          dot(still, times(it0.covariance, still)) - budget * budget,
        );
        for (const appetite of [0, ...appetites]) {
          const x = still.map((value, i) => value + appetite * (change[i] as number));
          const isWithin = x.every(
            (value, i) =>
              value >= (it0.lower[i] as number) - 1e-12 &&
              value <= (it0.upper[i] as number) + 1e-12,
          );
          const deviation = Math.sqrt(dot(x, times(it0.covariance, x)));
          if (isWithin && deviation <= budget * (1 + 1e-10)) {
            best = Math.max(best, dot(x, it0.expected));
          }
        }
      }
      const tilt = rotationTilt(it0);
      if (tilt.trackingError < it0.trackingError * (1 - 1e-9)) slack++;
      else bound++;
      expect(Math.abs(tilt.expected - best)).toBeLessThan(1e-8);
      expect(tilt.trackingError).toBeLessThan(it0.trackingError * (1 + 1e-9));
    }
    // Both ends of the problem were met.
    expect(Math.min(bound, slack)).toBeGreaterThan(5);
  });

  it("has the least risk of all tilts that are worth as much, as a package finds it", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const it0 = problem(500 + seed, 3 + (seed % 14));
      const tilt = rotationTilt(it0);
      const cheapest = byGoldfarbIdnani(
        {
          hessian: it0.covariance.map((row) => Array.from(row, (value) => 1e4 * value)),
          linear: none(it0.expected.length).map(() => 0),
          lower: it0.lower,
          upper: it0.upper,
        },
        0,
        { along: it0.expected, value: Number(tilt.expected) * (1 - 1e-12) },
      );
      cheapest.forEach((weight, i) => {
        expect(Math.abs(weight - (tilt.weights[i] as number))).toBeLessThan(1e-7);
      });
    }
  });

  it("sums: weights to 0, shares to the expected return and to the tracking error", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const tilt = rotationTilt(problem(900 + seed, 2 + (seed % 30)));
      const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
      expect(sum(tilt.weights)).toBeCloseTo(0, 12);
      expect(sum(tilt.returns)).toBeCloseTo(tilt.expected, 9);
      expect(sum(tilt.risks)).toBeCloseTo(tilt.trackingError, 9);
    }
  });

  it("mirrors: all expectations turned round turn the tilt round", () => {
    const there = rotationTilt(ROTATION).weights;
    const back = rotationTilt({ ...ROTATION, expected: [0, 20, -10] }).weights;
    there.forEach((weight, i) => {
      expect(back[i]).toBeCloseTo(-weight, 12);
    });
  });

  it("does not move for expectations that are all the same", () => {
    expect([...rotationTilt({ ...ROTATION, expected: [5, 5, 5] }).weights]).toEqual([0, 0, 0]);
  });

  it("takes assets without risk, and one that is another's copy, within bounds", () => {
    const copy = {
      expected: [0, 10, 12],
      covariance: [
        [0, 0, 0],
        [0, 1e-4, 1e-4],
        [0, 1e-4, 1e-4],
      ],
      trackingError: bp(20),
      lower: [-1, -0.3, -0.3],
      upper: [1, 0.3, 0.3],
    };
    const tilt = rotationTilt(copy);
    // The dearer copy gives way to the better one, which costs no risk; the rest is risk.
    expect(tilt.trackingError).toBeLessThanOrEqual(20 * (1 + 1e-9));
    expect(tilt.weights[2]).toBeCloseTo(0.3, 9);
    expect(tilt.weights[1]).toBeCloseTo(-0.1, 9);
    expect(() => rotationTilt({ ...copy, lower: none(3).map((x) => -x), upper: none(3) })).toThrow(
      calcError("invalid", /a mix of the assets has no risk but an expected return; give bounds/),
    );
  });

  it("starts from bounds that do not hold the benchmark, and refuses those that cannot be met", () => {
    const forced = rotationTilt({ ...ROTATION, lower: [0.05, -1, -1] });
    expect(forced.weights[0]).toBeGreaterThanOrEqual(0.05);
    expect(() => rotationTilt({ ...ROTATION, lower: [-1, -1, 0.5] })).toThrow(
      calcError("invalid", /bounds need a tracking error of .* bp or more; trackingError is 30/),
    );
    expect(() => rotationTilt({ ...ROTATION, lower: [0.1, 0.1, 0.1] })).toThrow(
      calcError("invalid", /bounds leave no tilt whose weights sum to 0/),
    );
    expect(() => rotationTilt({ ...ROTATION, lower: [0.2, 0, 0], upper: [0.1, 1, 1] })).toThrow(
      calcError("invalid", /bounds, row 1, are 0\.2 and 0\.1; low must be at most high/),
    );
  });

  it("refuses what is no matrix of covariances, with a sentence", () => {
    const wrong = COVARIANCE.map((row, i) => row.map((it, j) => (i + j === 3 ? 3e-4 : it)));
    expect(() => rotationTilt({ ...ROTATION, covariance: wrong })).toThrow(
      calcError("invalid", /covariance, row 2, contradicts the other rows: a mix would have/),
    );
    expect(() => rotationTilt({ ...ROTATION, trackingError: bp(0) })).toThrow(
      calcError("invalid", /trackingError is 0; it must be a number of basis points above 0/),
    );
  });
});
