import { bootstrapPar } from "../curve/bootstrap";
import type { DiscountCurve } from "../curve/discountCurve";
import { CalcError, invalid } from "../errors";
import { firstTimeOf } from "../mortgage/poolTiming";
import { exponentsFrom, monthlyRates, mortgageRates, paymentWeights } from "../rates/monthlyRates";
import { latticeFlows } from "./latticeFlows";
import { poolMonths, type PoolModel } from "./poolModel";

const { abs, exp, log } = Math;

/**
 * What a pool's payments are worth today, month by month, over all the states of rates: the vector
 * from which any spread gives a price, and any price a spread.
 */
export interface ProjectedFlows {
  /** Per 100 of balance, discounted on the curve; from month 1. */
  readonly worth: Float64Array;
  /** Years to the first payment; the others follow monthly. */
  readonly firstTime: number;
}

/**
 * Payments of a pool on the lattice of its short rate, discounted on the curve. With a volatility of 0
 * they are those along the forward path.
 *
 * @param model - The pool and its model.
 * @param curve - Discount factors; those of the model's par yields unless given.
 * @returns The discounted payments.
 * @throws CalcError `invalid` when no curve has the par yields, or the first payment would lie before
 *   settlement.
 */
export function projectedFlows(model: PoolModel, curve = bootstrapPar(model.par)): ProjectedFlows {
  const { pool, timing, shortRate, mortgageRate } = model;
  const rates = monthlyRates(shortRate, pool.wam);
  const firstTime = firstTimeOf(timing);
  const paid = latticeFlows(
    model,
    poolMonths(model),
    rates,
    mortgageRates(rates, curve, mortgageRate, pool.wam),
    paymentWeights(rates, firstTime),
  );
  return discountedFlows(paid, curve, firstTime);
}

/**
 * Expected payments, discounted on the curve.
 *
 * @param paid - By month, per unit of balance; the array is taken over.
 * @param curve - Discount factors.
 * @param firstTime - Years to the first payment.
 * @returns The payments per 100 of balance.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 30), exponents: Float64Array.of(0, 1.2) };
 * discountedFlows(Float64Array.of(0, 1), flat, 1 / 12).worth[1].toFixed(4); // => "99.3356"
 */
export function discountedFlows(
  paid: Float64Array,
  curve: DiscountCurve,
  firstTime: number,
): ProjectedFlows {
  const exponents = exponentsFrom(curve, firstTime, paid.length);
  for (let k = 0; k < paid.length; k++) {
    paid[k] = 100 * (paid[k] as number) * exp(-(exponents[k] as number));
  }
  return { worth: paid, firstTime };
}

/** Value at a spread, and Σ time × its part of each payment. */
interface SpreadValue {
  value: number;
  moment: number;
}

/**
 * Value of a pool's payments at a spread.
 *
 * @param flows - The payments.
 * @param spread - Over the curve, continuous, decimal.
 * @returns Per 100 of balance, with accrued interest; and its moment in years.
 *
 * @example
 * valueAtSpread({ worth: Float64Array.of(50, 50), firstTime: 1 / 12 }, 0.012).value.toFixed(4); // => "99.8501"
 */
export function valueAtSpread({ worth, firstTime }: ProjectedFlows, spread: number): SpreadValue {
  const monthly = exp(-spread / 12);
  let [value, months] = [0, 0];
  for (let k = worth.length - 1; k >= 0; k--) {
    months = (months + value) * monthly;
    value = value * monthly + (worth[k] as number);
  }
  const first = exp(-spread * firstTime);
  return { value: value * first, moment: (months / 12 + value * firstTime) * first };
}

/** Spreads outside are no answer but a slip in the price: ±5,000 bp. */
const MOST_SPREAD = 0.5;
const MOST_STEPS = 100;

/**
 * Spread at which a pool's payments are worth their price: the inverse of `valueAtSpread`.
 *
 * @param flows - The payments.
 * @param dirty - Price with accrued interest, per 100 of balance.
 * @returns Continuous, decimal.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 *
 * @example
 * spreadAtValue({ worth: Float64Array.of(50, 50), firstTime: 1 / 12 }, 50 * (Math.exp(-0.001) + Math.exp(-0.002))).toFixed(8); // => "0.01200000"
 */
export function spreadAtValue(flows: ProjectedFlows, dirty: number): number {
  if (!(dirty > 0))
    throw invalid(`price is ${dirty} with accrued interest; it must be more than 0`);
  const target = log(dirty);
  let spread = 0;
  // The logarithm of the value is convex in the spread and nearly a line.
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, moment } = valueAtSpread(flows, spread);
    const move = ((log(value) - target) * value) / moment;
    spread += move;
    if (!(abs(spread) < 2 * MOST_SPREAD)) break;
    if (abs(move) < 1e-14) break;
  }
  if (abs(spread) <= MOST_SPREAD) return spread;
  throw new CalcError(
    "invalid",
    `price is ${dirty} with accrued interest; it must be a price that a spread of at most ±5,000 bp explains`,
  );
}
