import fc from "fast-check";
import { amount } from "../../support/amount";
import { cubicRoots, quadraticRoots } from "../../../src/calc/numeric/polynomialRoots";

const number = (most: number) => amount(-most, most);

describe("quadraticRoots", () => {
  it("keeps the digits of a small root beside a large one", () => {
    // x² − 10⁸x + 1: the text-book formula loses half of the small root's digits.
    const [small = NaN, large = NaN] = quadraticRoots(1, -1e8, 1);
    expect(small * 1e8).toBeCloseTo(1, 14);
    expect(large * 1e-8).toBeCloseTo(1, 14);
  });

  it("has one root of a line and of a square, none of a constant", () => {
    expect(quadraticRoots(0, 2, -4)).toEqual([2]);
    expect(quadraticRoots(1, -2, 1)).toEqual([1]);
    expect(quadraticRoots(3, 0, 0)).toEqual([0]);
    expect(quadraticRoots(0, 0, 5)).toEqual([]);
    expect(quadraticRoots(1, 0, 1)).toEqual([]);
  });

  it("gives back the roots that a polynomial was made of", () => {
    fc.assert(
      fc.property(number(100), number(100), amount(0.1, 10), (p, q, a) => {
        fc.pre(Math.abs(p - q) > 0.01);
        const roots = quadraticRoots(a, -a * (p + q), a * p * q);
        expect(roots.length).toBe(2);
        expect(roots[0]).toBeCloseTo(Math.min(p, q), 8);
        expect(roots[1]).toBeCloseTo(Math.max(p, q), 8);
      }),
    );
  });
});

describe("cubicRoots", () => {
  it("gives back three roots that a polynomial was made of", () => {
    fc.assert(
      fc.property(number(20), number(20), number(20), (p, q, r) => {
        const expected = [p, q, r].sort((a, b) => a - b) as [number, number, number];
        fc.pre(expected[1] - expected[0] > 0.01 && expected[2] - expected[1] > 0.01);
        const roots = cubicRoots(1, -(p + q + r), p * q + p * r + q * r, -p * q * r);
        expect(roots.length).toBe(3);
        roots.forEach((root, i) => {
          expect(root).toBeCloseTo(expected[i] as number, 7);
        });
      }),
    );
  });

  it("gives the one root beside a quadratic that has none", () => {
    fc.assert(
      fc.property(number(20), number(5), amount(0.1, 5), (r, h, k) => {
        // (x − r)((x − h)² + k²)
        const square = h * h + k * k;
        const roots = cubicRoots(1, -r - 2 * h, square + 2 * h * r, -r * square);
        expect(roots.length).toBe(1);
        expect(roots[0]).toBeCloseTo(r, 9);
      }),
    );
  });

  it("has a double root once, and a triple root", () => {
    expect(cubicRoots(1, 0, -3, 2)).toEqual([-2, 1]);
    expect(cubicRoots(1, -3, 3, -1).map((x) => x.toFixed(4))).toContain("1.0000");
    expect(cubicRoots(1, 0, 0, 0)).toEqual([0]);
  });

  it("ends with a quadratic where the cube is missing, or is only noise", () => {
    expect(cubicRoots(0, 1, -3, 2)).toEqual([1, 2]);
    expect(cubicRoots(5e-324, 1, -3, 2)).toEqual([1, 2]);
    expect(quadraticRoots(5e-324, 2, -4)).toEqual([2]);
  });
});
