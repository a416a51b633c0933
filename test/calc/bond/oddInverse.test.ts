import * as fc from "fast-check";
import type { YieldConvention } from "../../../src/calc/bond/bond";
import { bondPrice, bondYield } from "../../../src/calc/bond/price";
import { bondRisk } from "../../../src/calc/bond/risk";
import { BASES, FREQUENCIES } from "../../../src/calc/date/couponGrid";
import { monthsLater } from "../../../src/calc/date/serial";
import { daySerial, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";

const terms = {
  coupon: fc.double({ min: 0, max: 0.15, noNaN: true }),
  yld: fc.double({ min: -0.02, max: 0.3, noNaN: true }),
  frequency: fc.constantFrom(...FREQUENCIES),
  basis: fc.constantFrom(...BASES),
  /** Where settlement lies: days before the odd coupon, or after the last regular one. */
  days: fc.integer({ min: 5, max: 25 }),
};
const START = day("2020-03-17");

/** The price at a yield gives the yield back, and its derivative is the modified duration's. */
function expectInverse(
  bond: ReturnType<typeof bondOf>,
  settlement: typeof START,
  yld: number,
  convention: YieldConvention,
): void {
  const at = (y: number) => bondPrice(bond, settlement, rate(y), convention);
  expect(Math.abs(bondYield(bond, settlement, at(yld), convention) - yld)).toBeLessThan(1e-11);
  const { clean, dv01, dirty } = bondRisk(bond, settlement, rate(yld), convention);
  expect(Math.abs(clean - at(yld))).toBeLessThan(1e-10 * Math.max(1, dirty));
  const slope = (at(yld - 1e-5) - at(yld + 1e-5)) / 2e-5;
  expect(Math.abs(slope * 1e-4 - dv01)).toBeLessThan(1e-6 * (1 + dv01));
}

describe("bonds with odd periods", () => {
  it.each(["street", "treasury", "compounded", "excel", "true"] as const)(
    "before an odd first coupon give the yield back: %s",
    (convention) => {
      fc.assert(
        fc.property(fc.record(terms), ({ coupon, yld, frequency, basis, days }) => {
          const firstCoupon = monthsLater(START, 24);
          const bond = bondOf({
            maturity: monthsLater(START, 96),
            issue: daySerial(firstCoupon - 50),
            firstCoupon,
            coupon: rate(coupon),
            frequency,
            basis,
          });
          expectInverse(bond, daySerial(firstCoupon - days), yld, convention);
        }),
        { seed: 11 },
      );
    },
  );

  it.each(["street", "treasury", "compounded", "excel", "true"] as const)(
    "in an odd last period give the yield back: %s",
    (convention) => {
      fc.assert(
        fc.property(fc.record(terms), ({ coupon, yld, frequency, basis, days }) => {
          const bond = bondOf({
            maturity: daySerial(START + 95),
            lastCoupon: START,
            coupon: rate(coupon),
            frequency,
            basis,
          });
          expectInverse(bond, daySerial(START + days), yld, convention);
        }),
        { seed: 12 },
      );
    },
  );
});
