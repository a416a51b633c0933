import { parDuration } from "../../../src/calc/bond/parDuration";
import { bondRisk } from "../../../src/calc/bond/risk";
import { serialOf } from "../../../src/calc/date/serial";
import { price, rate, years } from "../../../src/calc/units";

describe("the duration of a bond at par", () => {
  it.each([
    [0.01, 2],
    [0.0459, 7],
    [0.08, 30],
    [-0.005, 10],
  ])("is that of the bond's own flows: %d, %d years", (yld, maturity) => {
    const bond = {
      maturity: serialOf(2026 + maturity, 1, 15),
      coupon: rate(Math.max(yld, 0)),
      redemption: price(100),
      frequency: 2 as const,
      basis: 0 as const,
      issue: null,
      firstCoupon: null,
      lastCoupon: null,
    };
    const ofFlows = bondRisk(bond, serialOf(2026, 1, 15), rate(yld)).modified;
    // A coupon below 0 is none of a bond: its duration is then that of a bond near par.
    expect(parDuration(rate(yld), years(maturity))).toBeCloseTo(ofFlows, yld < 0 ? 0 : 10);
  });

  it("is the maturity where nothing is earned, and goes there", () => {
    expect(parDuration(rate(0), years(10))).toBe(10);
    expect(parDuration(rate(1e-9), years(10))).toBeCloseTo(10, 6);
  });

  it("refuses a maturity of nothing and a yield below what a half-year can lose", () => {
    expect(() => parDuration(rate(0.05), years(0))).toThrow("the maturity is 0; it must be above");
    expect(() => parDuration(rate(-2), years(5))).toThrow("the yield is -2; it must be above -2");
  });
});
