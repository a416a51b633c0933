import type { Basis, Frequency } from "../date/couponGrid";
import type { DaySerial, Price, Rate, Years } from "../units";

/** A bond with a fixed coupon, as its terms describe it. */
export interface Bond {
  readonly maturity: DaySerial;
  /** Coupon a year, decimal. */
  readonly coupon: Rate;
  /** What is paid back at maturity, per 100 of face value. */
  readonly redemption: Price;
  /** Coupons a year. */
  readonly frequency: Frequency;
  /** Day count, as Excel numbers them. */
  readonly basis: Basis;
  /** The day from which interest accrues; needed with a first coupon. Null: a regular first period. */
  readonly issue: DaySerial | null;
  /** The first coupon date, where the first period is odd. */
  readonly firstCoupon: DaySerial | null;
  /** The last coupon date before maturity, where the last period is odd. */
  readonly lastCoupon: DaySerial | null;
}

/**
 * How a yield discounts payments on the days of the coupon grid.
 *
 * - `street`: compounding once a coupon period, also over the fraction of the first one; simple
 *   interest when one payment is left (SIFMA, Standard Securities Calculation Methods).
 * - `treasury`: simple interest over the fraction of the first period, compounding after it (31 CFR
 *   part 356, appendix B).
 * - `excel`: as street, with Excel's day counts to the letter: with ACT/360 and ACT/365 the days to
 *   the next coupon over a period of 360 or 365 days shared equally.
 * - `compounded`: as street, compounding also when one payment is left (QuantLib's Compounded).
 */
export type GridConvention = "street" | "treasury" | "excel" | "compounded";

/** How a yield discounts: on the days of the grid, or `true` on the days on which payments are made. */
export type YieldConvention = GridConvention | "true";

/** What a price does when the yield moves. */
export interface BondRisk {
  readonly clean: Price;
  readonly accrued: number;
  readonly dirty: Price;
  /** Mean time of the payments, weighted by present value. */
  readonly macaulay: Years;
  /** −dP/dy over the dirty price. */
  readonly modified: Years;
  /** d²P/dy² over the dirty price, years². */
  readonly convexity: number;
  /** Fall of the price per 100 for a yield one basis point higher. */
  readonly dv01: number;
}
