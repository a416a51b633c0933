import { invalid } from "../errors";
import { rate, type Price, type Rate } from "../units";

/** Selling a pool for near settlement and buying it back for a later one. */
export interface Roll {
  /** Near price, clean. */
  readonly price: Price;
  /** Fall of the price to the far date, in 32nds. */
  readonly drop32: number;
  /** Net coupon, decimal. */
  readonly coupon: Rate;
  /** Days between the settlements. */
  readonly days: number;
  /** Share of the balance that is repaid in the month, scheduled and prepaid. */
  readonly paydown: Rate;
  /** Rate at which cash can be borrowed otherwise, decimal, actual/360. */
  readonly financing: Rate;
  /** Days of interest accrued at the near date, and at the far one. */
  readonly accruedDays: number;
  readonly farAccruedDays: number;
  /** Actual payment delay in days; null: the month's payment counts as made at the far date. */
  readonly delayDays: number | null;
}

/** What a roll costs and gains. */
export interface RollValue {
  /** The rate at which the roll lends the cash, decimal, actual/360. */
  readonly impliedFinancing: Rate;
  /** What is left at the far date of near proceeds invested at the financing rate, in 32nds. */
  readonly advantage32: number;
  /** The drop at which the roll costs the financing rate, in 32nds. */
  readonly breakevenDrop32: number;
}

/**
 * The financing that a dollar roll implies: near proceeds, grown at the rate until the far date, pay
 * for the pool that is left and for the month's payment that was given up. A payment after the far
 * date is discounted to it by simple interest at the same rate.
 *
 * @param it - The roll.
 * @returns Implied financing, advantage and breakeven drop.
 * @throws CalcError `invalid` when days are not above 0 or the paydown is not below 1.
 *
 * @example
 * const roll = { price: price(100.25), drop32: 8, coupon: rate(0.05), days: 30, paydown: rate(0.0062), financing: rate(0.0365), accruedDays: 12, farAccruedDays: 12, delayDays: null };
 * (100 * dollarRoll(roll).impliedFinancing).toFixed(3); // => "1.979"
 */
export function dollarRoll(it: Roll): RollValue {
  if (!(it.days > 0)) throw invalid(`days is ${it.days}; days above 0 were expected`);
  if (!(it.paydown >= 0 && it.paydown < 1)) {
    throw invalid(`paydown is ${it.paydown}; a share of 0 or more, below 1, was expected`);
  }
  const accrued = (days: number) => (100 * it.coupon * days) / 360;
  const payment = (100 * it.coupon) / 12 + 100 * it.paydown;
  const wait = it.delayDays === null ? 0 : 30 - it.accruedDays + it.delayDays - it.days;
  const paymentAt = (financing: number) => payment / (1 + (financing * wait) / 360);
  const near = it.price + accrued(it.accruedDays);
  const year = it.days / 360;
  const far = it.price - it.drop32 / 32 + accrued(it.farAccruedDays);
  const farValue = far * (1 - it.paydown);
  let implied = (farValue + payment - near) / (near * year);
  if (wait !== 0) {
    // The payment's discount depends on the rate but little: each step gains three digits and more.
    for (let step = 0; step < 60; step++) {
      implied = (farValue + paymentAt(implied) - near) / (near * year);
    }
  }
  const owed = near * (1 + it.financing * year);
  const breakeven =
    (owed - paymentAt(it.financing)) / (1 - it.paydown) - accrued(it.farAccruedDays);
  return {
    impliedFinancing: rate(implied),
    advantage32: (owed - farValue - paymentAt(it.financing)) * 32,
    breakevenDrop32: (it.price - breakeven) * 32,
  };
}
