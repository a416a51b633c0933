import {
  levenbergMarquardt,
  type SquaresProblem,
} from "../../../src/calc/numeric/levenbergMarquardt";
import { leastSquares } from "../../../src/calc/numeric/leastSquares";

// A sum of squares is flat at its minimum: half its digits are what the parameters have.
const unbounded = (n: number) => ({
  lower: new Float64Array(n).fill(-Infinity),
  upper: new Float64Array(n).fill(Infinity),
});

/** Powell's singular function: its derivative matrix has rank 2 at the minimum, 0. */
const powell: SquaresProblem = {
  ...unbounded(4),
  residuals: 4,
  evaluate: ([a = 0, b = 0, c = 0, d = 0], residuals, jacobian) => {
    residuals.set([
      a + 10 * b,
      Math.sqrt(5) * (c - d),
      (b - 2 * c) ** 2,
      Math.sqrt(10) * (a - d) ** 2,
    ]);
    const [bc, ad] = [2 * (b - 2 * c), 2 * Math.sqrt(10) * (a - d)];
    jacobian.set([1, 0, 0, ad, 10, 0, bc, 0, 0, Math.sqrt(5), -2 * bc, 0]);
    jacobian.set([0, -Math.sqrt(5), 0, -ad], 12);
  },
};

const line = (bounds: Pick<SquaresProblem, "lower" | "upper">): SquaresProblem => ({
  ...bounds,
  residuals: 4,
  evaluate: ([intercept = 0, slope = 0], residuals, jacobian) => {
    [2.1, 3.9, 6.1, 7.9].forEach((y, i) => {
      residuals[i] = intercept + slope * (i + 1) - y;
      jacobian[i] = 1;
      jacobian[4 + i] = i + 1;
    });
  },
});

describe("levenbergMarquardt", () => {
  // J. J. Moré, B. S. Garbow, K. E. Hillstrom, Testing unconstrained optimization software, 1981, no. 13.
  it("comes to the minimum of Powell's singular function", () => {
    const { at, sumOfSquares } = levenbergMarquardt(powell, Float64Array.of(3, -1, 0, 1));
    expect(sumOfSquares).toBeLessThan(1e-20);
    at.forEach((x) => expect(Math.abs(x)).toBeLessThan(1e-4));
  });

  it("has the line of linear least squares", () => {
    const { coefficients } = leastSquares(
      [
        [1, 1, 1, 1],
        [1, 2, 3, 4],
      ],
      [2.1, 3.9, 6.1, 7.9],
    );
    const { at } = levenbergMarquardt(line(unbounded(2)), Float64Array.of(0, 0));
    at.forEach((x, j) => expect(x).toBeCloseTo(coefficients[j] as number, 8));
  });

  it("stays within bounds and is best there", () => {
    const bounds = { lower: Float64Array.of(-9, -9), upper: Float64Array.of(9, 1.5) };
    const { at, residuals } = levenbergMarquardt(line(bounds), Float64Array.of(0, 8));
    // With the slope held at 1.5 the intercept is the mean of what is left: 5 − 3.75.
    expect(at[1]).toBe(1.5);
    expect(at[0]).toBeCloseTo(1.25, 8);
    expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 8);
  });

  it("leaves a bound that it began on", () => {
    const bounds = { lower: Float64Array.of(-9, 0), upper: Float64Array.of(9, 8) };
    const { at } = levenbergMarquardt(line(bounds), Float64Array.of(-9, 0));
    expect(at[1]).toBeCloseTo(1.96, 8);
  });

  it("holds a parameter whose bounds are one", () => {
    const bounds = { lower: Float64Array.of(1, -9), upper: Float64Array.of(1, 8) };
    const { at } = levenbergMarquardt(line(bounds), Float64Array.of(7, 0));
    expect(at[0]).toBe(1);
    // Σ x (y − 1)/Σ x²
    expect(at[1]).toBeCloseTo((1.1 + 2 * 2.9 + 3 * 5.1 + 4 * 6.9) / 30, 8);
  });

  it("says with an infinite sum that the start has no residuals", () => {
    const nowhere = {
      ...line(unbounded(2)),
      evaluate: (_: unknown, r: Float64Array) => r.fill(NaN),
    };
    expect(levenbergMarquardt(nowhere as any, Float64Array.of(0, 0)).sumOfSquares).toBe(Infinity);
  });
});
