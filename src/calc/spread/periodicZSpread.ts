import type { Bond } from "../bond/bond";
import { Remaining } from "../bond/remaining";
import type { DiscountCurve } from "../curve/discountCurve";
import { CalcError, invalid } from "../errors";
import { bp, type Bp, type DaySerial, type Price } from "../units";

/** Filled again by each call. */
const remaining = new Remaining();
/** Present values of the payments on the curve; as many as have been needed so far. */
let values = new Float64Array(128);

const MOST_STEPS = 50;
const LAST_STEP = 1e-8;

/**
 * Z-spread of a bond whose coupons are equal periods apart, continuously compounded: `zSpread` of its
 * flows at the times periods/frequency, for loops over many bonds.
 *
 * Forwards are constant in a segment of the curve, so discount factors a period apart are a geometric
 * sequence there: two exponentials a segment, not one a payment. A step of Newton's method adds price
 * and slope by Horner's rule.
 *
 * @param bond - A bond with regular first and last periods.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100 of face value.
 * @param curve - Discount factors by years from settlement.
 * @returns Basis points.
 * @throws CalcError `invalid` when a period is odd or the price is not above 0 with accrued interest;
 *   `unsolved` when no spread explains it.
 *
 * @example
 * // On a flat curve the spread is what the yield, continuously compounded, has over it.
 * const flat = { times: Float64Array.of(0, 30), exponents: Float64Array.of(0, 1.2) };
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * periodicZSpread(bond, serialOf(2026, 1, 15), price(100), flat).toFixed(8); // => (10_000 * (2 * Math.log(1.025) - 0.04)).toFixed(8)
 */
export function periodicZSpread(
  bond: Bond,
  settlement: DaySerial,
  clean: Price,
  curve: DiscountCurve,
): Bp {
  const it = remaining;
  it.fill(bond, settlement, "compounded");
  if (bond.lastCoupon !== null || it.firstCoupon !== it.coupon) {
    throw invalid("firstCoupon or lastCoupon makes a period odd; periods must be equal");
  }
  const dirty = clean + it.accrued;
  if (!(dirty > 0)) {
    throw invalid(`price is ${clean}, with accrued interest ${dirty}; it must be one above 0`);
  }
  const n = it.count;
  const period = 1 / it.frequency;
  const first = it.firstTime * period;
  valuesOnCurve(it, curve, first, period);

  const target = Math.log(dirty);
  let spread = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const ratio = Math.exp(-period * spread);
    let value = 0;
    let moment = 0;
    for (let k = n - 1; k >= 0; k--) {
      moment = moment * ratio + value;
      value = value * ratio + (values[k] as number);
    }
    // Mean time of the payments: −d ln price by the spread.
    const time = first + (period * ratio * moment) / value;
    const move = (Math.log(value) - first * spread - target) / time;
    spread += move;
    if (move < LAST_STEP && move > -LAST_STEP) return bp(spread * 10_000);
  }
  throw new CalcError("unsolved", `no spread over the curve makes the bond worth ${dirty}`);
}

/** Fills `values` with the payments' present values. */
function valuesOnCurve(
  remaining: Remaining,
  curve: DiscountCurve,
  first: number,
  period: number,
): void {
  const { times, exponents } = curve;
  const n = remaining.count;
  if (values.length < n) values = new Float64Array(2 * n);
  const lastSegment = times.length - 2;
  let segment = 0;
  let time = first;
  let last = 1;
  for (let k = 0; k < n;) {
    while (segment < lastSegment && time > (times[segment + 1] as number)) segment++;
    const from = times[segment] as number;
    const exponent = exponents[segment] as number;
    const to = times[segment + 1] as number;
    const forward = ((exponents[segment + 1] as number) - exponent) / (to - from);
    const end = segment === lastSegment ? Infinity : to;
    const ratio = Math.exp(-forward * period);
    let discount = Math.exp(-exponent - forward * (time - from));
    while (k < n && time <= end) {
      values[k] = remaining.coupon * discount;
      last = discount;
      discount *= ratio;
      k++;
      time = first + k * period;
    }
  }
  values[n - 1] = (values[n - 1] as number) + remaining.finalAmount * last;
}
