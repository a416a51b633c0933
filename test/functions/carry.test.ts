import { carryRollCard, currentCouponCell } from "../../src/functions/carry";
import { answer } from "../support/errors";
import { column } from "../support/series";

const carried = (card: unknown[][]) => Object.fromEntries(card) as Record<string, number>;

describe("CARRYROLL", () => {
  it("earns yield less funding over the horizon, and no roll on a flat curve", () => {
    const flat = [
      [1, 0.05],
      [30, 0.05],
    ];
    const { carry, roll, total } = carried(carryRollCard(0.05, 0.03, 4, 5, 0.5, flat));
    expect(carry).toBeCloseTo(100, 10);
    expect(roll).toBe(0);
    expect(total).toBeCloseTo(100, 10);
  });

  it("rolls down the slope: duration at the horizon's end times the fall of the yield", () => {
    const sloping = [
      [1, 0.04],
      [11, 0.05],
    ];
    // Half a year down a slope of 10 bp a year is 5 bp, times the 3.5 years of duration left then.
    expect(carried(carryRollCard(0.05, 0.03, 4, 5, 0.5, sloping)).roll).toBeCloseTo(17.5, 8);
  });
});

describe("CURRENTCOUPON", () => {
  it("without delay is the coupon at par itself, whatever its neighbours, as a bond quotes it", () => {
    const between = currentCouponCell(column(0.05, 0.055, 0.06), column(98, 100, 102), 0);
    // Monthly to semiannual: 2·((1 + .055/12)^6 − 1).
    expect(between).toBeCloseTo(2 * ((1 + 0.055 / 12) ** 6 - 1), 12);
    expect(currentCouponCell(column(0.055, 0.06), column(100, 102), 0)).toBe(between);
  });

  it("is never extrapolated beyond the coupons", () => {
    expect(answer(() => currentCouponCell(column(0.05, 0.055), column(101, 103)))).toMatchObject({
      code: expect.stringMatching(/#N\/A|#VALUE!/),
      message: expect.stringMatching(/par|100/),
    });
  });
});
