import type { DiscountCurve } from "../curve/discountCurve";
import { BoundedCache } from "../numeric/boundedCache";
import { rateLoading, shortRateVariance, type HullWhite } from "./hullWhite";
import { lattice, rollForward, rootPrices, type Lattice } from "./lattice";

const { exp } = Math;

/** Months a year, and the tenors in months whose zero yields make the mortgage rate. */
const YEAR = 12;
const LONG = 120;
const SHORT = 24;

/** Standard deviations that a month's nodes reach: what lies beyond moves no spread by 1e-4 bp. */
const REACH = 3.5;

/**
 * The short rate month by month: what depends on the model and on no curve. A state is a deviation of
 * the short rate as the lattice has it; paths use the same.
 */
export interface MonthlyRates {
  readonly model: HullWhite;
  readonly lattice: Lattice;
  /** By month, what convexity adds to the 10-year zero yield where the deviation is 0, decimal. */
  readonly longConvexity: Float64Array;
  /** The same for the 2-year zero yield. */
  readonly shortConvexity: Float64Array;
  /** How much of a deviation goes into the 10-year and into the 2-year zero yield. */
  readonly longSlope: number;
  readonly shortSlope: number;
}

const made = new BoundedCache<MonthlyRates>(8);

/**
 * Months of the lattice for a pool: one serves all pools of up to thirty years.
 *
 * @param months - How many are wanted, at most 480.
 * @returns Months of the lattice.
 *
 * @example
 * [12, 360, 361].map(latticeMonths); // => [360, 360, 480]
 */
export const latticeMonths = (months: number): number => (months <= 360 ? 360 : 480);

/**
 * The monthly short rate of a model; made once for each model.
 *
 * @param model - The model.
 * @param months - How many are wanted.
 * @returns At least so many months.
 *
 * @example
 * monthlyRates({ meanReversion: 0.03, volatility: 0.0085 }, 357).lattice.times.length; // => 361
 */
export function monthlyRates(model: HullWhite, months: number): MonthlyRates {
  const horizon = latticeMonths(months);
  const key = `${model.volatility} ${model.meanReversion} ${horizon}`;
  return made.get(key, () => makeMonthlyRates(model, horizon));
}

function makeMonthlyRates(model: HullWhite, horizon: number): MonthlyRates {
  const times = Float64Array.from({ length: horizon + 1 }, (_, k) => k / YEAR);
  const it = lattice(model, times, REACH);
  return {
    model,
    lattice: it,
    longConvexity: yieldConvexity(model, times, LONG / YEAR),
    shortConvexity: yieldConvexity(model, times, SHORT / YEAR),
    longSlope: rateLoading(model.meanReversion, LONG / YEAR) / (LONG / YEAR),
    shortSlope: rateLoading(model.meanReversion, SHORT / YEAR) / (SHORT / YEAR),
  };
}

/**
 * The zero yield of a tenor at deviation 0 less the forward yield, by time. The model's price of a
 * zero-bond has the convexity ½ B² Var and the drift ½ B σ² B(t)²; the lattice's deviations lie above
 * the model's by what its steps leave out.
 */
function yieldConvexity(model: HullWhite, times: Float64Array, tenor: number): Float64Array {
  const { volatility, meanReversion } = model;
  const loading = rateLoading(meanReversion, tenor);
  const step = 1 / YEAR;
  const stepLoading = rateLoading(meanReversion, step);
  // Covariance of a step's integral with the deviation at its end, in which steps leave it out.
  const left = (volatility * stepLoading) ** 2 / 2;
  const keeps = exp(-meanReversion * step);
  let shift = 0;
  return times.map((time) => {
    const drift = (volatility * rateLoading(meanReversion, time)) ** 2 / 2;
    const convexity = (loading * shortRateVariance(model, time)) / 2;
    const added = (loading / tenor) * (drift + convexity - shift);
    shift = shift * keeps + left;
    return added;
  });
}

/** What a new mortgage costs: a mix of zero yields and a spread that fades to a long-run one. */
export interface MortgageRateRule {
  /** Today's over the mix, decimal: primary–secondary spread, guarantee fee and servicing. */
  readonly rateSpread: number;
  /** What it fades to, decimal. */
  readonly longRunSpread: number;
  /** Years in which half of the difference is gone; infinite where it stays. */
  readonly spreadHalfLife: number;
  /** Weight of the 2-year zero yield beside the 10-year one, 0 to 1. */
  readonly weight2y: number;
}

/** Mortgage rates at any state: level by month + slope × deviation. */
export interface MortgageRates {
  /** At deviation 0, by month from today, decimal. */
  readonly level: Float64Array;
  readonly slope: number;
}

/**
 * Mortgage rates in the model: continuous zero yields of 10 and of 2 years at each state, in closed
 * form, and a spread, which is a function of the month alone: long-run + (today's − long-run) ·
 * 2^(−years / half-life). Beyond the curve's last tenor its last forward holds.
 *
 * @param rates - The monthly short rate.
 * @param curve - Today's curve.
 * @param rule - How they become a mortgage rate.
 * @param months - How many months are wanted.
 * @returns The rates at the beginning of each month.
 *
 * @example
 * const flat = { times: Float64Array.of(0, 30), exponents: Float64Array.of(0, 1.2) };
 * const still = monthlyRates({ meanReversion: 0.03, volatility: 0 }, 360);
 * const rule = { rateSpread: 0.025, longRunSpread: 0.019, spreadHalfLife: 2, weight2y: 0 };
 * [0, 24, 48].map((k) => mortgageRates(still, flat, rule, 360).level[k].toFixed(6)); // => ["0.065000", "0.062000", "0.060500"]
 */
export function mortgageRates(
  rates: MonthlyRates,
  curve: DiscountCurve,
  { rateSpread, longRunSpread, spreadHalfLife, weight2y }: MortgageRateRule,
  months: number,
): MortgageRates {
  const exponents = exponentsFrom(curve, 0, months + LONG);
  const { longConvexity, shortConvexity, longSlope, shortSlope } = rates;
  const level = new Float64Array(months);
  const keeps = 2 ** (-1 / (YEAR * spreadHalfLife));
  let above = rateSpread - longRunSpread;
  for (let k = 0; k < months; k++) {
    const now = exponents[k] as number;
    const long = ((exponents[k + LONG] as number) - now) * (YEAR / LONG);
    const short = ((exponents[k + SHORT] as number) - now) * (YEAR / SHORT);
    level[k] =
      longRunSpread +
      above +
      (1 - weight2y) * (long + (longConvexity[k] as number)) +
      weight2y * (short + (shortConvexity[k] as number));
    above *= keeps;
  }
  return { level, slope: (1 - weight2y) * longSlope + weight2y * shortSlope };
}

/**
 * −ln of the discount factors every month.
 *
 * @param curve - The curve.
 * @param first - Years to the first, 0 or more.
 * @param count - How many.
 * @returns The exponents at `first`, `first` + 1/12, …
 *
 * @example
 * const flat = { times: Float64Array.of(0, 30), exponents: Float64Array.of(0, 1.2) };
 * exponentsFrom(flat, 0.05, 13)[12].toFixed(6); // => "0.042000"
 */
export function exponentsFrom(curve: DiscountCurve, first: number, count: number): Float64Array {
  const { times, exponents } = curve;
  const last = times.length - 1;
  const found = new Float64Array(count);
  let end = 1;
  for (let k = 0; k < count; k++) {
    const time = first + k / YEAR;
    while (end < last && time > (times[end] as number)) end++;
    const from = times[end - 1] as number;
    const start = exponents[end - 1] as number;
    const slope = ((exponents[end] as number) - start) / ((times[end] as number) - from);
    found[k] = start + slope * (time - from);
  }
  return found;
}

/** How payments that come some time after a month begins are discounted, the curve left out. */
export interface PaymentWeights {
  /** By node: of a payment that is made there. */
  readonly byNode: Float64Array;
  /** By month: the mean over the states' prices, which the curve's discount factor takes the place of. */
  readonly mean: Float64Array;
}

const weightsMade = new BoundedCache<PaymentWeights>(8);

/**
 * Discounting of payments that depend on the state when a month begins and are made some time later,
 * at the zero-bond's price of that state.
 *
 * @param rates - The monthly short rate.
 * @param wait - Years from the beginning of the month to its payment, above 0.
 * @returns Weights of nodes and their means.
 *
 * @example
 * const still = monthlyRates({ meanReversion: 0.03, volatility: 0 }, 360);
 * paymentWeights(still, 0.15).mean[7]; // => 1
 */
export function paymentWeights(rates: MonthlyRates, wait: number): PaymentWeights {
  const { model, lattice: it } = rates;
  const months = it.times.length - 1;
  const key = `${model.volatility} ${model.meanReversion} ${months} ${wait}`;
  return weightsMade.get(key, () => {
    const loading = rateLoading(model.meanReversion, wait);
    const byNode = it.deviations.map((deviation) => exp(-loading * deviation));
    const mean = new Float64Array(months);
    let now = rootPrices(it);
    let next: Float64Array = new Float64Array(now.length);
    for (let k = 0; k < months; k++) {
      mean[k] = weighted(now, byNode, it.lowest[k] as number, it.highest[k] as number);
      rollForward(it, k, 1, now, next);
      [now, next] = [next, now];
    }
    return { byNode, mean };
  });
}

/** Sum of prices times weights from a first node to a last one. */
function weighted(
  prices: Float64Array,
  weights: Float64Array,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (let j = first; j <= last; j++) sum += (prices[j] as number) * (weights[j] as number);
  return sum;
}
