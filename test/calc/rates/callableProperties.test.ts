import * as fc from "fast-check";
import { bondFlows } from "../../../src/calc/bond/flows";
import { callableBond } from "../../../src/calc/rates/callableBond";
import { callableValue, straightValue } from "../../../src/calc/rates/callableValue";
import { optionAdjustedSpread } from "../../../src/calc/rates/callableOas";
import type { Call } from "../../../src/calc/rates/callSchedule";
import { zSpread } from "../../../src/calc/spread/zSpread";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { bermudan } from "../../support/calls";
import { calcError } from "../../support/errors";
import { referenceCurve } from "../../support/ratesCurves";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Bonds with one call a year from a year on, off the coupon days, settled between coupons. */
const cases = fc.record({
  years: fc.integer({ min: 2, max: 30 }),
  coupon: number(0, 0.1),
  calledAt: number(95, 105),
  volatility: number(0.0005, 0.02),
  meanReversion: number(0, 0.2),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;
const flat = referenceCurve("flat4");
const settlement = day("2026-03-02");
const bondIn = ({ years, coupon }: Case) =>
  bondOf({ maturity: day(`${2026 + years}-08-31`), coupon: rate(coupon) });
const lay = (it: Case) =>
  callableBond(
    bondIn(it),
    bermudan(
      Array.from({ length: it.years - 1 }, (_, k) => ({
        day: day(`${2027 + k}-11-20`),
        price: price(it.calledAt),
      })),
    ),
    settlement,
    it,
    flat,
    undefined,
    1 / 6,
  );

describe("a callable bond", () => {
  it("costs no more than the straight one, at any spread", () => {
    fc.assert(
      fc.property(cases, number(-0.02, 0.1), (it, spread) => {
        const laid = lay(it);
        expect(callableValue(laid, spread)).toBeLessThan(straightValue(laid, spread) + 1e-8);
      }),
      { seed: 13 },
    );
  });

  it("goes from price to spread to price", () => {
    fc.assert(
      fc.property(cases, number(-0.02, 0.1), (it, spread) => {
        const laid = lay(it);
        const clean = callableValue(laid, spread) - laid.accrued;
        const found = optionAdjustedSpread(laid, clean);
        expect(callableValue(laid, found) - laid.accrued).toBeCloseTo(clean, 9);
        expect(found).toBeCloseTo(spread, 9);
      }),
      { seed: 13 },
    );
  });

  it("has its Z-spread for an option-adjusted spread at zero volatility, out of the money", () => {
    fc.assert(
      fc.property(cases, number(0.005, 0.05), (terms, spread) => {
        // Forwards of 4% and the spread: a coupon below them is never called at 105.
        const it = { ...terms, volatility: 0, coupon: 0.03, calledAt: 105 };
        const laid = lay(it);
        const clean = straightValue(laid, spread) - laid.accrued;
        const { days, interest, principal } = bondFlows(bondIn(it), settlement);
        const z = zSpread(
          clean + laid.accrued,
          days.map((one) => (one - settlement) / 365),
          interest.map((paid, k) => paid + (principal[k] as number)),
          { times: Float64Array.of(0, 1), exponents: Float64Array.of(0, 0.04) },
          "continuous",
        );
        expect(10_000 * optionAdjustedSpread(laid, clean) - z).toBeCloseTo(0, 6);
      }),
      { seed: 13 },
    );
  });

  it("costs less the more volatile rates are", () => {
    fc.assert(
      fc.property(cases, (it) => {
        const value = (volatility: number) => callableValue(lay({ ...it, volatility }), 0);
        expect(value(0.015)).toBeLessThan(value(0.005) + 1e-6);
      }),
      { seed: 13, numRuns: 40 },
    );
  });

  it.each<[Call[], RegExp]>([
    [[], /^calls has no day after settlement, 2026-03-02; there must be one call/],
    [[{ day: day("2026-03-02"), price: price(100) }], /^calls has no day after settlement/],
    [
      [{ day: day("2031-08-31"), price: price(100) }],
      /^calls, row 1, is 2031-08-31; it must be a day before maturity, 2031-08-31/,
    ],
    [
      [{ day: day("2028-01-15"), price: price(0) }],
      /^calls, row 1, has the price 0; it must have a clean price above 0/,
    ],
    [
      [
        { day: day("2029-01-15"), price: price(100) },
        { day: day("2028-01-15"), price: price(100) },
      ],
      /^calls, row 2, is 2028-01-15 after 2029-01-15; days must rise/,
    ],
  ])("refuses calls %j", (calls, words) => {
    const bond = bondOf({ maturity: day("2031-08-31") });
    const model = { volatility: 0.01, meanReversion: 0.03 };
    expect(() => callableBond(bond, bermudan(calls), settlement, model, flat)).toThrow(
      calcError("invalid", words),
    );
  });

  it("refuses a price that no spread explains", () => {
    const laid = lay({ years: 5, coupon: 0.05, calledAt: 100, volatility: 0.01, meanReversion: 0 });
    for (const clean of [900, 0.1, 5]) {
      expect(() => optionAdjustedSpread(laid, clean)).toThrow(
        calcError(
          "invalid",
          new RegExp(`^price is ${clean}; it must be a price that an option-adjusted`),
        ),
      );
    }
    expect(() => optionAdjustedSpread(laid, -3)).toThrow(calcError("invalid", /^price is -3/));
  });
});
