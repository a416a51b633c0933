import { bondHorizon, type BondHolding } from "../../../src/calc/returns/bondHorizon";
import { rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const held = (terms: Partial<BondHolding> = {}): BondHolding => ({
  yld: rate(0.0459),
  coupon: rate(0.045),
  years: years(6.5),
  horizon: years(1),
  exitYield: rate(0.0449),
  reinvestment: rate(0.036),
  ...terms,
});

describe("bondHorizon", () => {
  it("has the worked number: 5.115% over a year", () => {
    expect((100 * bondHorizon(held())).toFixed(3)).toBe("5.115");
  });

  it("is the coupon's growth for a par bond that stays at par", () => {
    const par = held({ yld: rate(0.05), coupon: rate(0.05), exitYield: rate(0.05) });
    expect(bondHorizon({ ...par, horizon: years(0.5) })).toBeCloseTo(0.025, 14);
    expect(bondHorizon({ ...par, reinvestment: null })).toBeCloseTo(1.025 ** 2 - 1, 14);
  });

  it("is the yield for a zero coupon held to maturity", () => {
    const zero = held({ coupon: rate(0), years: years(3), horizon: years(3) });
    expect(bondHorizon(zero)).toBeCloseTo((1 + 0.0459 / 2) ** 6 - 1, 14);
  });

  it("falls as the exit yield rises", () => {
    const at = (exit: number) => bondHorizon(held({ exitYield: rate(exit) }));
    expect(at(0.05)).toBeLessThan(at(0.04));
  });

  it("refuses other times than half-years, and a horizon beyond maturity", () => {
    expect(() => bondHorizon(held({ years: years(6.25) }))).toThrow(
      calcError("invalid", /years is 6.25; it must be a multiple of 0.5 years/),
    );
    expect(() => bondHorizon(held({ horizon: years(7) }))).toThrow(
      calcError("invalid", /horizon is 7; it must be at most the maturity of 6.5 years/),
    );
  });
});
