import fc from "fast-check";
import { mean, median, sampleStandardDeviation } from "../../../src/calc/numeric/statistics";
import { calcError } from "../../support/errors";

describe("mean, sample standard deviation and median", () => {
  // Anscombe's first quartet: published mean 7.50 and variance 4.127 (The American Statistician 27, 1973).
  const anscombe = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

  it("gives the published moments of Anscombe's first set", () => {
    expect(mean(anscombe)).toBeCloseTo(7.5009, 4);
    expect(sampleStandardDeviation(anscombe) ** 2).toBeCloseTo(4.1273, 4);
    expect(median(anscombe)).toBe(7.58);
  });

  it("keeps its digits when the level is large (NIST NumAcc4: sd 0.1 at level 10000000.2)", () => {
    const values = [
      10000000.2,
      ...Array.from({ length: 1000 }, (_, i) => (i % 2 ? 10000000.3 : 10000000.1)),
    ];
    expect(sampleStandardDeviation(values)).toBeCloseTo(0.1, 8);
  });

  it("does not change what it is given", () => {
    const values = Float64Array.of(3, 1, 2);
    median(values);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it("refuses to answer without data", () => {
    expect(() => mean([])).toThrow(calcError("missing", /at least one/));
    expect(() => median([])).toThrow(calcError("missing", /at least one/));
    expect(() => sampleStandardDeviation([1])).toThrow(calcError("missing", /at least two/));
  });

  it("scales and shifts as moments do", () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 2 }), number, (values, shift) => {
        const moved = values.map((value) => 2 * value + shift);
        expect(median(moved)).toBeCloseTo(2 * median(values) + shift, 8);
        expect(sampleStandardDeviation(moved)).toBeCloseTo(2 * sampleStandardDeviation(values), 8);
      }),
    );
  });
});
