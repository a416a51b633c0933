import fc from "fast-check";
import {
  boundedQuadratic,
  type BoundedQuadratic,
} from "../../../src/calc/numeric/boundedQuadratic";
import { uniformStream } from "../../../src/calc/numeric/random";
import { byEnumeration, byGoldfarbIdnani } from "../../support/referenceQuadratic";
import { calcError } from "../../support/errors";

/** A seeded problem whose bounds hold the point 0; `rank` below n makes the Hessian singular. */
function problem(seed: number, n: number, rank = n): BoundedQuadratic {
  const uniform = uniformStream(seed);
  const within = (most: number) => most * (2 * uniform() - 1);
  const roots = Array.from({ length: n }, () => Array.from({ length: rank }, () => within(1)));
  const hessian = roots.map((a, i) =>
    roots.map(
      (b, j) =>
        a.reduce((sum, value, k) => sum + value * (b[k] as number), 0) +
        (rank === n && i === j ? 0.05 : 0),
    ),
  );
  return {
    hessian,
    linear: Array.from({ length: n }, () => within(2)),
    lower: Array.from({ length: n }, () => -uniform()),
    // Some bounds are at 0, some leave no room: corners are degenerate.
    upper: Array.from({ length: n }, (_, i) => (i % 4 === 3 ? 0 : uniform())),
  };
}
const none = (n: number) => new Float64Array(n);

describe("boundedQuadratic", () => {
  it("is the best of all active sets, tried one by one", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const n = 2 + (seed % 5);
      const it0 = problem(seed, n);
      const { at } = boundedQuadratic(it0, none(n));
      byEnumeration(it0, 0).forEach((x, i) => {
        expect(Math.abs((at[i] as number) - x)).toBeLessThan(1e-10);
      });
    }
  });

  it("is what a package for quadratic programmes finds, up to 25 coordinates", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const n = 2 + (seed % 24);
      const it0 = problem(1000 + seed, n);
      const { at } = boundedQuadratic(it0, none(n));
      byGoldfarbIdnani(it0, 0).forEach((x, i) => {
        expect(Math.abs((at[i] as number) - x)).toBeLessThan(1e-9);
      });
    }
  });

  it("meets the conditions of Karush, Kuhn and Tucker, singular Hessians too, and keeps the sum", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (seed, n, rank) => {
          const it0 = problem(seed, n, Math.min(n, rank));
          const { at } = boundedQuadratic(it0, none(n));
          expect(at.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
          const gradient = it0.hessian.map((row, i) =>
            Array.from(row).reduce(
              (sum, h, j) => sum + h * (at[j] as number),
              it0.linear[i] as number,
            ),
          );
          // What may rise must not fall short of what may fall.
          const above = (i: number) => (at[i] as number) < (it0.upper[i] as number);
          const below = (i: number) => (at[i] as number) > (it0.lower[i] as number);
          const rising = gradient.filter((_, i) => above(i));
          const falling = gradient.filter((_, i) => below(i));
          expect(Math.min(...rising) - Math.max(...falling)).toBeGreaterThan(-1e-8);
          at.forEach((x, i) => {
            expect(x >= (it0.lower[i] as number) && x <= (it0.upper[i] as number)).toBe(true);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("does not depend on where it starts", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const it0 = problem(seed, 5);
      const start = Float64Array.of(0.5, -0.5, 0, 0, 0).map((x, i) =>
        Math.max(it0.lower[i] as number, Math.min(it0.upper[i] as number, x)),
      );
      const sum = start.reduce((a, b) => a + b);
      start[2] = Math.max(it0.lower[2] as number, Math.min(it0.upper[2] as number, -sum));
      if (Math.abs(start.reduce((a, b) => a + b)) > 1e-15) continue;
      const [one, other] = [boundedQuadratic(it0, none(5)), boundedQuadratic(it0, start)];
      one.at.forEach((x, i) => {
        expect(other.at[i]).toBeCloseTo(x, 11);
      });
    }
  });

  it("says that there is no least value where nothing bounds it", () => {
    const free = [-Infinity, -Infinity];
    const flat = {
      hessian: [
        [1, 1],
        [1, 1],
      ],
      linear: [1, 0],
      lower: free,
      upper: free.map((x) => -x),
    };
    expect(() => boundedQuadratic(flat, [0, 0])).toThrow(
      calcError("unsolved", /nothing bounds the search/),
    );
    // With one bound it ends there.
    expect([...boundedQuadratic({ ...flat, lower: [-2, -Infinity] }, [0, 0]).at]).toEqual([-2, 2]);
  });
});
