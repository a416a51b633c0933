import { parCurve } from "../../../src/calc/curve/parCurve";
import { parYield } from "../../../src/calc/curve/parYield";
import { blendSpread, gSpread } from "../../../src/calc/spread/benchmarkSpread";
import { rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

/** The base Treasury curve of the worked examples. */
const curve0 = parCurve(
  Float64Array.of(2, 3, 5, 7, 10, 30),
  Float64Array.of(0.0359, 0.0366, 0.0382, 0.0402, 0.0423, 0.0483),
  "curve",
);
const half = { shortTenor: years(5), longTenor: years(10), shortWeight: 0.5 };

describe("spreads over a benchmark", () => {
  it("give the worked numbers", () => {
    expect(parYield(curve0, years(6.5))).toBeCloseTo(0.0397, 12);
    expect(gSpread(rate(0.0459), years(6.5), curve0)).toBeCloseTo(62, 9);
    expect(blendSpread(rate(0.050329), curve0, half)).toBeCloseTo(100.79, 9);
  });

  it("move by 20 to 40 bp with the benchmark alone: 121, 101 and 80 over 5, 7 and 10 years", () => {
    const over = (tenor: number) => gSpread(rate(0.0503), years(tenor), curve0);
    expect(over(5)).toBeCloseTo(121, 9);
    expect(over(7)).toBeCloseTo(101, 9);
    expect(over(10)).toBeCloseTo(80, 9);
  });

  it("are never measured over an extrapolated yield", () => {
    expect(() => parYield(curve0, years(1))).toThrow(
      calcError("missing", /1 years is outside the curve, which goes from 2 to 30/),
    );
    expect(() => gSpread(rate(0.05), years(31), curve0)).toThrow(
      calcError("missing", /outside the curve/),
    );
  });

  it("refuse a weight that is no share", () => {
    expect(() => blendSpread(rate(0.05), curve0, { ...half, shortWeight: 1.5 })).toThrow(
      calcError("invalid", /shortWeight is 1\.5/),
    );
  });

  it("meet the curve's points, linear and cubic, and a straight curve everywhere", () => {
    for (const method of ["linear", "cubic"] as const) {
      curve0.tenors.forEach((tenor, i) =>
        expect(parYield(curve0, years(tenor), method)).toBeCloseTo(curve0.yields[i] as number, 14),
      );
      const straight = parCurve(
        Float64Array.of(1, 4, 9),
        Float64Array.of(0.01, 0.04, 0.09),
        "curve",
      );
      expect(parYield(straight, years(6.3), method)).toBeCloseTo(0.063, 14);
    }
  });
});
