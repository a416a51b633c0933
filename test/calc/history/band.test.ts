import fc from "fast-check";
import { band } from "../../../src/calc/history/band";
import { calcError } from "../../support/errors";

describe("band", () => {
  // NIST StRD, univariate summary statistics, data set NumAcc1: mean 10000002, deviation 1.
  it("is one standard deviation on either side of the mean: NIST's NumAcc1", () => {
    const { low, centre, high } = band(Float64Array.of(10000001, 10000003, 10000002));
    expect([low, centre, high]).toEqual([10000001, 10000002, 10000003]);
  });

  it("passes over missing rows", () => {
    expect(band(Float64Array.of(NaN, 1, 2, NaN, 3))).toEqual({ low: 1, centre: 2, high: 3 });
  });

  it("has no width around a constant", () => {
    expect(band(Float64Array.of(7, 7, 7))).toEqual({ low: 7, centre: 7, high: 7 });
  });

  it.each([[[]], [[NaN, NaN]], [[5, NaN]]])("of %j is missing: two values are needed", (values) => {
    expect(() => band(Float64Array.from(values))).toThrow(
      calcError("missing", /needs at least (one|two) number/),
    );
  });

  it("moves with its history, and widens as the history is spread out", () => {
    const value = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), value, (values, shift) => {
        const before = band(Float64Array.from(values));
        const shifted = band(Float64Array.from(values, (one) => one + shift));
        const doubled = band(Float64Array.from(values, (one) => 2 * one));
        for (const side of ["low", "centre", "high"] as const) {
          expect(shifted[side]).toBeCloseTo(before[side] + shift, 8);
          expect(doubled[side]).toBeCloseTo(2 * before[side], 8);
        }
        expect(before.high - before.centre).toBeCloseTo(before.centre - before.low, 8);
      }),
    );
  });
});
