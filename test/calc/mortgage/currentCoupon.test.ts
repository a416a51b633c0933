import { bondEquivalent, currentCoupon } from "../../../src/calc/mortgage/currentCoupon";
import { rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

describe("currentCoupon", () => {
  it("has the published answer: 3.218%, 3.1967% a month", () => {
    // Mortgage News Daily, 2 February 2012; its text prints 101.25 for the 3.5s, its answer needs 101.
    expect(currentCoupon([0.03, 0.035], [99, 101], 24, "BEY").toFixed(5)).toBe("0.03218");
    expect(currentCoupon([0.03, 0.035], [99, 101], 24, "mortgage").toFixed(6)).toBe("0.031967");
  });

  it("reads between the two that straddle par, whatever lies around them", () => {
    const three = [0.045, 0.05, 0.055];
    expect(currentCoupon(three, [97.6, 99.75, 101.35], 24, "BEY").toFixed(5)).toBe("0.05033");
    expect(currentCoupon(three, [97.6, 99.75, 101.35], 24, "mortgage").toFixed(5)).toBe("0.04981");
    expect(currentCoupon(three, [97.6, 99.75, NaN], 24, "BEY")).toBe(
      currentCoupon(three, [97.6, 99.75, 101.35], 24, "BEY"),
    );
  });

  it("extrapolates nothing", () => {
    for (const prices of [
      [101, 103],
      [90, 95],
      [NaN, 101],
      [101, 99],
    ]) {
      expect(() => currentCoupon([0.03, 0.035], prices, 24, "BEY")).toThrow(
        calcError("missing", /no two neighbouring coupons/),
      );
    }
  });

  it("refuses coupons that do not rise", () => {
    expect(() => currentCoupon([0.035, 0.03], [99, 101], 24, "BEY")).toThrow(
      calcError("invalid", /coupons, row 2, is 0.03 after 0.035/),
    );
  });

  it("turns a monthly yield into a bond's: 4.98% is 5.03%", () => {
    expect((100 * bondEquivalent(rate(0.0498))).toFixed(2)).toBe("5.03");
  });
});

it.each([
  ["a last coupon at par is the answer", [0.03, 0.035], [99, 100], 0.035],
  [
    "the first crossing counts where prices fall again",
    [0.03, 0.04, 0.05, 0.06],
    [99, 101, 99, 101],
    0.035,
  ],
])("%s", (_, coupons, prices, coupon) => {
  expect(currentCoupon(coupons, prices, 0, "mortgage")).toBeCloseTo(coupon, 12);
});

it("two neighbours at par do not say which", () => {
  expect(() => currentCoupon([0.03, 0.035], [100, 100], 0, "mortgage")).toThrow(
    "nothing is extrapolated",
  );
});
