import { bondYield } from "../../../src/calc/bond/price";
import { yieldToWorst } from "../../../src/calc/rates/yieldToWorst";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";

const settlement = day("2026-01-15");
const bond = bondOf({ maturity: day("2031-01-15"), coupon: rate(0.06) });
const call = (iso: string, per100: number) => ({ day: day(iso), price: price(per100) });

describe("yieldToWorst", () => {
  it("is the yield to the call that costs a premium most: two coupons and 101 for 103", () => {
    const calls = [call("2027-01-15", 101), call("2029-01-15", 100)];
    const worst = yieldToWorst(bond, calls, settlement, price(103));
    // 103 x² = 3 x + 104 for the growth x of half a year.
    const growth = (3 + Math.sqrt(9 + 4 * 103 * 104)) / 206;
    expect(worst.yield).toBeCloseTo(2 * (growth - 1), 12);
    expect(worst.day).toBe(day("2027-01-15"));
  });

  it("is the yield to maturity of a discount", () => {
    const worst = yieldToWorst(bond, [call("2028-01-15", 100)], settlement, price(95));
    expect(worst.yield).toBe(bondYield(bond, settlement, price(95)));
    expect(worst.day).toBe(bond.maturity);
  });

  it("takes the earliest of equal yields: at par every day is as good", () => {
    const calls = [call("2027-01-15", 100), call("2029-07-15", 100)];
    const worst = yieldToWorst(bond, calls, settlement, price(100));
    expect(worst.yield).toBeCloseTo(0.06, 12);
    expect(worst.day).toBe(day("2027-01-15"));
  });

  it("ends in a short period where a call lies between coupons", () => {
    const worst = yieldToWorst(bond, [call("2026-10-15", 100)], settlement, price(101));
    // 3 after half a year; 100 and interest for a quarter after three quarters, 1.5.
    const expected = { ...bond, maturity: day("2026-10-15"), lastCoupon: day("2026-07-15") };
    expect(worst.yield).toBe(bondYield(expected, settlement, price(101)));
    const growth = 1 + worst.yield / 2;
    expect(3 / growth + 101.5 / growth ** 1.5).toBeCloseTo(101, 10);
  });

  it("keeps coupon days that a call on 28 February would move", () => {
    const late = bondOf({ maturity: day("2031-08-30"), coupon: rate(0.06) });
    const worst = yieldToWorst(late, [call("2027-02-28", 100)], day("2026-08-30"), price(101));
    // One whole period is left, and 103 to come for 101. Counted back from 28 February, a month's
    // end, it would begin a day later, and another coupon would be due before it.
    expect(worst.yield).toBeCloseTo(2 * (103 / 101 - 1), 12);
    expect(worst.day).toBe(day("2027-02-28"));
  });
});
