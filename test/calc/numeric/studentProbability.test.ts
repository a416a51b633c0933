import { studentTail } from "../../../src/calc/excel/distributions";
import { normalProbability } from "../../../src/calc/numeric/normalDistribution";
import { studentProbability } from "../../../src/calc/numeric/studentProbability";

describe("studentProbability", () => {
  it.each([
    [3, 2e-5],
    [5, 2e-7],
    [10, 1e-9],
    [60, 1e-12],
  ])(
    "with %d degrees of freedom is within %d of the incomplete beta function",
    (degrees, within) => {
      const exact = studentTail(degrees);
      for (let t = 0.05; t < 8; t += 0.05) {
        expect(Math.abs(1 - studentProbability(t, degrees) - exact(t, true))).toBeLessThan(within);
        expect(studentProbability(-t, degrees)).toBeCloseTo(1 - studentProbability(t, degrees), 12);
      }
    },
  );

  it("has the printed quantiles, and is normal without end of degrees", () => {
    expect(studentProbability(1.812461, 10)).toBeCloseTo(0.95, 6);
    expect(studentProbability(2.009575, 49)).toBeCloseTo(0.975, 6);
    expect(studentProbability(1.3, Infinity)).toBe(normalProbability(1.3));
  });

  it("is 0 or 1 for a ratio beyond all measure, and no number only for none", () => {
    for (const t of [1e151, 1e308, Infinity]) {
      expect([studentProbability(-t, 5), studentProbability(t, 5)]).toEqual([0, 1]);
    }
    expect(studentProbability(NaN, 5)).toBeNaN();
  });
});
