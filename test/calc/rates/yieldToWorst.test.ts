import { bondPayments } from "../../../src/calc/bond/bondPayments";
import { bondYield } from "../../../src/calc/bond/price";
import { scheduledPayments } from "../../../src/calc/bond/scheduledPayments";
import type { EarlyRedemption } from "../../../src/calc/rates/callSchedule";
import { yieldToWorst } from "../../../src/calc/rates/yieldToWorst";
import { bp, daySerial, price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { bermudan } from "../../support/calls";

const settlement = day("2026-01-15");
const bond = bondOf({ maturity: day("2031-01-15"), coupon: rate(0.06) });
const call = (iso: string, per100: number) => ({ day: day(iso), price: price(per100) });

describe("yieldToWorst", () => {
  it("is the yield to the call that costs a premium most: two coupons and 101 for 103", () => {
    const calls = [call("2027-01-15", 101), call("2029-01-15", 100)];
    const worst = yieldToWorst(bond, bermudan(calls), settlement, price(103));
    // 103 x² = 3 x + 104 for the growth x of half a year.
    const growth = (3 + Math.sqrt(9 + 4 * 103 * 104)) / 206;
    expect(worst.yield).toBeCloseTo(2 * (growth - 1), 12);
    expect(worst.day).toBe(day("2027-01-15"));
  });

  it("is the yield to maturity of a discount", () => {
    const worst = yieldToWorst(bond, bermudan([call("2028-01-15", 100)]), settlement, price(95));
    expect(worst.yield).toBeCloseTo(bondYield(bond, settlement, price(95)), 13);
    expect(worst.day).toBe(bond.maturity);
  });

  it("takes the earliest of equal yields: at par every day is as good", () => {
    const calls = [call("2027-01-15", 100), call("2029-07-15", 100)];
    const worst = yieldToWorst(bond, bermudan(calls), settlement, price(100));
    expect(worst.yield).toBeCloseTo(0.06, 12);
    expect(worst.day).toBe(day("2027-01-15"));
  });

  it("ends in a short period where a call lies between coupons", () => {
    const worst = yieldToWorst(bond, bermudan([call("2026-10-15", 100)]), settlement, price(101));
    // 3 after half a year; 100 and interest for a quarter after three quarters, 1.5.
    const expected = { ...bond, maturity: day("2026-10-15"), lastCoupon: day("2026-07-15") };
    expect(worst.yield).toBeCloseTo(bondYield(expected, settlement, price(101)), 13);
    const growth = 1 + worst.yield / 2;
    expect(3 / growth + 101.5 / growth ** 1.5).toBeCloseTo(101, 10);
  });

  it("keeps coupon days that a call on 28 February would move", () => {
    const late = bondOf({ maturity: day("2031-08-30"), coupon: rate(0.06) });
    const worst = yieldToWorst(
      late,
      bermudan([call("2027-02-28", 100)]),
      day("2026-08-30"),
      price(101),
    );
    // One whole period is left, and 103 to come for 101. Counted back from 28 February, a month's
    // end, it would begin a day later, and another coupon would be due before it.
    expect(worst.yield).toBeCloseTo(2 * (103 / 101 - 1), 12);
    expect(worst.day).toBe(day("2027-02-28"));
  });

  it("looks at both ends of American windows, after the notice", () => {
    const calls = [call("2025-01-15", 102), call("2028-01-15", 100)];
    const rights = bermudan(calls, { exercise: "american", noticeDays: 60 });
    const premium = yieldToWorst(bond, rights, settlement, price(104));
    // 61 days from 15 January, with no coupon in between: 102 and two months' interest for 104.
    expect(premium.day).toBe(day("2026-03-17"));
    expect(premium.yield).toBeCloseTo(((102 + (6 * 62) / 360) / 104 - 1) / (62 / 360), 12);
    // A bond bought below all prices is worst held to maturity, one bought at 101 called in 2028.
    expect(yieldToWorst(bond, rights, settlement, price(98)).day).toBe(bond.maturity);
    expect(yieldToWorst(bond, rights, settlement, price(101)).day).toBe(day("2028-01-15"));
    // What is gained on a purchase below a price that never changes is worth least late.
    const last = bermudan([call("2029-01-15", 90)], { exercise: "american" });
    const zero = { ...bond, coupon: rate(0) };
    expect(yieldToWorst(zero, last, settlement, price(70)).day).toBe(day("2031-01-14"));
    expect(yieldToWorst(zero, last, settlement, price(95)).day).toBe(day("2029-01-15"));
  });

  it("is that of a call on any day, one by one, where coupons step up", () => {
    const stepped = bondOf({ maturity: day("2031-01-15"), coupon: rate(0.03) });
    const steps = ["2028-01-15", "2029-01-15", "2030-01-15"].map((iso, i) => ({
      day: day(iso),
      coupon: rate(0.045 + 0.015 * i),
    }));
    const on = day("2026-03-02");
    const payments = bondPayments(stepped, { steps, sinking: [] }, on);
    const worst = (clean: number, rights: EarlyRedemption) =>
      yieldToWorst(stepped, rights, on, price(clean), payments);
    const from = day("2027-01-15");
    const everyDay = Array.from({ length: stepped.maturity - from }, (_, i) => ({
      day: daySerial(from + i),
      price: price(100),
    }));
    for (const clean of [92, 96, 98.5, 100, 103]) {
      const american = worst(clean, bermudan(everyDay.slice(0, 1), { exercise: "american" }));
      expect(american.yield).toBeCloseTo(worst(clean, bermudan(everyDay)).yield, 6);
    }
    // Two years at 3% for 98.5 and not the last ones at 7.5%.
    expect(worst(98.5, bermudan(everyDay)).day).toBe(day("2028-01-15"));
  });

  it("takes payment days alone where the coupon floats", () => {
    const bank = bondOf({ maturity: day("2032-01-15"), coupon: rate(0.055) });
    const floating = { from: day("2031-01-15"), marginBp: bp(150) };
    const payments = scheduledPayments(
      bank,
      { steps: [], sinking: [], floating },
      settlement,
      (t) => Math.exp(-0.04 * t),
    );
    const quarters = ["2031-01-15", "2031-04-15", "2031-07-15", "2031-10-15"];
    for (const clean of [95, 98, 101.5]) {
      const worst = (rights: EarlyRedemption) =>
        yieldToWorst(bank, rights, settlement, price(clean), payments);
      expect(worst(bermudan([call("2031-01-15", 100)], { exercise: "american" }))).toEqual(
        worst(bermudan(quarters.map((iso) => call(iso, 100)))),
      );
    }
  });

  it("gives a holder the better of a put and of holding on, but for the calls before them", () => {
    const yieldAt = (clean: number, calls: [string, number][], puts: [string, number][]) =>
      yieldToWorst(
        bond,
        bermudan(
          calls.map(([on, per100]) => call(on, per100)),
          { puts: puts.map(([on, per100]) => call(on, per100)) },
        ),
        settlement,
        price(clean),
      );
    // One year to 100 for 95, or five.
    const put = yieldAt(95, [], [["2027-01-15", 100]]);
    expect(put.day).toBe(day("2027-01-15"));
    const growth = (3 + Math.sqrt(9 + 4 * 95 * 103)) / 190;
    expect(put.yield).toBeCloseTo(2 * (growth - 1), 12);
    // At a premium the holder does not put; and a call before the put comes first.
    expect(yieldAt(104, [], [["2027-01-15", 100]]).day).toBe(bond.maturity);
    const called = yieldAt(104, [["2026-07-15", 100]], [["2027-01-15", 103.9]]);
    expect(called.day).toBe(day("2026-07-15"));
  });
});
