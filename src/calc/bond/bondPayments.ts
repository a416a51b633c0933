import { couponDate, couponNumber } from "../date/couponGrid";
import { isoFromSerial, packedDay } from "../date/serial";
import { invalid } from "../errors";
import { rate, type Bp, type DaySerial, type Rate } from "../units";
import type { Bond } from "./bond";
import { bondFlows } from "./flows";
import { accrued } from "./price";

/** A coupon that holds from a day on. */
export interface CouponStep {
  readonly day: DaySerial;
  /** A year, decimal. */
  readonly coupon: Rate;
}

/** Principal that is repaid on a day before maturity. */
export interface SinkingPayment {
  readonly day: DaySerial;
  /** Per 100 of the face value at issue. */
  readonly amount: number;
}

/** The floating period of a fixed-to-float bond: the index plus a margin, quarterly, ACT/360. */
export interface FloatingLeg {
  /** The coupon day on which it begins: the first call, as a rule. */
  readonly from: DaySerial;
  /** Over the index, basis points. */
  readonly marginBp: Bp;
}

/** How payments differ from those of a bond with one coupon and one redemption. */
export interface PaymentSchedule {
  /** By rising day; before the first the coupon is the bond's own. */
  readonly steps: readonly CouponStep[];
  /** By rising day; those up to settlement have been paid. */
  readonly sinking: readonly SinkingPayment[];
  /** The floating period of a fixed-to-float bond. */
  readonly floating?: FloatingLeg | undefined;
}

/** One coupon, and all principal at maturity. */
export const ONE_COUPON: PaymentSchedule = { steps: [], sinking: [] };

/** What a bond still pays, per 100 of the face value that is outstanding at settlement. */
export interface BondPayments {
  /** Payment days, rising. */
  readonly days: Float64Array;
  /** Time from settlement in coupon periods, as a street yield counts it. */
  readonly periods: Float64Array;
  readonly interest: Float64Array;
  readonly principal: Float64Array;
  /** The part that the index makes of the last payments, those of a floating period; left out without. */
  readonly index?: Float64Array;
  /** Interest accrued on a day before maturity, on what is outstanding then. */
  readonly accrued: (day: DaySerial) => number;
  /** The share of 100 that is outstanding after the payments of a day. */
  readonly outstanding: (day: number) => number;
}

/**
 * The payments of a bond whose coupon steps or whose principal is repaid in parts.
 *
 * @param bond - The bond.
 * @param schedule - Its steps and sinking payments, on days of the coupon grid.
 * @param settlement - A day before maturity; what is paid on that day belongs to the seller.
 * @returns Payments and interest, per 100 of what is outstanding at settlement.
 * @throws CalcError `invalid` when days are out of order or no coupon days, or more than everything is
 *   repaid before maturity.
 *
 * @example
 * const bond = { maturity: serialOf(2028, 1, 15), coupon: rate(0.04), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const steps = [{ day: serialOf(2027, 1, 15), coupon: rate(0.06) }];
 * const sinking = [{ day: serialOf(2027, 7, 15), amount: 40 }];
 * Array.from(bondPayments(bond, { steps, sinking }, serialOf(2026, 1, 15)).interest, (it) => it.toFixed(1)); // => ["2.0", "2.0", "3.0", "1.8"]
 */
export function bondPayments(
  bond: Bond,
  schedule: PaymentSchedule,
  settlement: DaySerial,
): BondPayments {
  const { steps, sinking } = schedule;
  checkDays(steps, "couponSteps", bond);
  checkDays(sinking, "sinking", bond);
  const repaidBy = (day: number) =>
    sinking.reduce((sum, it) => sum + (it.day <= day ? it.amount : 0), 0);
  const repaid = repaidBy(bond.maturity);
  if (!(repaid < 100)) {
    throw invalid(
      `sinking repays ${repaid} of 100 before maturity; the sum must be below 100, the rest is repaid at maturity`,
    );
  }
  const held = 100 - repaidBy(settlement);
  const outstanding = (day: number) => (100 - repaidBy(day)) / held;
  const couponOn = (day: number) =>
    steps.reduce((coupon, step) => (step.day <= day ? step.coupon : coupon), bond.coupon);
  if (steps.length === 0 && sinking.length === 0) {
    return {
      ...bondFlows(bond, settlement),
      accrued: (day) => accrued(bond, day),
      outstanding,
    };
  }
  // Interest is in proportion to the coupon: that of a bond of 100% says the rest.
  const whole = { ...bond, coupon: rate(1) };
  const { days, periods, interest, principal } = bondFlows(whole, settlement);
  return {
    days,
    periods,
    interest: interest.map((of, k) => {
      // A period has the coupon and the principal of the day on which it begins.
      const within = (days[k] as number) - 1;
      return of * couponOn(within) * outstanding(within);
    }),
    principal: principal.map((last, k) => {
      const day = days[k] as number;
      const sunk = 100 * (outstanding(day - 1) - outstanding(day));
      return last > 0 ? last * outstanding(day) : sunk;
    }),
    accrued: (day) => accrued(whole, day) * couponOn(day) * outstanding(day),
    outstanding,
  };
}

function checkDays(rows: readonly { readonly day: DaySerial }[], name: string, bond: Bond): void {
  const anchor = packedDay(bond.lastCoupon ?? bond.maturity);
  rows.forEach(({ day }, i) => {
    const where = `${name}, row ${i + 1},`;
    const before = rows[i - 1]?.day ?? -Infinity;
    if (!(day > before)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)} after ${isoFromSerial(before as DaySerial)}; days must rise`,
      );
    }
    const packed = packedDay(day);
    const number = couponNumber(anchor, bond.frequency, packed);
    const isCouponDay = couponDate(anchor, bond.frequency, number) === packed;
    if (!isCouponDay || !(day < bond.maturity)) {
      throw invalid(
        `${where} is ${isoFromSerial(day)}; it must be a coupon day before maturity, ${isoFromSerial(bond.maturity)}`,
      );
    }
  });
}
