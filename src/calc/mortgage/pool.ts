import { invalid } from "../errors";
import type { Rate } from "../units";

/** A pool of level-payment mortgages, as a pass-through pays it out. */
export interface Pool {
  /** Net coupon a year, decimal. */
  readonly coupon: Rate;
  /** Weighted average coupon of the loans, decimal, not below the net coupon. */
  readonly wac: Rate;
  /** Weighted average months that are left. */
  readonly wam: number;
  /** Weighted average age of the loans in months. */
  readonly age: number;
}

/** No mortgage is written for more than forty years: months. */
export const LONGEST_LOAN = 480;

/**
 * A pool, checked.
 *
 * @param pool - The pool.
 * @returns The same pool.
 * @throws CalcError `invalid` when the coupon is above wac, months are no whole numbers, or wam and
 *   age together are beyond 480 months.
 *
 * @example
 * checkedPool({ coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 }).wam; // => 357
 */
export function checkedPool(pool: Pool): Pool {
  const { coupon, wac, wam, age } = pool;
  if (!(coupon >= 0)) throw invalid(`coupon is ${coupon}; it must be a net coupon of 0 or more`);
  if (!(coupon <= wac)) {
    throw invalid(
      `coupon is ${coupon}, above wac, ${wac}; it must be a net coupon of at most the loans' rate`,
    );
  }
  for (const [name, value, low] of [
    ["wam", wam, 1],
    ["age", age, 0],
  ] as const) {
    if (!(Number.isInteger(value) && value >= low)) {
      throw invalid(`${name} is ${value}; it must be a whole number of months, ${low} or more`);
    }
  }
  if (wam + age > LONGEST_LOAN) {
    throw invalid(
      `wam is ${wam} and age ${age}, together ${wam + age}; it must be at most ${LONGEST_LOAN} months`,
    );
  }
  return pool;
}
