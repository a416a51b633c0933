import type { Bond } from "../bond/bond";
import { bondPayments, ONE_COUPON, type BondPayments } from "../bond/bondPayments";
import { bondFlows } from "../bond/flows";
import { flowYield } from "../bond/flowYield";
import { couponDate, couponNumber } from "../date/couponGrid";
import { packedDay, serialOfPacked } from "../date/serial";
import { daySerial, type DaySerial, type Price, type Rate } from "../units";
import {
  callWindows,
  putsLeft,
  type Call,
  type CallWindow,
  type EarlyRedemption,
} from "./callSchedule";

/** The yield that a buyer has at the worst, and the day that has it. */
export interface WorstYield {
  readonly yield: Rate;
  /** The workout day; of equal yields the earliest. */
  readonly day: DaySerial;
}

/** Yields closer than this are equal: they are solved to a few digits more. */
const EQUAL = 1e-12;

/**
 * Yield to worst: the lowest of the street yields to maturity and to each call that the issuer may
 * choose: of an American window its ends and the payment days within, between which a yield neither
 * turns nor steps; in a floating period payment days alone. A holder may put the bond, and then has the lowest
 * of the yields to that put and to the calls before it; of what the holder can choose, the highest.
 *
 * @param bond - The bond.
 * @param rights - Its calls and puts.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100.
 * @param payments - What it pays; by default one coupon, and all principal at maturity.
 * @returns The yield, compounding as often as coupons are paid, and its day.
 * @throws CalcError `invalid` when days are out of order, neither a call nor a put is to come, or no
 *   yield explains the price.
 *
 * @example
 * const bond = { maturity: serialOf(2031, 1, 15), coupon: rate(0.06), redemption: price(100), frequency: 2, basis: 0, issue: null, firstCoupon: null, lastCoupon: null };
 * const calls = [{ day: serialOf(2027, 1, 15), price: price(101) }];
 * const rights = { calls, exercise: "bermudan", noticeDays: 0, puts: [] };
 * // 103 = 3 / x + 104 / x², x the growth of half a year.
 * yieldToWorst(bond, rights, serialOf(2026, 1, 15), price(103)).yield.toFixed(10); // => (2 * ((3 + Math.sqrt(9 + 4 * 103 * 104)) / 206 - 1)).toFixed(10)
 */
export function yieldToWorst(
  bond: Bond,
  rights: EarlyRedemption,
  settlement: DaySerial,
  clean: Price,
  payments: BondPayments = bondPayments(bond, ONE_COUPON, settlement),
): WorstYield {
  const windows = callWindows(rights, bond, settlement);
  const calls = windows.flatMap((window) => daysOf(window, payments));
  const yieldTo = (call: Call) => ({
    yield: yieldToCall(bond, payments, call, settlement, clean),
    day: call.day,
  });
  const called = calls.map(yieldTo);
  const held = yieldTo({ day: bond.maturity, price: bond.redemption });
  const worstUntil = (end: WorstYield): WorstYield =>
    [...called.filter(({ day }) => day < end.day), end].reduce((worst, it) =>
      it.yield < worst.yield - EQUAL ? it : worst,
    );
  return [...putsLeft(rights, bond, settlement).map(yieldTo), held]
    .map(worstUntil)
    .reduce((best, it) => (it.yield > best.yield + EQUAL ? it : best));
}

/** The days of a window that can be the worst. */
function daysOf({ from, to, price }: CallWindow, { days, index }: BondPayments): Call[] {
  if (from === to) return [{ day: from, price }];
  const floatFrom = index === undefined ? Infinity : (days[days.length - index.length - 1] ?? 0);
  const payments = Array.from(days, daySerial);
  const within = payments.filter((day) => from < day && day < to);
  return [from, ...within, to]
    .filter((day) => day <= floatFrom || payments.includes(day))
    .map((day) => ({ day, price }));
}

/** The street yield of what is due until a call or maturity, and what is repaid then. */
function yieldToCall(
  bond: Bond,
  payments: BondPayments,
  { day, price }: Call,
  settlement: DaySerial,
  clean: Price,
): Rate {
  const { days, periods, interest, principal } = payments;
  const until = days.findIndex((on) => on >= day);
  const isPayment = days[until] === day;
  const times = Array.from(periods.subarray(0, isPayment ? until + 1 : until));
  const amounts = times.map((_, k) => (interest[k] as number) + (principal[k] as number));
  if (day < bond.maturity) {
    const cost = price * payments.outstanding(day) + payments.accrued(day);
    if (isPayment) amounts[until] = (amounts[until] as number) + cost;
    else {
      times.push(timeBetween(bond, day, settlement));
      amounts.push(cost);
    }
  }
  const dirty = clean + payments.accrued(settlement);
  return flowYield(dirty, times, amounts, bond.frequency);
}

/** A day between two coupons, in coupon periods from settlement: the end of a short last period. */
function timeBetween(bond: Bond, day: DaySerial, settlement: DaySerial): number {
  const anchor = packedDay(bond.lastCoupon ?? bond.maturity);
  const number = couponNumber(anchor, bond.frequency, packedDay(day));
  const lastCoupon = serialOfPacked(couponDate(anchor, bond.frequency, number));
  const { periods } = bondFlows({ ...bond, maturity: day, lastCoupon }, settlement);
  return periods[periods.length - 1] as number;
}
