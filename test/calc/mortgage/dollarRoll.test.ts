import { dollarRoll, type Roll } from "../../../src/calc/mortgage/dollarRoll";
import { price, rate } from "../../../src/calc/units";

const ROLL: Roll = {
  price: price(101),
  drop32: 0,
  coupon: rate(0.06),
  days: 30,
  paydown: rate(0),
  financing: rate(0.04),
  accruedDays: 10,
  farAccruedDays: 10,
  delayDays: null,
};

it("without drop and paydown finances at the coupon over the price with accrued interest", () => {
  // .5 a month on 101 + 6% of 10 days: 12 × .5 ÷ 101.1667.
  expect(dollarRoll(ROLL).impliedFinancing).toBeCloseTo(6 / (101 + 1 / 6), 12);
});

it.each([-0.01, 1, NaN])("refuses a paydown of %p", (paydown) => {
  expect(() => dollarRoll({ ...ROLL, paydown: rate(paydown) })).toThrow(
    `paydown is ${paydown}; it must be a share of 0 or more, below 1`,
  );
});
