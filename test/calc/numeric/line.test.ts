import { fitLine } from "../../../src/calc/numeric/line";
import { calcError } from "../../support/errors";

/*
 * F. J. Anscombe, "Graphs in statistical analysis", The American Statistician 27(1), 1973: the
 * first of four data sets with one and the same fitted line.
 */
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

describe("fitLine", () => {
  it("fits Anscombe's first data set as published", () => {
    const { intercept, slope, slopeError, residualDeviation, correlation, n } = fitLine(X, Y);
    expect(intercept).toBeCloseTo(3.0, 2);
    expect(slope).toBeCloseTo(0.5, 3);
    expect(slopeError).toBeCloseTo(0.118, 3);
    expect(residualDeviation ** 2 * 9).toBeCloseTo(13.75, 1);
    expect(correlation ** 2).toBeCloseTo(0.667, 3);
    expect(n).toBe(11);
  });

  it("has no error on a line, whatever the level, and the sign of the slope", () => {
    const x = [1, 2, 3, 4, 5];
    const falling = fitLine(
      x,
      x.map((it) => 1e6 - 2 * it),
    );
    expect(falling).toMatchObject({ intercept: 1e6, slope: -2, slopeError: 0, correlation: -1 });
  });

  it("says that a y that does not vary is not correlated", () => {
    expect(fitLine([1, 2, 3], [5, 5, 5])).toMatchObject({ slope: 0, correlation: 0 });
  });

  it("needs three points and an x that varies", () => {
    expect(() => fitLine([1, 2], [1, 2])).toThrow(calcError("missing", /3 points; there are 2/));
    expect(() => fitLine([2, 2, 2], [1, 2, 3])).toThrow(calcError("missing", /do not vary/));
  });
});
