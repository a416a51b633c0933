import fc from "fast-check";
import { chainReturn } from "../../../src/calc/returns/chainReturn";
import { calcError } from "../../support/errors";

const WORKED = [0.0052, 0.0148, 0.0003, 0.0037, -0.0085, 0.018];

describe("chainReturn", () => {
  it("of six months is 3.373%, and 6.860% a year", () => {
    expect(chainReturn(WORKED)).toBeCloseTo(0.03373, 5);
    expect(chainReturn(WORKED, 12)).toBeCloseTo(0.0686, 5);
    // Adding them up instead would give 3.35%.
    expect(WORKED.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.0335, 10);
  });

  const returns = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  });

  it("is the product of one-period returns, in any order and from any two parts", () => {
    fc.assert(
      fc.property(returns, fc.nat(40), (rows, cut) => {
        const whole = 1 + chainReturn(rows);
        const product = rows.reduce((growth, one) => growth * (1 + chainReturn([one])), 1);
        expect(whole / product).toBeCloseTo(1, 12);
        expect((1 + chainReturn([...rows].reverse())) / whole).toBeCloseTo(1, 12);
        const at = 1 + (cut % rows.length);
        if (at === rows.length) return;
        const parts = (1 + chainReturn(rows.slice(0, at))) * (1 + chainReturn(rows.slice(at)));
        expect(parts / whole).toBeCloseTo(1, 12);
      }),
    );
  });

  it("a year of equal months annualises to itself, and half as much again to the same", () => {
    const month = Array.from({ length: 12 }, () => 0.01);
    expect(chainReturn(month, 12)).toBeCloseTo(chainReturn(month), 14);
    expect(chainReturn([...month, ...month.slice(6)], 12)).toBeCloseTo(1.01 ** 12 - 1, 13);
  });

  it("loses all with a return of −1, and refuses more", () => {
    expect(chainReturn([0.1, -1, 0.1])).toBe(-1);
    expect(() => chainReturn([0.1, -1.1])).toThrow(calcError("invalid", /row 2, is -1\.1/));
  });

  it("refuses percent for decimals, with the decimal that was meant", () => {
    expect(() => chainReturn([0.52, 1.48])).toThrow(calcError("invalid", /did you mean 0\.0148/));
  });

  it("has no answer with a month missing: 0 in its place would be a made-up return", () => {
    expect(() => chainReturn([0.01, NaN, 0.01])).toThrow(
      calcError("missing", /returns, row 2, is missing/),
    );
    expect(() => chainReturn([])).toThrow(calcError("missing", /no value/));
    expect(() => chainReturn([0.01], 0)).toThrow(calcError("invalid", /periods is 0/));
  });
});
