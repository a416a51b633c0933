import fc from "fast-check";
import { totalReturn } from "../../../src/calc/returns/totalReturn";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const period = (start: number, end: number, income = 0, ai0 = 0, ai1 = 0, paydown = 0) => ({
  startPrice: price(start),
  endPrice: price(end),
  income,
  startAccrued: ai0,
  endAccrued: ai1,
  paydown: rate(paydown),
});

describe("totalReturn", () => {
  it("of a bond is (P₁ + AI₁ + C) / (P₀ + AI₀) − 1", () => {
    expect(totalReturn(period(100.8, 101.2, 0.9, 0.5, 0)).total).toBeCloseTo(102.1 / 101.3 - 1, 14);
  });

  it("splits a mortgage month by source: paydown costs at a premium and pays at a discount", () => {
    // 98.00 → 98.60, 4.5% coupon, 0.75% paid down: .608%, .383%, +.015%.
    const discount = totalReturn(period(98, 98.6, 0.375, 0, 0, 0.0075));
    expect(discount.price).toBeCloseTo(0.00608, 5);
    expect(discount.coupon).toBeCloseTo(0.00383, 5);
    expect(discount.paydown).toBeCloseTo(0.00015, 5);
    // 102.50 flat, 6% coupon, 2% paid down: .488%, −.049%.
    const premium = totalReturn(period(102.5, 102.5, 0.5, 0, 0, 0.02));
    expect(premium.coupon).toBeCloseTo(0.00488, 5);
    expect(premium.paydown).toBeCloseTo(-0.00049, 5);
  });

  it("equals the cash received and kept over the cash paid, and its parts sum exactly", () => {
    const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        amount(50, 130),
        amount(50, 130),
        amount(0, 5),
        amount(0, 3),
        amount(0, 3),
        amount(0, 1),
        (p0, p1, c, ai0, ai1, pi) => {
          const parts = totalReturn(period(p0, p1, c, ai0, ai1, pi));
          expect(parts.total).toBeCloseTo(
            ((1 - pi) * (p1 + ai1) + 100 * pi + c) / (p0 + ai0) - 1,
            11,
          );
          expect(parts.price + parts.coupon + parts.paydown).toBe(parts.total);
        },
      ),
    );
  });

  it.each([-0.01, 1.01, NaN])("refuses a paydown of %p", (paydown) => {
    expect(() => totalReturn(period(98, 98, 0, 0, 0, paydown))).toThrow(
      calcError("invalid", /paydown is/),
    );
  });

  it("refuses an accrued interest that leaves nothing paid", () => {
    expect(() => totalReturn(period(98, 98, 0, -98))).toThrow(
      calcError("invalid", /startAccrued is -98/),
    );
  });
});
