import { invalid } from "../errors";
import { rate, type Price, type Rate } from "../units";

/** One holding period of a bond or a mortgage pool; amounts per 100 of face value at its start. */
export interface HoldingPeriod {
  /** Clean price at the start. */
  readonly startPrice: Price;
  /** Clean price at the end. */
  readonly endPrice: Price;
  /** Coupon interest received during the period, per 100. */
  readonly income: number;
  /** Accrued interest at the start, per 100. */
  readonly startAccrued: number;
  /** Accrued interest at the end, per 100 of the face value then outstanding. */
  readonly endAccrued: number;
  /** Share of the face value repaid at par during the period, 0 to 1. */
  readonly paydown: Rate;
}

/** A total return and where it came from; `total` is the sum of the other three. */
export interface TotalReturn {
  readonly price: Rate;
  readonly coupon: Rate;
  readonly paydown: Rate;
  readonly total: Rate;
}

/**
 * Realised total return of one holding period, split by source.
 *
 * With the share π repaid at par: ((1 − π)(P₁ + AI₁) + 100π + C) / (P₀ + AI₀) − 1. A paydown
 * above par costs: its part is negative at a premium. Nothing is reinvested within the period.
 *
 * @param period - Prices and amounts per 100 of face value; paydown a fraction of it.
 * @returns Returns of the period as decimals, not annualised.
 * @throws CalcError `invalid` when the paydown is not within 0..1 or nothing was paid at the start.
 * @see "Lehman MBS index returns", Journal of Fixed Income 8(4), 1999 (now the Bloomberg index)
 *
 * @example
 * totalReturn({ startPrice: price(98), endPrice: price(98.6), income: 0.375, startAccrued: 0, endAccrued: 0, paydown: rate(0.0075) }).total.toFixed(5); // => "0.01006"
 */
export function totalReturn(period: HoldingPeriod): TotalReturn {
  const { startPrice, endPrice, income, startAccrued, endAccrued, paydown } = period;
  if (!(paydown >= 0 && paydown <= 1)) {
    throw invalid(`paydown is ${paydown}; it must be a fraction of the face value, 0 to 1`);
  }
  const paid = startPrice + startAccrued;
  if (!(paid > 0)) {
    throw invalid(
      `startAccrued is ${startAccrued}; with a startPrice of ${startPrice} nothing would have been paid`,
    );
  }
  const fromPrice = ((1 - paydown) * (endPrice - startPrice)) / paid;
  const fromCoupon = (income + (1 - paydown) * endAccrued - startAccrued) / paid;
  const fromPaydown = (paydown * (100 - startPrice)) / paid;
  return {
    price: rate(fromPrice),
    coupon: rate(fromCoupon),
    paydown: rate(fromPaydown),
    total: rate(fromPrice + fromCoupon + fromPaydown),
  };
}
