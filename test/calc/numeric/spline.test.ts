import { naturalSpline } from "../../../src/calc/numeric/spline";

/* R. L. Burden and J. D. Faires, Numerical Analysis, 9th edition, section 3.5, examples 1 and 2. */
describe("naturalSpline", () => {
  it("through (1, 2), (2, 3), (3, 5) is the textbook's", () => {
    const spline = naturalSpline([1, 2, 3], [2, 3, 5]);
    const left = (x: number) => 2 + (3 / 4) * (x - 1) + (1 / 4) * (x - 1) ** 3;
    const right = (x: number) =>
      3 + (3 / 2) * (x - 2) + (3 / 4) * (x - 2) ** 2 - (1 / 4) * (x - 2) ** 3;
    for (const x of [1, 1.25, 1.5, 2]) expect(spline(x)).toBeCloseTo(left(x), 14);
    for (const x of [2, 2.5, 2.9, 3]) expect(spline(x)).toBeCloseTo(right(x), 14);
  });

  it("through the exponential at 0, 1, 2, 3 is the textbook's, to its five digits", () => {
    const spline = naturalSpline([0, 1, 2, 3], [0, 1, 2, 3].map(Math.exp));
    const at = (x: number, [a, b, c, d]: [number, number, number, number]) =>
      a + b * x + c * x ** 2 + d * x ** 3;
    expect(spline(0.5)).toBeCloseTo(at(0.5, [1, 1.466, 0, 0.25228]), 4);
    expect(spline(1.5)).toBeCloseTo(at(0.5, [2.71828, 2.22285, 0.75685, 1.69107]), 4);
    expect(spline(2.5)).toBeCloseTo(at(0.5, [7.38906, 8.80977, 5.83007, -1.94336]), 4);
  });

  it("is the straight line through two points, and keeps a line of unevenly spaced ones", () => {
    expect(naturalSpline([2, 4], [10, 20])(3)).toBe(15);
    const line = naturalSpline([0, 1, 5, 6, 30], [1, 3, 11, 13, 61]);
    for (const x of [0.5, 3, 5.5, 20]) expect(line(x)).toBeCloseTo(1 + 2 * x, 12);
  });
});
