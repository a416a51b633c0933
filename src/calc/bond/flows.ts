import { couponDate } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import type { DaySerial } from "../units";
import type { Bond } from "./bond";
import { Remaining } from "./remaining";

/** What a bond still pays, a row a payment day, oldest first. */
export interface BondFlows {
  /** Payment days, unadjusted. */
  readonly days: Float64Array;
  /** Time from settlement in coupon periods, as a street yield counts it. */
  readonly periods: Float64Array;
  /** Interest per 100 of face value. */
  readonly interest: Float64Array;
  /** Principal per 100 of face value. */
  readonly principal: Float64Array;
  /** Interest accrued at settlement, per 100 of face value. */
  readonly accrued: number;
}

/**
 * The cash flows of a bond after settlement.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity; a coupon on that day belongs to the seller.
 * @returns One row a payment.
 * @throws CalcError `invalid` when days are out of order.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.05), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * Array.from(bondFlows(bond, serialOf(2030, 1, 15)).interest); // => [2.5, 2.5]
 */
export function bondFlows(bond: Bond, settlement: DaySerial): BondFlows {
  const it = new Remaining();
  it.fill(bond, settlement, "compounded");
  const { lastCoupon, maturity, frequency } = bond;
  const anchor = packedDay(lastCoupon ?? maturity);
  const last = lastCoupon === null ? 0 : 1;
  const rows = it.count + last;
  const flows = {
    days: new Float64Array(rows),
    periods: new Float64Array(rows),
    interest: new Float64Array(rows),
    principal: new Float64Array(rows),
    accrued: it.accrued,
  };
  for (let j = 0; j < it.count; j++) {
    flows.days[j] = serialOfPacked(couponDate(anchor, frequency, j + 1 - it.count));
    flows.periods[j] = it.firstTime + j;
    flows.interest[j] = j === 0 ? it.firstCoupon : it.coupon;
  }
  if (last === 1) {
    flows.days[rows - 1] = maturity;
    flows.periods[rows - 1] = it.finalTime;
    flows.interest[rows - 1] = it.finalAmount - bond.redemption;
  }
  flows.principal[rows - 1] = bond.redemption;
  return flows;
}
