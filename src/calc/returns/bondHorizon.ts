import { invalid } from "../errors";
import { rate, type Rate, type Years } from "../units";

/** A semiannual bond that is held for a while. */
export interface BondHolding {
  /** Yield today, decimal. */
  readonly yld: Rate;
  /** Coupon a year, decimal. */
  readonly coupon: Rate;
  /** Maturity in years, a multiple of ½. */
  readonly years: Years;
  /** Holding period in years, a multiple of ½, not beyond maturity. */
  readonly horizon: Years;
  /** Yield at the horizon, decimal. */
  readonly exitYield: Rate;
  /** Rate at which coupons earn simple interest until the horizon; null: the yield today. */
  readonly reinvestment: Rate | null;
}

/**
 * Return of a semiannual bond over a horizon, exactly: bought and sold on coupon dates at its
 * yields, coupons reinvested at simple interest.
 *
 * @param holding - The bond and the holding.
 * @returns Return over the horizon, decimal, not annualised.
 * @throws CalcError `invalid` when maturity or horizon is no multiple of half a year, or the horizon
 *   lies beyond maturity.
 *
 * @example
 * const held = { yld: rate(0.0459), coupon: rate(0.045), years: years(6.5), horizon: years(1), exitYield: rate(0.0449), reinvestment: rate(0.036) };
 * bondHorizon(held).toFixed(5); // => "0.05115"
 */
export function bondHorizon(holding: BondHolding): Rate {
  const periods = halfYears(holding.years, "years");
  const held = halfYears(holding.horizon, "horizon");
  if (held > periods) {
    throw invalid(
      `horizon is ${holding.horizon}; it must be at most the maturity of ${holding.years} years`,
    );
  }
  const coupon = 50 * holding.coupon;
  const reinvestment = holding.reinvestment ?? holding.yld;
  // Coupon k is paid held − k periods before the horizon.
  const interest = ((held * (held - 1)) / 2) * (reinvestment / 2);
  const income = coupon * (held + interest);
  const end = priceOnCouponDate(coupon, holding.exitYield, periods - held);
  return rate((end + income) / priceOnCouponDate(coupon, holding.yld, periods) - 1);
}

function halfYears(value: number, name: string): number {
  const periods = Math.round(2 * value);
  if (!(periods >= 1) || Math.abs(2 * value - periods) > 1e-9) {
    throw invalid(`${name} is ${value}; it must be a multiple of 0.5 years`);
  }
  return periods;
}

function priceOnCouponDate(coupon: number, yld: Rate, periods: number): number {
  const factor = (1 + yld / 2) ** -periods;
  const annuity = yld === 0 ? periods : (1 - factor) / (yld / 2);
  return coupon * annuity + 100 * factor;
}
