import * as fc from "fast-check";
import type { Bond, YieldConvention } from "../../../src/calc/bond/bond";
import { accrued, bondPrice, bondYield } from "../../../src/calc/bond/price";
import { bondRisk, couponsLeft } from "../../../src/calc/bond/risk";
import { BASES, FREQUENCIES } from "../../../src/calc/date/couponGrid";
import { daySerial, price, rate, type DaySerial } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { calcError } from "../../support/errors";

const DAYS = { min: day("1990-01-01"), max: day("2060-12-31") };
const anyBond: fc.Arbitrary<{ bond: Bond; settlement: DaySerial }> = fc
  .record({
    settlement: fc.integer(DAYS),
    life: fc.integer({ min: 1, max: 50 * 365 }),
    coupon: fc.double({ min: 0, max: 0.15, noNaN: true }),
    frequency: fc.constantFrom(...FREQUENCIES),
    basis: fc.constantFrom(...BASES),
  })
  .map(({ settlement, life, coupon, ...rest }) => ({
    settlement: daySerial(settlement),
    bond: bondOf({ maturity: daySerial(settlement + life), coupon: rate(coupon), ...rest }),
  }));
const anyYield = fc.double({ min: -0.05, max: 0.5, noNaN: true });
const conventions: YieldConvention[] = ["street", "treasury", "compounded", "excel", "true"];

describe("bonds of any terms", () => {
  it("give the yield back at their own price, to 1e-12 where the price has the digits", () => {
    fc.assert(
      fc.property(
        anyBond,
        anyYield,
        fc.constantFrom(...conventions),
        ({ bond, settlement }, y, c) => {
          const clean = bondPrice(bond, settlement, rate(y), c);
          const { modified, dirty } = bondRisk(bond, settlement, rate(y), c);
          fc.pre(dirty * modified > 1e-2);
          const found = bondYield(bond, settlement, clean, c);
          // A clean price near 100 has 15 digits; the yield has as many as it passes on.
          const digits = (4e-14 * Math.max(1, dirty / 100)) / (modified * dirty);
          expect(Math.abs(found - y)).toBeLessThanOrEqual(Math.max(1e-12, digits));
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  it("cost less at a higher yield, and the durations say how much", () => {
    fc.assert(
      fc.property(
        anyBond,
        anyYield,
        fc.constantFrom(...conventions),
        ({ bond, settlement }, y, c) => {
          fc.pre(c !== "excel");
          const h = 1e-4;
          const at = (shift: number) => bondPrice(bond, settlement, rate(y + shift), c);
          const { modified, convexity, dirty, dv01 } = bondRisk(bond, settlement, rate(y), c);
          expect(at(h)).toBeLessThan(at(-h));
          const slope = (at(-h) - at(h)) / (2 * h);
          expect(Math.abs(slope - modified * dirty)).toBeLessThan(1e-4 * (1 + slope));
          expect(dv01).toBeCloseTo(modified * dirty * 1e-4, 12);
          const bend = (at(h) - 2 * at(0) + at(-h)) / (h * h);
          expect(Math.abs(bend - convexity * dirty)).toBeLessThan(1e-3 * (10 + bend));
        },
      ),
      { numRuns: 1000, seed: 2 },
    );
  });

  it("accrue without a jump up to the coupon, and start again after it", () => {
    fc.assert(
      fc.property(anyBond, ({ bond, settlement }) => {
        fc.pre(bond.basis === 1 && bond.maturity - settlement > 200);
        const { nextCoupon } = couponsLeft(bond, settlement);
        fc.pre(nextCoupon < bond.maturity);
        const coupon = (100 * bond.coupon) / bond.frequency;
        let before = accrued(bond, settlement);
        for (let now = settlement + 1; now < nextCoupon; now++) {
          const it = accrued(bond, daySerial(now));
          expect(it).toBeGreaterThanOrEqual(before);
          expect(it - before).toBeLessThanOrEqual(coupon / 28 + 1e-12);
          before = it;
        }
        expect(before).toBeLessThanOrEqual(coupon);
        expect(accrued(bond, nextCoupon)).toBe(0);
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it("cost par at their coupon on coupon dates, whatever the day count", () => {
    for (const frequency of FREQUENCIES) {
      for (const basis of BASES) {
        const bond = bondOf({ maturity: day("2036-01-15"), frequency, basis });
        expect(bondPrice(bond, day("2026-01-15"), rate(0.05))).toBeCloseTo(100, 10);
      }
    }
  });

  it("are refused in a sentence", () => {
    const bond = bondOf({ maturity: day("2030-01-15") });
    const on =
      (iso: string, terms: Partial<Bond> = {}) =>
      () =>
        bondPrice({ ...bond, ...terms }, day(iso), rate(0.05));
    expect(on("2030-01-15")).toThrow(
      calcError("invalid", /^settlement is 2030-01-15, not before maturity, 2030-01-15/),
    );
    expect(on("2026-01-20", { firstCoupon: day("2026-07-15") })).toThrow(
      calcError("invalid", /^issue is missing/),
    );
    expect(on("2026-01-20", { issue: day("2026-01-01"), firstCoupon: day("2026-07-16") })).toThrow(
      calcError("invalid", /^firstCoupon is 2026-07-16; .* such as 2026-07-15/),
    );
    expect(on("2026-01-20", { issue: day("2026-02-01"), firstCoupon: day("2026-07-15") })).toThrow(
      calcError("invalid", /^settlement is 2026-01-20, before issue, 2026-02-01/),
    );
    expect(on("2026-01-20", { lastCoupon: day("2031-01-15") })).toThrow(
      calcError("invalid", /^lastCoupon is 2031-01-15, not before maturity/),
    );
    expect(() => bondYield(bond, day("2026-04-15"), price(-2))).toThrow(
      calcError(
        "invalid",
        /^price is -2, with accrued interest -0.75; it must be a price that some yield/,
      ),
    );
    expect(() => bondPrice(bond, day("2026-04-15"), rate(-2))).toThrow(
      calcError("invalid", /^yld is -2; it must be a yield above -2/),
    );
  });
});
