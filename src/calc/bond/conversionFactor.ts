import { calendarDay, isoFromSerial } from "../date/serial";
import { invalid } from "../errors";
import type { DaySerial, Rate } from "../units";

/** Treasury futures, by the exchange's older codes and by those of its electronic market. */
const CONTRACTS = {
  TU: "month",
  "3YR": "month",
  FV: "month",
  TY: "quarter",
  TN: "quarter",
  US: "quarter",
  UB: "quarter",
  ZT: "month",
  Z3N: "month",
  ZF: "month",
  ZN: "quarter",
  ZB: "quarter",
} as const;

/** A Treasury future: notes of 2, 3, 5 and 10 years, the ultra 10-year, the bond, the ultra bond. */
export type TreasuryFuture = keyof typeof CONTRACTS;
export const TREASURY_FUTURES = Object.keys(CONTRACTS) as readonly TreasuryFuture[];

/** Growth over half a year at the notional coupon of 6%. */
const GROWTH = 1.03;

/**
 * The factor by which an invoice turns a Treasury future's price into that of a note or bond: its price
 * per 1 of face value at a yield of 6% on the first day of the delivery month, with the time to maturity
 * rounded down to months (notes of 2, 3 and 5 years) or quarters. Whether the bond can be delivered is
 * not judged.
 *
 * @param coupon - Coupon a year, decimal.
 * @param maturity - The maturity.
 * @param delivery - Year and month of delivery; month 3, 6, 9 or 12.
 * @param contract - The future.
 * @returns The factor, rounded to four decimals as the exchange does.
 * @throws CalcError `invalid` when the month has no contract, or the bond matures before it.
 * @see CME Group, Calculating U.S. Treasury Futures Conversion Factors
 *
 * @example
 * // The exchange's example of a 10-year note: 3¾% of November 2018 in December 2008.
 * conversionFactor(rate(0.0375), serialOf(2018, 11, 15), { year: 2008, month: 12 }, "TY"); // => 0.8357
 */
export function conversionFactor(
  coupon: Rate,
  maturity: DaySerial,
  delivery: { readonly year: number; readonly month: number },
  contract: TreasuryFuture,
): number {
  if (delivery.month % 3 !== 0) {
    throw invalid(
      `deliveryMonth is in month ${delivery.month}; it must be March, June, September or December`,
    );
  }
  const { year, month } = calendarDay(maturity);
  const months = 12 * (year - delivery.year) + month - delivery.month;
  if (months < 1) {
    const inMonth = `${delivery.year}-${String(delivery.month).padStart(2, "0")}`;
    throw invalid(
      `maturity is ${isoFromSerial(maturity)}; it must be after the delivery month, ${inMonth}`,
    );
  }
  const rounded = CONTRACTS[contract] === "month" ? months : months - (months % 3);
  // The exchange's n, z and v: whole years, the months beyond them, and the months to the first coupon.
  const [years, beyond] = [Math.floor(rounded / 12), rounded % 12];
  const toCoupon = beyond < 7 ? beyond : beyond - 6;
  const halfYears = beyond < 7 ? 2 * years : 2 * years + 1;
  const redeemed = GROWTH ** -halfYears;
  const onCouponDay = coupon / 2 + redeemed + (coupon / 0.06) * (1 - redeemed);
  const factor = onCouponDay * GROWTH ** (-toCoupon / 6) - ((coupon / 2) * (6 - toCoupon)) / 6;
  return Math.round(factor * 10_000) / 10_000;
}
