import {
  nelsonSiegelDiscount,
  nelsonSiegelForward,
  nelsonSiegelZero,
  type NelsonSiegel,
} from "../../../src/calc/curve/nelsonSiegel";
import { golden } from "../../support/golden";

const rows = golden("nss_eval.csv").map((row) => {
  const value = (name: string) => Number(row[name]);
  const curve: NelsonSiegel = {
    beta0: value("beta0"),
    beta1: value("beta1"),
    beta2: value("beta2"),
    beta3: value("beta3"),
    tau1: value("tau1"),
    tau2: value("tau2"),
  };
  return { curve, value };
});

describe("Nelson–Siegel and Svensson curves", () => {
  it("have the reference table's rates and discount factors to 1e-12", () => {
    expect(rows).toHaveLength(360);
    for (const { curve, value } of rows) {
      const time = value("t");
      // Fourteen decimals, one twelfth of a year written with eleven digits.
      const digits = 1e-12;
      expect(Math.abs(nelsonSiegelZero(curve, time) - value("zero_cont"))).toBeLessThan(digits);
      expect(Math.abs(nelsonSiegelForward(curve, time) - value("inst_fwd"))).toBeLessThan(digits);
      expect(Math.abs(nelsonSiegelDiscount(curve, time) - value("df"))).toBeLessThan(digits);
    }
  });

  it("have the forward that is the slope of −ln discount factor", () => {
    for (const { curve, value } of rows) {
      const [time, h] = [value("t") + 0.01, 1e-4];
      const exponent = (at: number) => -Math.log(nelsonSiegelDiscount(curve, at));
      const slope = (exponent(time + h) - exponent(time - h)) / (2 * h);
      expect(Math.abs(slope - nelsonSiegelForward(curve, time))).toBeLessThan(1e-8);
    }
  });
});
