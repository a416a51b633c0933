import { leastSquares } from "../../../src/calc/numeric/leastSquares";
import { fitLine } from "../../../src/calc/numeric/line";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

/*
 * Longley's data with NIST's certified values (Statistical Reference Datasets, "Longley", of
 * higher difficulty): six series that nearly move together, the year among them.
 */
const EMPLOYED = [
  60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564,
  69331, 70551,
];
const LONGLEY = [
  new Array<number>(16).fill(1),
  [
    83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
    116.9,
  ],
  [
    234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546,
    482704, 502601, 518173, 554894,
  ],
  [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
  [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
  [
    107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950,
    123366, 125368, 127852, 130081,
  ],
  Array.from({ length: 16 }, (_, i) => 1947 + i),
];
const CERTIFIED = [
  [-3482258.63459582, 890420.383607373],
  [15.0618722713733, 84.9149257747669],
  [-0.035819179292591, 0.0334910077722432],
  [-2.02022980381683, 0.488399681651699],
  [-1.03322686717359, 0.214274163161675],
  [-0.0511041056535807, 0.22607320006937],
  [1829.15146461355, 455.478499142212],
] as const;

const value = (series: string, measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === series && it.measure === measure)?.value,
  );

const ONES = new Array<number>(8).fill(1);
const X = [88, 86, 92, 99, 95, 90, 84, 80];
const Y = [101, 98, 104, 110, 107, 99, 95, 92];

describe("leastSquares", () => {
  it("has NIST's certified coefficients and errors of Longley's data to 8 digits", () => {
    const fit = leastSquares(LONGLEY, EMPLOYED);
    for (const [j, [coefficient, error]] of CERTIFIED.entries()) {
      expect((fit.coefficients[j] as number) / coefficient).toBeCloseTo(1, 8);
      expect((fit.standardErrors[j] as number) / error).toBeCloseTo(1, 8);
    }
    expect(fit.residualDeviation / 304.854073561965).toBeCloseTo(1, 10);
  });

  it("agrees with exact fractions on the eight rows, and on nearly parallel columns", () => {
    const plain = leastSquares([ONES, X], Y);
    const near = leastSquares([ONES, X, X.map((it, i) => it + (i * i) / 1024)], Y);
    for (const [series, fit] of [
      ["eight", plain],
      ["near", near],
    ] as const) {
      fit.coefficients.forEach((it, j) => expect(it / value(series, `b ${j}`)).toBeCloseTo(1, 10));
      fit.standardErrors.forEach((it, j) =>
        expect(it / value(series, `se ${j}`)).toBeCloseTo(1, 10),
      );
    }
  });

  it("is the fitted line for one variable, and leaves residuals at right angles", () => {
    const line = fitLine(X, Y);
    const { coefficients, standardErrors, residuals } = leastSquares([ONES, X], Y);
    expect(coefficients[0]).toBeCloseTo(line.intercept, 10);
    expect(coefficients[1]).toBeCloseTo(line.slope, 12);
    expect(standardErrors[1]).toBeCloseTo(line.slopeError, 12);
    const product = (column: number[]) =>
      column.reduce((sum, it, t) => sum + it * residuals[t]!, 0);
    expect(Math.abs(product(ONES))).toBeLessThan(1e-11);
    expect(Math.abs(product(X))).toBeLessThan(1e-9);
  });

  it("names a column that the others make up, and does not change what it is given", () => {
    const double = X.map((it) => 2 * it + 3);
    expect(() => leastSquares([ONES, X, double], Y)).toThrow(
      calcError("missing", /column 3 of the regression is a combination/),
    );
    expect(() => leastSquares([ONES, ONES.map(() => 0)], Y)).toThrow(
      calcError("missing", /column 2/),
    );
    expect([X[0], Y[0]]).toEqual([88, 101]);
  });

  it("asks for more rows than columns, and for columns as long as y", () => {
    expect(() =>
      leastSquares(
        [
          [1, 1],
          [2, 5],
        ],
        [1, 2],
      ),
    ).toThrow(calcError("missing", /2 columns needs 3 rows or more; there are 2/));
    expect(() => leastSquares([ONES, [1, 2]], Y)).toThrow(
      calcError("invalid", /column 2 has 2 rows but y has 8/),
    );
  });
});
