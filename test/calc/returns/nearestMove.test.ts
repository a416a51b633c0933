import fc from "fast-check";
import { amount } from "../../support/amount";
import { normalProbability } from "../../../src/calc/numeric/normalDistribution";
import { normalStream } from "../../../src/calc/numeric/random";
import type { Asset } from "../../../src/calc/returns/asset";
import { nearestMove, type FactorRisk } from "../../../src/calc/returns/nearestMove";
import { bp, years } from "../../../src/calc/units";
import { asset, CORPORATE, MBS, movedBp } from "../../support/assets";
import { calcError } from "../../support/errors";

const POOL: Asset = { ...MBS, speedBp: bp(-6) };
const RISK: FactorRisk = {
  sds: [90, 35, 28, 20],
  correlations: [
    [1, -0.3, -0.2, -0.5],
    [-0.3, 1, 0.55, 0.1],
    [-0.2, 0.55, 1, 0],
    [-0.5, 0.1, 0, 1],
  ],
};
const move = (a: Asset, b: Asset, risk: FactorRisk, target = 0, horizon = 1) =>
  nearestMove(a, b, years(horizon), risk, bp(target));

/** B's return less A's after a move, basis points: from the returns, not from our coefficients. */
const ahead = (a: Asset, b: Asset, at: ArrayLike<number>, horizon = 1) =>
  movedBp(b, horizon, at[0] as number, at[2] as number, at[3]) -
  movedBp(a, horizon, at[0] as number, at[1] as number, at[3]);

const correlation = (risk: FactorRisk, i: number, j: number) => risk.correlations[i]?.[j] as number;
const covariance = (risk: FactorRisk, i: number, j: number) =>
  (risk.sds[i] as number) * (risk.sds[j] as number) * correlation(risk, i, j);

/** The inverse of the correlations by Gauss and Jordan. */
function inverse(risk: FactorRisk): number[][] {
  const n = 4;
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from(risk.correlations[i] as ArrayLike<number>),
    ...Array.from({ length: n }, (_, j) => Number(i === j)),
  ]);
  for (let k = 0; k < n; k++) {
    const pivot = rows[k] as number[];
    const by = pivot[k] as number;
    for (let j = 0; j < 2 * n; j++) pivot[j] = (pivot[j] as number) / by;
    rows.forEach((row, i) => {
      if (i === k) return;
      const share = row[k] as number;
      for (let j = 0; j < 2 * n; j++) row[j] = (row[j] as number) - share * (pivot[j] as number);
    });
  }
  return rows.map((row) => row.slice(n));
}

const some = fc
  .tuple(amount(0.02, 0.08), amount(2, 9), amount(-300, 150), amount(-10, 10))
  .map(([yld, duration, convexity, speed]) => asset(yld, duration, convexity, false, 0, speed));

describe("nearestMove", () => {
  it("meets the target to 10⁻⁹ bp and Lagrange's condition to 10⁻⁸", () => {
    let beyond = 0;
    fc.assert(
      fc.property(some, some, amount(-20, 150), (a, b, target) => {
        const { moves, distance } = move(a, b, RISK, target);
        const still = ahead(a, b, [0, 0, 0, 0]);
        if (still >= target) {
          expect([...moves, distance]).toEqual([0, 0, 0, 0, 0]);
          return;
        }
        beyond++;
        expect(Math.abs(ahead(a, b, moves) - target)).toBeLessThan(1e-9);
        // The returns are quadratic: central differences are their derivatives.
        const gradient = Array.from(moves, (_, i) => {
          const [up, down] = [1, -1].map((step) => moves.map((it, j) => it + (j === i ? step : 0)));
          return (ahead(a, b, up as Float64Array) - ahead(a, b, down as Float64Array)) / 2;
        });
        // x = λ·Σ·∇ in standard deviations, with one λ ≥ 0 for all.
        const steepest = gradient.map(
          (_, i) =>
            gradient.reduce((sum, it, j) => sum + covariance(RISK, i, j) * it, 0) /
            (RISK.sds[i] as number),
        );
        const inSds = Array.from(moves, (it, i) => it / (RISK.sds[i] as number));
        const squares = steepest.reduce((sum, it) => sum + it * it, 0);
        const lambda =
          inSds.reduce((sum, it, i) => sum + it * (steepest[i] as number), 0) / squares;
        expect(lambda).toBeGreaterThanOrEqual(0);
        inSds.forEach((it, i) => {
          expect(Math.abs(it - lambda * (steepest[i] as number))).toBeLessThan(1e-8);
        });
        // The distance is Mahalanobis's.
        const inverted = inverse(RISK);
        const square = inSds.reduce(
          (sum, it, i) =>
            sum + it * inSds.reduce((all, y, j) => all + (inverted[i]?.[j] as number) * y, 0),
          0,
        );
        expect(Math.sqrt(square)).toBeCloseTo(distance, 8);
      }),
      { numRuns: 300 },
    );
    expect(beyond).toBeGreaterThan(100);
  });

  const STEP = 0.4;
  const inverted = inverse(RISK);
  /** Distance of the nearest point of a grid in standard deviations that does it. */
  function nearestOfGrid(a: Asset, b: Asset, target: number): number {
    const axis = Array.from({ length: 21 }, (_, i) => (i - 10) * STEP);
    let best = Infinity;
    const y = [0, 0, 0, 0];
    for (const y0 of axis)
      for (const y1 of axis)
        for (const y2 of axis)
          for (const y3 of axis) {
            [y[0], y[1], y[2], y[3]] = [y0, y1, y2, y3];
            let square = 0;
            for (let i = 0; i < 4; i++)
              for (let j = 0; j < 4; j++)
                square += (y[i] as number) * (inverted[i]?.[j] as number) * (y[j] as number);
            if (square >= best) continue;
            const at = y.map((it, i) => it * (RISK.sds[i] as number));
            if (ahead(a, b, at) >= target) best = square;
          }
    return Math.sqrt(best);
  }

  it.each<[string, Asset, Asset, number]>([
    ["a pool that a corporate must beat", POOL, CORPORATE, 0],
    ["the same by 40 bp", POOL, CORPORATE, 40],
    ["a corporate that the pool must beat by 80 bp", CORPORATE, POOL, 80],
    ["much negative convexity, met from both sides", asset(0.055, 5.2, -400, false), CORPORATE, 0],
    ["two bonds without convexity", asset(0.05, 5, 0, false), asset(0.045, 6, 0, false), 0],
  ])("is nearer than any point of a grid that does it: %s", (_, a, b, target) => {
    const { distance } = move(a, b, RISK, target);
    const onGrid = nearestOfGrid(a, b, target);
    expect(onGrid).toBeGreaterThanOrEqual(distance - 1e-9);
    expect(onGrid).toBeLessThan(distance + STEP);
  });

  const ONLY_RATES: FactorRisk = {
    sds: [90, 0, 0, 0],
    correlations: [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number(i === j))),
  };

  it("where only rates move is the nearer breakeven, and its probability counts both sides", () => {
    const { moves, inSds, distance, probability } = move(MBS, CORPORATE, ONLY_RATES);
    expect(Array.from(moves, (it) => it.toFixed(1))).toEqual(["48.0", "0.0", "0.0", "0.0"]);
    expect(inSds[0]).toBe(distance);
    expect(distance).toBeCloseTo((moves[0] as number) / 90, 12);
    const [down, up] = [-96.8, 48].map((shift) => shift / 90) as [number, number];
    expect(probability).toBeCloseTo(normalProbability(down) + 1 - normalProbability(up), 3);
    // The half-plane beyond the nearest point forgets that falling rates do it too.
    expect(probability - (1 - normalProbability(distance))).toBeGreaterThan(0.13);
  });

  it("takes the other local minimum where it is the nearer", () => {
    // A pool half a year shorter than the corporate at the horizon: falling rates are the nearer side.
    const shorter = asset(0.0503, 4.6, -160, false);
    const { moves } = move(shorter, CORPORATE, { ...RISK, sds: [90, 3, 3, 0] });
    expect(moves[0]).toBeLessThan(0);
    const { moves: base } = move(MBS, CORPORATE, { ...RISK, sds: [90, 3, 3, 0] });
    expect(base[0]).toBeGreaterThan(0);
  });

  it("of two equally near takes the one with the higher rate", () => {
    const [a, b] = [asset(0.05, 5, -200, false), asset(0.047, 5, 0, false)];
    const { moves } = move(a, b, ONLY_RATES);
    // 30 bp are ½·200·dy².
    expect(moves[0]).toBeCloseTo(1e4 * Math.sqrt(0.003 / 100), 8);
  });

  it("has the probability of a simulation", () => {
    const shock = normalStream(11);
    const factor = [
      [1, 0, 0, 0],
      [-0.3, Math.sqrt(1 - 0.09), 0, 0],
    ];
    const simple: FactorRisk = {
      sds: [90, 35, 0, 0],
      correlations: [
        [1, -0.3, 0, 0],
        [-0.3, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
    };
    const n = 200_000;
    let wins = 0;
    for (let k = 0; k < n; k++) {
      const [z0, z1] = [shock(), shock()];
      const at = [
        90 * z0,
        35 * ((factor[1]?.[0] as number) * z0 + (factor[1]?.[1] as number) * z1),
      ];
      if (ahead(MBS, CORPORATE, [...at, 0, 0]) >= 20) wins++;
    }
    const { probability } = move(MBS, CORPORATE, simple, 20);
    const error = Math.sqrt((probability * (1 - probability)) / n);
    expect(Math.abs(wins / n - probability)).toBeLessThan(4 * error);
  });

  it("the probabilities of both sides being ahead sum to 1", () => {
    fc.assert(
      fc.property(some, some, amount(-100, 100), (a, b, target) => {
        const swapped: FactorRisk = {
          sds: [90, 28, 35, 20],
          correlations: [0, 2, 1, 3].map((i) => [0, 2, 1, 3].map((j) => correlation(RISK, i, j))),
        };
        const one = move(a, b, RISK, target).probability;
        const other = move(b, a, swapped, -target).probability;
        expect(one + other).toBeCloseTo(1, 8);
      }),
      { numRuns: 60 },
    );
  });

  it("no move is needed where B is ahead already, and none helps where nothing can move", () => {
    expect(move(CORPORATE, MBS, RISK).distance).toBe(0);
    const frozen = { ...RISK, sds: [0, 0, 0, 0] };
    expect(() => move(MBS, CORPORATE, frozen)).toThrow(
      calcError("missing", /no move of the given factors puts assetB ahead of assetA by 0 bp/),
    );
    expect(move(CORPORATE, MBS, frozen).probability).toBeCloseTo(1, 12);
    const sameDuration = asset(0.06, 5.6, -160, false);
    expect(() => move(sameDuration, MBS, ONLY_RATES)).toThrow(calcError("missing", /no move/));
  });

  it("takes factors that move as one", () => {
    const one = {
      sds: [90, 35, 35, 0],
      correlations: [
        [1, 0, 0, 0],
        [0, 1, 1, 0],
        [0, 1, 1, 0],
        [0, 0, 0, 1],
      ],
    };
    const { moves } = move(MBS, CORPORATE, one);
    expect(moves[1]).toBeCloseTo(moves[2] as number, 10);
    expect(ahead(MBS, CORPORATE, moves)).toBeCloseTo(0, 9);
  });

  it("refuses deviations below 0 and correlations that are none", () => {
    expect(() => move(MBS, CORPORATE, { ...RISK, sds: [90, -1, 28, 20] })).toThrow(
      calcError("invalid", /sds, spreadA, is -1; it must be 0 or more/),
    );
    const twice = RISK.correlations.map((row, i) => Array.from(row, (it, j) => (i === j ? 2 : it)));
    expect(() => move(MBS, CORPORATE, { ...RISK, correlations: twice })).toThrow(
      calcError("invalid", /correlations, row 1, column 1 is 2; it must be 1/),
    );
  });
});
