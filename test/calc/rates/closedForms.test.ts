import * as fc from "fast-check";
import { bachelier, black } from "../../../src/calc/rates/black";
import { bondOption, zeroBondOption } from "../../../src/calc/rates/bondOption";
import { cap } from "../../../src/calc/rates/cap";
import { hullWhite, zeroBondAt } from "../../../src/calc/rates/hullWhite";
import { swaption } from "../../../src/calc/rates/swaption";
import { calcError } from "../../support/errors";
import { referenceCurve } from "../../support/ratesCurves";

const flat = referenceCurve("flat4");
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const model = fc.record({ meanReversion: number(0, 0.5), volatility: number(0, 0.05) });

describe("closed forms", () => {
  it("differ by the bond less its strike: call and put on a bond", () => {
    const strikes = number(0.3, 1.5);
    fc.assert(
      fc.property(model, strikes, number(0.01, 10), (it, strike, expiry) => {
        const payments = { times: [expiry, expiry + 3, expiry + 9], amounts: [0, 0.3, 0.9] };
        const value = (type: "call" | "put") =>
          bondOption(it, type, strike, expiry, payments, flat);
        const bond = 0.3 * flat(expiry + 3) + 0.9 * flat(expiry + 9);
        expect(value("call") - value("put")).toBeCloseTo(bond - strike * flat(expiry), 11);
      }),
      { seed: 11 },
    );
  });

  it("reprice today's curve: the right to buy a bond for next to nothing is the bond", () => {
    const it = { meanReversion: 0.1, volatility: 0.01 };
    const deep = zeroBondOption(it, "call", 1e-9, 2, 7, flat);
    expect(deep).toBeCloseTo(flat(7) - 1e-9 * flat(2), 14);
  });

  it("tend to no reversion as the reversion goes to 0", () => {
    const at = (meanReversion: number) =>
      zeroBondOption({ meanReversion, volatility: 0.01 }, "put", 0.8, 3, 8, flat);
    expect(at(1e-9)).toBeCloseTo(at(0), 9);
    expect(at(5e-324)).toBe(at(0));
  });

  it("are worth what is certain at zero volatility", () => {
    const it = hullWhite(0, 0.03);
    expect(zeroBondOption(it, "call", 0.7, 1, 6, flat)).toBeCloseTo(flat(6) - 0.7 * flat(1), 14);
    expect(
      zeroBondAt(it, 2, 7, 0.04, { toStart: flat(2), toMaturity: flat(7), forward: 0.04 }),
    ).toBe(flat(7) / flat(2));
  });

  it("refuse what they cannot mean, by name", () => {
    expect(() => hullWhite(0.9, 0.03)).toThrow(calcError("invalid", /^hwVol is 0\.9; .* 0\.0085/));
    expect(() => hullWhite(NaN, 0.03)).toThrow(calcError("invalid", /^hwVol is NaN/));
    expect(() => hullWhite(0.01, -1)).toThrow(calcError("invalid", /^hwMeanReversion is -1/));
    expect(() => black("call", -0.01, 0.04, 0.1)).toThrow(
      calcError("invalid", /^forward is -0\.01/),
    );
    expect(() => black("call", 0.01, 0, 0.1)).toThrow(calcError("invalid", /^strike is 0/));
    expect(() => bachelier("put", 0.01, 0, -1)).toThrow(calcError("invalid", /^deviation is -1/));
    const it = hullWhite(0.01, 0.03);
    expect(() => zeroBondOption(it, "call", 0.9, 6, 5, flat)).toThrow(
      calcError("invalid", /^expiry is after 6 years; it must be 0 to 5/),
    );
    const bad = { times: [2, 3], amounts: [-0.1, 1] };
    expect(() => bondOption(it, "call", 0.9, 1, bad, flat)).toThrow(
      calcError("invalid", /^payment 1 is -0\.1/),
    );
    const leg = { times: [2, 3], accruals: [1, 1] };
    expect(() => swaption(it, "payer", -0.01, 1, leg, flat)).toThrow(
      calcError("invalid", /^strike is -0\.01/),
    );
    const periods = { times: [1, 2], accruals: [1] };
    expect(() => cap(it, "cap", -1, periods, flat)).toThrow(calcError("invalid", /^strike is -1/));
  });
});
