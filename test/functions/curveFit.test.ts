import { nelsonSiegelDiscount } from "../../src/calc/curve/nelsonSiegel";
import { curveFitCells, curveTableRows } from "../../src/functions/curve";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";

const NAMES = ["beta0", "beta1", "beta2", "beta3", "tau1", "tau2", "rmse"];
const valuesOf = (rows: any[][]) => new Map(rows.map(([name, value]) => [name, value]));

/** Semiannual par yields of a Svensson curve at whole years. */
const KNOWN = { beta0: 0.05, beta1: -0.02, beta2: -0.01, beta3: 0.015, tau1: 1.8, tau2: 9 };
const known = [1, 2, 3, 5, 7, 10, 20, 30].map((tenor) => {
  let annuity = 0;
  for (let k = 1; k <= 2 * tenor; k++) annuity += nelsonSiegelDiscount(KNOWN, k / 2);
  return [tenor, (2 * (1 - nelsonSiegelDiscount(KNOWN, tenor))) / annuity];
});

describe("CURVEFIT", () => {
  it("gives back the parameters of a Svensson curve", () => {
    const card = curveFitCells(known);
    expect(card.map(([name]) => name)).toEqual(NAMES);
    const values = valuesOf(card);
    for (const [name, value] of Object.entries(KNOWN)) {
      expect(values.get(name)).toBeCloseTo(value, 6);
    }
    expect(values.get("rmse")).toBeLessThan(1e-6);
  });

  it("has no second hump with NS, in words", () => {
    const values = valuesOf(curveFitCells(BASE_CURVE, "ns"));
    expect(values.get("beta0")).toBeGreaterThan(0);
    for (const name of ["beta3", "tau2"]) {
      expect(values.get(name)).toMatchObject({
        code: "#N/A",
        message: expect.stringMatching(/NSS/),
      });
    }
  });

  it("shows what it fitted: residuals in basis points, whose mean square is the card's", () => {
    const rows = curveFitCells(BASE_CURVE, "NS", "fitted");
    expect(rows.map(([tenor, input]) => [tenor, input])).toEqual(BASE_CURVE);
    const squares = rows.map(([, input, fitted, residual]) => {
      expect(residual).toBeCloseTo(10_000 * (fitted - input), 9);
      return residual ** 2;
    });
    const rmse = valuesOf(curveFitCells(BASE_CURVE, "NS")).get("rmse");
    expect(Math.sqrt(squares.reduce((a, b) => a + b) / rows.length)).toBeCloseTo(rmse, 9);
  });

  it("says how many points a model needs, and how many it takes", () => {
    expect(answer(() => curveFitCells(BASE_CURVE.slice(1)))).toMatchObject({
      message: "NSS has 6 parameters; 6 points or more are needed, there are 5",
    });
    const long = Array.from({ length: 101 }, (_, i) => [(i + 1) / 4, 0.04]);
    expect(answer(() => curveFitCells(long))).toMatchObject({
      message: expect.stringMatching(/curve has 101 rows; it must have at most 100/),
    });
    expect(answer(() => curveFitCells([...BASE_CURVE, [500, 0.05]]))).toMatchObject({
      message: expect.stringMatching(/row 7: the tenor is 500; it must be at most 100 years/),
    });
  });
});

describe("CURVETABLE", () => {
  it("of a flat curve has its rate at every time: discount 1.025^−2t, forward 2·ln 1.025", () => {
    const flat = [
      [1, 0.05],
      [30, 0.05],
    ];
    const rows = curveTableRows(flat, [[0.5], [1], [10]]) as number[][];
    expect(rows.map(([time]) => time)).toEqual([0.5, 1, 10]);
    for (const [time = 0, zero, discount, par, forward] of rows) {
      expect(zero).toBeCloseTo(0.05, 12);
      expect(discount).toBeCloseTo(1.025 ** (-2 * time), 12);
      expect(par).toBeCloseTo(0.05, 12);
      expect(forward).toBeCloseTo(2 * Math.log(1.025), 12);
    }
  });
});
