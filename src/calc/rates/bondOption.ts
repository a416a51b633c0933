import { CalcError, invalid } from "../errors";
import { black, type OptionType } from "./black";
import { rateLoading, shortRateVariance, type Discount, type HullWhite } from "./hullWhite";

/**
 * Value of a European option on a zero-bond.
 *
 * @param model - The model.
 * @param type - Call or put.
 * @param strike - Price of 1 of face value, above 0.
 * @param expiry - Years from today.
 * @param maturity - Years from today to the bond's maturity, `expiry` or later.
 * @param discount - Today's curve.
 * @returns Value of an option on 1 of face value.
 * @throws CalcError `invalid` when the strike is not above 0, or the days are out of order.
 * @see F. Jamshidian, "An exact bond option formula", Journal of Finance 44, 1989
 *
 * @example
 * const discount = (years) => Math.exp(-0.04 * years);
 * zeroBondOption({ meanReversion: 0.1, volatility: 0.015 }, "call", 0.794169, 1, 6, discount).toFixed(10); // => "0.0316556531"
 */
export function zeroBondOption(
  model: HullWhite,
  type: OptionType,
  strike: number,
  expiry: number,
  maturity: number,
  discount: Discount,
): number {
  requireExpiry(expiry, maturity);
  const toExpiry = discount(expiry);
  const deviation =
    rateLoading(model.meanReversion, maturity - expiry) *
    Math.sqrt(shortRateVariance(model, expiry));
  return toExpiry * black(type, discount(maturity) / toExpiry, strike, deviation);
}

/** What a bond pays after an option's expiry. */
export interface Payments {
  /** Years from today, rising. */
  readonly times: ArrayLike<number>;
  /** Amounts, 0 or more, some above 0. */
  readonly amounts: ArrayLike<number>;
}

/**
 * Value of a European option on a bond with coupons. At one short rate the bond costs just the
 * strike; every payment is above or below its own price there together with the bond, so that the
 * option is a sum of options on zero-bonds.
 *
 * @param model - The model.
 * @param type - Call or put.
 * @param strike - Price with accrued interest, in the unit of the amounts, above 0.
 * @param expiry - Years from today, before the first payment.
 * @param payments - What the bond pays after expiry.
 * @param discount - Today's curve.
 * @returns The option's value in the unit of the amounts.
 * @throws CalcError `invalid` when the strike is not above 0, a payment is below 0, or one comes
 *   before expiry; `unsolved` when no short rate makes the bond cost the strike.
 * @see F. Jamshidian, "An exact bond option formula", Journal of Finance 44, 1989
 *
 * @example
 * const model = { meanReversion: 0.1, volatility: 0.015 };
 * const discount = (years) => Math.exp(-0.04 * years);
 * const two = { times: [6, 6], amounts: [0.5, 0.5] };
 * bondOption(model, "call", 0.794169, 1, two, discount).toFixed(10); // => "0.0316556531"
 */
export function bondOption(
  model: HullWhite,
  type: OptionType,
  strike: number,
  expiry: number,
  { times, amounts }: Payments,
  discount: Discount,
): number {
  const toExpiry = discount(expiry);
  const variance = shortRateVariance(model, expiry);
  const forwards = new Float64Array(times.length);
  const loadings = new Float64Array(times.length);
  for (let k = 0; k < times.length; k++) {
    const [time, amount] = [times[k] as number, amounts[k] as number];
    requireExpiry(expiry, time);
    if (!(amount >= 0)) throw invalid(`payment ${k + 1} is ${amount}; it must be 0 or more`);
    const loading = rateLoading(model.meanReversion, time - expiry);
    loadings[k] = loading;
    // The price at expiry where the short rate is what its forward measure expects.
    forwards[k] = (discount(time) / toExpiry) * Math.exp((-loading * loading * variance) / 2);
  }
  const move = critical(strike, amounts, forwards, loadings);
  let value = 0;
  for (let k = 0; k < times.length; k++) {
    const amount = amounts[k] as number;
    if (amount === 0) continue;
    const own = (forwards[k] as number) * Math.exp(-(loadings[k] as number) * move);
    value += amount * zeroBondOption(model, type, own, expiry, times[k] as number, discount);
  }
  return value;
}

const MOST_STEPS = 100;

/** The move of the short rate at which the bond costs the strike, by Newton on the logarithm. */
function critical(
  strike: number,
  amounts: ArrayLike<number>,
  forwards: Float64Array,
  loadings: Float64Array,
): number {
  if (!(strike > 0)) throw invalid(`strike is ${strike}; it must be a number above 0`);
  let move = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let value = 0;
    let slope = 0;
    for (let k = 0; k < forwards.length; k++) {
      const loading = loadings[k] as number;
      const worth = (amounts[k] as number) * (forwards[k] as number) * Math.exp(-loading * move);
      value += worth;
      slope += worth * loading;
    }
    const error = Math.log(value / strike);
    move += (error * value) / slope;
    if (Math.abs(error) < 1e-14) return move;
    if (!Number.isFinite(move)) break;
  }
  throw new CalcError("unsolved", `no short rate makes the bond cost the strike of ${strike}`);
}

function requireExpiry(expiry: number, maturity: number): void {
  if (expiry >= 0 && expiry <= maturity) return;
  throw invalid(`expiry is after ${expiry} years; it must be 0 to ${maturity}, the payment's`);
}
