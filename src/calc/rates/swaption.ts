import { invalid } from "../errors";
import { bondOption } from "./bondOption";
import type { Discount, HullWhite } from "./hullWhite";

/** Whose right it is to pay the fixed rate, or to receive it. */
export type SwaptionType = "payer" | "receiver";

/** The fixed leg of a swap. */
export interface FixedLeg {
  /** Payment times in years from today, rising. */
  readonly times: ArrayLike<number>;
  /** Years of interest that each payment is for. */
  readonly accruals: ArrayLike<number>;
}

/**
 * Value of a European swaption on one curve, exact in the model: the swap begins on the day of
 * expiry, where its floating leg is worth par, so a payer swaption is a put on the fixed leg with
 * its principal, struck at par.
 *
 * @param model - The model.
 * @param type - Payer or receiver.
 * @param strike - The fixed rate, decimal, 0 or more.
 * @param expiry - Years from today.
 * @param leg - The fixed leg.
 * @param discount - Today's curve.
 * @returns Value on 1 of notional.
 * @throws CalcError `invalid` when the strike is below 0, or a payment comes before expiry.
 * @see F. Jamshidian, "An exact bond option formula", Journal of Finance 44, 1989
 *
 * @example
 * // At the money a payer is worth as much as a receiver.
 * const model = { meanReversion: 0.03, volatility: 0.01 };
 * const discount = (years) => Math.exp(-0.04 * years);
 * const leg = { times: [2, 3], accruals: [1, 1] };
 * const par = Math.expm1(0.04);
 * const receiver = swaption(model, "receiver", par, 1, leg, discount);
 * swaption(model, "payer", par, 1, leg, discount).toFixed(12); // => receiver.toFixed(12)
 */
export function swaption(
  model: HullWhite,
  type: SwaptionType,
  strike: number,
  expiry: number,
  { times, accruals }: FixedLeg,
  discount: Discount,
): number {
  if (!(strike >= 0)) throw invalid(`strike is ${strike}; it must be a rate of 0 or more`);
  const amounts = Float64Array.from(accruals, (accrual) => strike * accrual);
  amounts[amounts.length - 1] = (amounts.at(-1) as number) + 1;
  const onBond = type === "payer" ? "put" : "call";
  return bondOption(model, onBond, 1, expiry, { times, amounts }, discount);
}
