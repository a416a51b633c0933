// How long pools take that are sold at a spread, and premiums that are fitted to a stack of coupons.
// @ts-check

/**
 * @param {(contenders: Record<string, () => unknown>, calls: number) => Record<string, number>} race
 *   Milliseconds a call.
 * @returns {Record<string, number>} horizon and the two valuations that it needs; fit of eight coupons and a
 *   stack of forty
 */
function poolRace(race) {
  const { couponStackRows } = require("../../src/functions/couponStack");
  const { mbsHorizonCard } = require("../../src/functions/mortgageHorizon");
  const { mbsOasPriceCell } = require("../../src/functions/mortgageOas");
  const { proasFitRows } = require("../../src/functions/proas");
  const { BASE_CURVE } = require("../../src/functions/selfTest/workedSeries");
  const horizons = race(
    {
      horizon: () =>
        mbsHorizonCard(
          ...[99.75, 0.05, 0.0595, 357, 3, [["model"]], 12],
          ...[null, undefined, null, null, null, "held", BASE_CURVE],
        ),
      valuations: () => {
        for (let i = 0; i < 2; i++) mbsOasPriceCell(25, 0.05, 0.0595, 357, 3, BASE_CURVE);
      },
    },
    10,
  );
  const coupons = [0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06];
  const prices = [81.5, 86, 89.5, 93.25, 96.75, 99.5, 101.5, 103];
  /** @param {number} times How often each coupon stands in the stack. */
  const stackOf = (times) => {
    const column = (/** @type {number[]} */ values) =>
      values.flatMap((value) => Array.from({ length: times }, () => [value]));
    const wacs = column(coupons.map((coupon) => coupon + 0.009));
    return /** @type {const} */ ([column(coupons), column(prices), wacs]);
  };
  const [eight, forty] = [stackOf(1), stackOf(5)];
  const stacks = race(
    {
      fit: () => proasFitRows(...eight, [[350]], [[10]], BASE_CURVE),
      stack: () => couponStackRows(...forty, [[350]], [[10]], BASE_CURVE),
    },
    1,
  );
  return { ...horizons, ...stacks };
}

module.exports = { poolRace };
