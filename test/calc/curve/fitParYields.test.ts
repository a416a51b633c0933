import fc from "fast-check";
import { fitParYields } from "../../../src/calc/curve/fitParYields";
import { nelsonSiegelDiscount, type NelsonSiegel } from "../../../src/calc/curve/nelsonSiegel";
import { calcError } from "../../support/errors";

const TENORS = [1 / 12, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30];

/** The coupon of a bond at par on a curve, paid every half-year counted back from the tenor. */
function parYield(curve: NelsonSiegel, tenor: number): number {
  let [annuity, coupons] = [0, 0];
  for (let time = tenor; time > 1e-9; time -= 0.5, coupons++) {
    annuity += nelsonSiegelDiscount(curve, time);
  }
  return (2 * (1 - nelsonSiegelDiscount(curve, tenor))) / (annuity - (coupons - 2 * tenor));
}
const parOf = (curve: NelsonSiegel, shift: (i: number) => number = () => 0) => ({
  tenors: Float64Array.from(TENORS),
  yields: Float64Array.from(TENORS, (tenor, i) => parYield(curve, tenor) + shift(i)),
});

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const curves = fc.record({
  beta0: within(0.02, 0.07),
  beta1: within(-0.04, 0.02),
  beta2: within(-0.05, 0.05),
  beta3: within(-0.05, 0.05),
  tau1: within(0.4, 2.9),
  tau2: within(3, 15),
});

describe("fitParYields", () => {
  it.each(["NS", "NSS"] as const)(
    "has the yields of a curve with known parameters, %s",
    (model) => {
      fc.assert(
        fc.property(curves, (svensson) => {
          const known = model === "NS" ? { ...svensson, beta3: 0 } : svensson;
          const par = parOf(known);
          const { fitted, rmse } = fitParYields(par, model);
          fitted.forEach((yld, i) => {
            expect(Math.abs(yld - (par.yields[i] as number))).toBeLessThan(1e-8);
          });
          expect(rmse).toBeLessThan(1e-4);
        }),
        { seed: 5, numRuns: 60 },
      );
    },
  );

  it("gives yields that its parameters have", () => {
    const noise = [4, -3, 2, -5, 1, 6, -2, -4, 5, -1, 3].map((bp) => bp / 10_000);
    const known = { beta0: 0.05, beta1: -0.02, beta2: 0.01, beta3: 0.02, tau1: 1.5, tau2: 9 };
    const par = parOf(known, (i) => noise[i] as number);
    for (const model of ["NS", "NSS"] as const) {
      const { curve, fitted, rmse } = fitParYields(par, model);
      const squares = TENORS.map((tenor, i) => {
        expect(fitted[i]).toBeCloseTo(parYield(curve, tenor), 14);
        return (10_000 * (parYield(curve, tenor) - (par.yields[i] as number))) ** 2;
      });
      expect(rmse).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b) / TENORS.length), 9);
      // The curve that made the yields misses them by the noise, and the best one by no more.
      if (model === "NSS") expect(rmse).toBeLessThan(Math.sqrt(146 / 11));
    }
  });

  it("misses no more with two humps than with one", () => {
    const noise = [4, -3, 2, -5, 1, 6, -2, -4, 5, -1, 3].map((bp) => bp / 10_000);
    fc.assert(
      fc.property(curves, (known) => {
        const par = parOf(known, (i) => noise[i] as number);
        expect(fitParYields(par, "NSS").rmse).toBeLessThanOrEqual(fitParYields(par, "NS").rmse);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  it("wants as many points as the model has parameters", () => {
    const par = {
      tenors: Float64Array.of(1, 2, 5, 10, 30),
      yields: Float64Array.of(0.036, 0.037, 0.039, 0.042, 0.048),
    };
    expect(() => fitParYields(par, "NS")).not.toThrow();
    expect(() => fitParYields(par, "NSS")).toThrow(
      calcError("missing", /NSS has 6 parameters; 6 points or more are needed, there are 5/),
    );
  });
});
