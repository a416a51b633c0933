import { modelCpr, refinancing, turnoverLeft } from "../../../src/calc/prepayment/prepaymentModel";
import { prepaymentDials } from "../../../src/assumptions/poolAssumptions";
import { rate } from "../../../src/calc/units";
import { externalRows, itWithExternal } from "../../support/externalGolden";

const DIALS = prepaymentDials(new Map([["prepay.set", "2025 judgement"]]));

describe("the prepayment model", () => {
  itWithExternal("has the refinancing curve of the Office of Thrift Supervision", () => {
    const rows = externalRows("ots_refi_curve.csv");
    expect(rows.length).toBeGreaterThan(20);
    for (const { coupon_over_mortgage_rate: ratio, refi_cpr: cpr } of rows) {
      const found = refinancing({ ...DIALS, form: "ots" }, rate(0.06 * Number(ratio)), 0.06);
      expect(found.toFixed(12)).toBe(Number(cpr).toFixed(12));
    }
  });

  it("refinances the more the greater the incentive, whatever the form", () => {
    for (const form of ["logistic", "ots"] as const) {
      const speeds = [-0.02, 0.001, 0.01, 0.03, 0.05, 0.08].map((mortgageRate) =>
        refinancing({ ...DIALS, form }, rate(0.06), mortgageRate),
      );
      expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
      for (const speed of speeds) expect(speed >= 0 && speed <= 0.5).toBe(true);
    }
  });

  it("locks in turnover below the market's rate, and not above it", () => {
    expect(turnoverLeft(DIALS, -0.06)).toBeCloseTo(0.6, 3);
    expect(turnoverLeft(DIALS, 0.04)).toBeCloseTo(1, 3);
  });

  it("seasons, takes the multiplier, and never exceeds the greatest speed", () => {
    const at = (loanAge: number, dials = {}) =>
      modelCpr(
        { ...DIALS, ...dials },
        { wac: rate(0.06), mortgageRate: 0.06, loanAge, season: 1 },
        1,
      );
    expect(at(15)).toBeCloseTo(at(30) / 2, 15);
    expect(at(0)).toBe(at(1));
    expect(at(60)).toBe(at(30));
    expect(at(30, { multiplier: 2 })).toBeCloseTo(2 * at(30), 15);
    expect(at(30, { multiplier: 3, turnover: 0.3, maxCpr: 0.4 })).toBe(0.4);
  });
});
