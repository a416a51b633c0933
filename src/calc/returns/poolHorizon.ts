import { monthsLater } from "../date/serial";
import { poolPayments } from "../mortgage/poolPayments";
import type { Pool } from "../mortgage/pool";
import { accruedOf, type PoolAtSpeed } from "../mortgage/poolTiming";
import { poolPrice } from "../mortgage/poolValue";
import type { Speed } from "../prepayment/speed";
import { invalid } from "../errors";
import { price, rate, type Price, type Rate } from "../units";

/** A pool that is held for some months, whatever it is sold at; its speed is that until the horizon. */
export interface HeldPool extends PoolAtSpeed {
  /** Clean price today. */
  readonly price: Price;
  /** Months held, 1 or more, fewer than are left. */
  readonly months: number;
  /** Rate at which payments earn until the horizon, and later ones are discounted to it; decimal. */
  readonly reinvestment: Rate;
}

/** A holding that is sold at a yield. */
export interface PoolHolding extends HeldPool {
  /** Bond-equivalent yield at the horizon, decimal. */
  readonly exitYield: Rate;
  /** Speed from the horizon on. */
  readonly exitSpeed: Speed;
}

/** What the holding brought. */
export interface PoolHorizon {
  /** Return over the horizon, decimal, not annualised. */
  readonly return: Rate;
  /** Share of the balance that is left. */
  readonly factor: number;
  /** Clean price at the horizon. */
  readonly exitPrice: Price;
  /** The return as a bond-equivalent yield a year. */
  readonly returnBey: Rate;
}

/**
 * Return of a pool over a horizon from its cash flows: payments come 30 days a month and the delay
 * after settlement; those before the horizon grow to it, those that are due and not yet paid are
 * discounted to it, at the reinvestment rate compounding monthly; what is left is sold at the exit yield.
 *
 * @param holding - The holding.
 * @returns Return, factor, exit price.
 * @throws CalcError `invalid` when months is no whole number from 1 to below wam.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * const speed = { kind: "cpr", cpr: rate(0.06) };
 * const held = { pool, timing: { delayDays: 24, accruedDays: 0 }, price: price(99.75), speed, months: 12, exitYield: rate(0.0504098), exitSpeed: speed, reinvestment: rate(0.036) };
 * poolHorizon(held).return.toFixed(5); // => "0.05037"
 */
export function poolHorizon(holding: PoolHolding): PoolHorizon {
  const { exitYield, exitSpeed } = holding;
  return soldAfter(holding, (left) => poolPrice({ ...left, speed: exitSpeed }, exitYield));
}

/**
 * Refuses a horizon that is none, or that a pool does not reach.
 *
 * @param months - Months held.
 * @param pool - The pool.
 * @throws CalcError `invalid` when months is no whole number from 1 to below wam.
 *
 * @example
 * requireHorizon(12, { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 }); // => undefined
 */
export function requireHorizon(months: number, { wam }: Pool): void {
  if (Number.isInteger(months) && months >= 1 && months < wam) return;
  throw invalid(`months is ${months}; it must be a whole number of months from 1 to ${wam - 1}`);
}

/**
 * Return of a pool that is sold at a price which depends on what is left of it.
 *
 * @param holding - The holding.
 * @param priceOf - Clean price at the horizon of the pool that is left.
 * @returns Return, factor, exit price.
 * @throws CalcError `invalid` when months is no whole number from 1 to below wam.
 *
 * @example
 * const pool = { coupon: rate(0.06), wac: rate(0.06), wam: 357, age: 3 };
 * const held = { pool, timing: { delayDays: 0, accruedDays: 0 }, price: price(100), speed: { kind: "cpr", cpr: rate(0.1) }, months: 6, reinvestment: rate(0.06) };
 * // At par without delay, and at par again: 0.5% a month for six months.
 * soldAfter(held, () => 100).return.toFixed(6); // => (1.005 ** 6 - 1).toFixed(6)
 */
export function soldAfter(
  holding: HeldPool,
  priceOf: (left: Pick<PoolAtSpeed, "pool" | "timing">) => number,
): PoolHorizon {
  const { pool, timing, months } = holding;
  requireHorizon(months, pool);
  const held = poolPayments(holding);
  const horizon = months / 12;
  let [income, repaid] = [0, 0];
  for (let k = 0; k < months; k++) {
    const time = held.times[k] as number;
    income += (held.paid[k] as number) * (1 + holding.reinvestment / 12) ** (12 * (horizon - time));
    repaid += held.principal[k] as number;
  }
  const factor = 1 - repaid / 100;
  const rest = { ...pool, wam: pool.wam - months, age: pool.age + months };
  const settlement = timing.settlement ?? null;
  const exit =
    settlement === null ? timing : { ...timing, settlement: monthsLater(settlement, months) };
  const left = { pool: rest, timing: exit };
  const exitPrice = priceOf(left);
  const end = factor * (exitPrice + accruedOf(left)) + income;
  const growth = end / (holding.price + accruedOf(holding));
  return {
    return: rate(growth - 1),
    factor,
    exitPrice: price(exitPrice),
    returnBey: rate(2 * (growth ** (1 / (2 * horizon)) - 1)),
  };
}
