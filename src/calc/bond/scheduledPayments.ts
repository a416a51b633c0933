import { isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial } from "../units";
import type { Bond } from "./bond";
import {
  bondPayments,
  type BondPayments,
  type CouponStep,
  type PaymentSchedule,
} from "./bondPayments";
import { DAYS_IN_YEAR } from "./datedCurve";
import { floatingPayments } from "./floatingLeg";

/**
 * What a bond pays by its schedule, the index of a floating period projected from a curve.
 *
 * @param bond - The bond.
 * @param schedule - Coupon steps, sinking payments and a floating period.
 * @param settlement - A day before maturity.
 * @param discount - The curve's discount factor after so many years, ACT/365F; asked for a floating period alone.
 * @returns The payments, per 100 of what is outstanding at settlement.
 * @throws CalcError as {@link bondPayments} and {@link floatingPayments} do; `invalid` when a coupon steps in the
 *   floating period.
 *
 * @example
 * const bond = { maturity: serialOf(2027, 7, 15), coupon: rate(0.04), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const floating = { from: serialOf(2027, 1, 15), marginBp: bp(100) };
 * // Two payments at 4%, then 90 and 91 days at the margin on a curve of nothing.
 * Array.from(scheduledPayments(bond, { steps: [], sinking: [], floating }, serialOf(2026, 1, 15), () => 1).interest, (it) => it.toFixed(4)); // => ["2.0000", "2.0000", "0.2500", "0.2528"]
 */
export function scheduledPayments(
  bond: Bond,
  schedule: PaymentSchedule,
  settlement: DaySerial,
  discount: (years: number) => number,
): BondPayments {
  const fixed = bondPayments(bond, schedule, settlement);
  const { floating, steps } = schedule;
  if (floating === undefined) return fixed;
  const late = steps.findIndex(({ day }) => day >= floating.from);
  if (late >= 0) {
    throw invalid(
      `couponSteps, row ${late + 1}, is ${isoFromSerial((steps[late] as CouponStep).day)}; it must be before floatFrom, ${isoFromSerial(floating.from)}: from then on the index and floatBp are paid`,
    );
  }
  const worth = (day: number) => discount((day - settlement) / DAYS_IN_YEAR);
  return floatingPayments(bond, fixed, floating, settlement, worth);
}
