import { invalid } from "../errors";
import { zeroBondOption } from "./bondOption";
import type { Discount, HullWhite } from "./hullWhite";

/** A ceiling on a floating rate, or a floor under it. */
export type CapType = "cap" | "floor";

/** Interest periods that follow each other; each rate is fixed when its period begins and paid when it ends. */
export interface FloatingLeg {
  /** When the first period begins and then when each ends, in years from today. */
  readonly times: ArrayLike<number>;
  /** Years of interest of each period: one fewer than the times. */
  readonly accruals: ArrayLike<number>;
}

/**
 * Value of a cap or floor on one curve, exact in the model: a caplet is a put on the zero-bond of its
 * period, a floorlet a call.
 *
 * @param model - The model.
 * @param type - Cap or floor.
 * @param strike - The rate, decimal, simple over each period.
 * @param leg - The periods.
 * @param discount - Today's curve.
 * @returns Value on 1 of notional.
 * @throws CalcError `invalid` when the strike is −100% a period or less, or the times do not rise.
 *
 * @example
 * // A cap less a floor is the floating leg less the fixed one.
 * const model = { meanReversion: 0.03, volatility: 0.01 };
 * const discount = (years) => Math.exp(-0.04 * years);
 * const leg = { times: [1, 2, 3], accruals: [1, 1] };
 * const value = (type) => cap(model, type, 0.03, leg, discount);
 * const swap = discount(1) - discount(3) - 0.03 * (discount(2) + discount(3));
 * (value("cap") - value("floor")).toFixed(12); // => swap.toFixed(12)
 */
export function cap(
  model: HullWhite,
  type: CapType,
  strike: number,
  { times, accruals }: FloatingLeg,
  discount: Discount,
): number {
  const onBond = type === "cap" ? "put" : "call";
  let value = 0;
  for (let k = 0; k < accruals.length; k++) {
    const [begin, end] = [times[k] as number, times[k + 1] as number];
    const growth = 1 + strike * (accruals[k] as number);
    if (!(growth > 0)) throw invalid(`strike is ${strike}; it must be a rate above −100% a period`);
    value += growth * zeroBondOption(model, onBond, 1 / growth, begin, end, discount);
  }
  return value;
}
