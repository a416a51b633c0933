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
 * @param roll - The roll.
 * @returns Implied financing, advantage and breakeven drop.
 * @throws CalcError `invalid` when days are not above 0 or the paydown is not below 1.
 *
 * @example
 * const roll = { price: price(100.25), drop32: 8, coupon: rate(0.05), days: 30, paydown: rate(0.0062), financing: rate(0.0365), accruedDays: 12, farAccruedDays: 12, delayDays: null };
 * (100 * dollarRoll(roll).impliedFinancing).toFixed(3); // => "1.979"
 */
export function dollarRoll(roll: Roll): RollValue {
  if (!(roll.days > 0)) throw invalid(`days is ${roll.days}; it must be a number of days above 0`);
  if (!(roll.paydown >= 0 && roll.paydown < 1)) {
    throw invalid(`paydown is ${roll.paydown}; it must be a share of 0 or more, below 1`);
  }
  const accrued = (days: number) => (100 * roll.coupon * days) / 360;
  const payment = (100 * roll.coupon) / 12 + 100 * roll.paydown;
  const wait = roll.delayDays === null ? 0 : 30 - roll.accruedDays + roll.delayDays - roll.days;
  const paymentAt = (financing: number) => payment / (1 + (financing * wait) / 360);
  const near = roll.price + accrued(roll.accruedDays);
  const year = roll.days / 360;
  const far = roll.price - roll.drop32 / 32 + accrued(roll.farAccruedDays);
  const farValue = far * (1 - roll.paydown);
  let implied = (farValue + payment - near) / (near * year);
  if (wait !== 0) {
    // The payment's discount depends on the rate but little: each step gains three digits and more.
    for (let step = 0; step < 60; step++) {
      implied = (farValue + paymentAt(implied) - near) / (near * year);
    }
  }
  const owed = near * (1 + roll.financing * year);
  const breakeven =
    (owed - paymentAt(roll.financing)) / (1 - roll.paydown) - accrued(roll.farAccruedDays);
  return {
    impliedFinancing: rate(implied),
    advantage32: (owed - farValue - paymentAt(roll.financing)) * 32,
    breakevenDrop32: (roll.price - breakeven) * 32,
  };
}
