import type { Bond } from "../bond/bond";
import { DAYS_IN_YEAR } from "../bond/datedCurve";
import { Remaining } from "../bond/remaining";
import { exponentsAt, type DiscountCurve } from "../curve/discountCurve";
import { couponDate } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import type { DaySerial } from "../units";

/** Filled again by each bond. */
const remaining = new Remaining();

/**
 * A bond's payments on a curve's time. One object is filled again and again, so that a loop over bonds
 * allocates nothing; its arrays may be longer than its payments are many.
 */
export class TimedFlows {
  /** How many payments there are. */
  count = 0;
  /** Accrued interest per 100 of face. */
  accrued = 0;
  days = new Float64Array(64);
  /** Years, ACT/365F. */
  times = new Float64Array(64);
  /** Per 100 of face. */
  amounts = new Float64Array(64);

  /**
   * Reads a bond's payments after a settlement day.
   *
   * @param bond - The bond.
   * @param settlement - A day before maturity; a coupon on that day belongs to the seller.
   * @returns This object.
   * @throws CalcError `invalid` when days are out of order.
   *
   * @example
   * const bond = { maturity: serialOf(2027, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
   * const flows = new TimedFlows().fill(bond, serialOf(2026, 1, 15));
   * Array.from(flows.amounts.subarray(0, flows.count)); // => [2.5, 102.5]
   */
  fill(bond: Bond, settlement: DaySerial): this {
    const it = remaining;
    it.fill(bond, settlement, "compounded");
    const { lastCoupon, maturity, frequency } = bond;
    const onGrid = it.count;
    this.count = onGrid + (lastCoupon === null ? 0 : 1);
    this.accrued = it.accrued;
    this.makeRoom();
    const anchor = packedDay(lastCoupon ?? maturity);
    for (let k = 0; k < onGrid; k++) {
      this.days[k] = serialOfPacked(couponDate(anchor, frequency, k + 1 - onGrid));
      this.amounts[k] = k === 0 ? it.firstCoupon : it.coupon;
    }
    const last = this.count - 1;
    if (lastCoupon !== null) {
      this.days[last] = maturity;
      this.amounts[last] = it.finalAmount;
    } else this.amounts[last] = (this.amounts[last] as number) + bond.redemption;
    for (let k = 0; k <= last; k++) {
      this.times[k] = ((this.days[k] as number) - settlement) / DAYS_IN_YEAR;
    }
    return this;
  }

  private makeRoom(): void {
    if (this.count <= this.days.length) return;
    const room = 2 * this.count;
    this.days = new Float64Array(room);
    this.times = new Float64Array(room);
    this.amounts = new Float64Array(room);
  }
}

/** Exponents of the payments of one valuation. */
let exponents = new Float64Array(64);

/**
 * Value of payments on a curve.
 *
 * @param flows - The payments.
 * @param curve - Discount factors by time.
 * @param spread - Over the curve, continuous, decimal.
 * @returns Per 100 of face.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 10), exponents: Float64Array.of(0, 0.4) };
 * presentValue({ count: 1, times: Float64Array.of(3), amounts: Float64Array.of(100) }, flat, 0.01).toFixed(10); // => (100 * Math.exp(-0.15)).toFixed(10)
 */
export function presentValue(
  { count, times, amounts }: Pick<TimedFlows, "count" | "times" | "amounts">,
  curve: DiscountCurve,
  spread = 0,
): number {
  if (exponents.length < count) exponents = new Float64Array(2 * count);
  exponentsAt(curve, times, count, exponents);
  let value = 0;
  for (let k = 0; k < count; k++) {
    const exponent = (exponents[k] as number) + spread * (times[k] as number);
    value += (amounts[k] as number) * Math.exp(-exponent);
  }
  return value;
}
