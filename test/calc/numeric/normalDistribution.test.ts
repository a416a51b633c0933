import { inverseNormal } from "../../../src/calc/numeric/normal";
import { normalProbability } from "../../../src/calc/numeric/normalDistribution";
import { golden } from "../../support/golden";

const rows = golden("meanReversion.csv").filter(({ series }) => series === "cdf");

describe("normalProbability", () => {
  it.each(rows.map(({ measure, value }) => [Number(measure), Number(value)] as const))(
    "of %d agrees with Python's NormalDist and erfc, in relative terms",
    (x, expected) => {
      expect(normalProbability(x) / expected).toBeCloseTo(1, 12);
    },
  );

  it("is the inverse of the inverse, and symmetric", () => {
    for (const p of [1e-9, 0.001, 0.0249, 0.3, 0.5, 0.8, 0.999]) {
      expect(normalProbability(inverseNormal(p)) / p).toBeCloseTo(1, 12);
    }
    for (const x of [0.1, 2.9, 3.1, 8]) {
      expect(normalProbability(x) + normalProbability(-x)).toBeCloseTo(1, 15);
    }
  });

  it("ends at 0 and 1", () => {
    expect([normalProbability(-1e308), normalProbability(1e308)]).toEqual([0, 1]);
    expect([normalProbability(-Infinity), normalProbability(Infinity)]).toEqual([0, 1]);
  });
});
