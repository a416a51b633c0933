import { CalcError, invalid } from "../errors";
import type { Speed } from "../prepayment/speed";
import { price, rate, years, type Price, type Rate, type Years } from "../units";
import { poolFlows, type PoolFlows } from "./cashFlows";
import { BalanceSums, hasClosedForm } from "./constantSpeed";
import { bondEquivalent, type MortgageYieldBasis } from "./currentCoupon";
import type { Pool } from "./pool";

const { abs, exp, expm1, log, log1p } = Math;

/** When a pool's payments come. */
export interface PoolTiming {
  /** Actual payment delay in days: UMBS 24, Ginnie Mae I 14, II 19. */
  readonly delayDays: number;
  /** Days of interest that have accrued at settlement, 0 to 29 of a month of 30. */
  readonly accruedDays: number;
}

/** A pool at a speed. */
export interface PoolAtSpeed {
  readonly pool: Pool;
  readonly speed: Speed;
  readonly timing: PoolTiming;
}

/** What a pool pays. */
export interface PoolPayments {
  /** Interest and principal of each month per 100 of balance. */
  readonly paid: Float64Array;
  /** Principal alone. */
  readonly principal: Float64Array;
  /** Years from settlement, of 360 days, delay included. */
  readonly times: Float64Array;
}

/**
 * Time of a pool's first payment.
 *
 * @param timing - Delay and accrued days.
 * @returns Years of 360 days from settlement.
 * @throws CalcError `invalid` when it would lie before settlement.
 *
 * @example
 * firstTimeOf({ delayDays: 24, accruedDays: 0 }).toFixed(4); // => "0.1500"
 */
export function firstTimeOf({ delayDays, accruedDays }: PoolTiming): Years {
  const time = 1 / 12 + (delayDays - accruedDays) / 360;
  if (time > 0) return years(time);
  throw invalid(
    `accruedDays is ${accruedDays} with a delay of ${delayDays} days; a first payment after settlement was expected`,
  );
}

/**
 * What a pool pays at a speed, per 100 of balance.
 *
 * @param it - The pool at a speed.
 * @returns Payments month by month; payment k comes at k/12 + delay/360 − accrued/360 years.
 * @throws CalcError `invalid` when the first payment would lie before settlement.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * poolPayments({ pool, speed: { kind: "cpr", cpr: rate(0) }, timing: { delayDays: 24, accruedDays: 0 } }).times.length; // => 357
 */
export function poolPayments({ pool, speed, timing }: PoolAtSpeed): PoolPayments {
  const first = firstTimeOf(timing);
  const { interest, scheduled, prepaid } = poolFlows(pool, speed);
  const principal = scheduled.map((it, k) => it + (prepaid[k] as number));
  const paid = principal.map((it, k) => it + (interest[k] as number));
  return { paid, principal, times: paid.map((_, k) => first + k / 12) };
}

/**
 * Interest accrued at settlement, by 30/360.
 *
 * @param it - The pool.
 * @returns Per 100 of balance.
 *
 * @example
 * accruedOf({ pool: { coupon: rate(0.06) }, timing: { delayDays: 24, accruedDays: 12 } }).toFixed(4); // => "0.2000"
 */
export function accruedOf({ pool, timing }: Pick<PoolAtSpeed, "pool" | "timing">): number {
  return (100 * pool.coupon * timing.accruedDays) / 360;
}

/** A yield in the basis asked for as a bond-equivalent one. */
const toBondEquivalent = (yld: Rate, basis: MortgageYieldBasis): Rate =>
  basis === "BEY" ? yld : bondEquivalent(yld);

/**
 * A bond-equivalent yield as twelve times the yield a month.
 *
 * @param yld - Twice the yield a half-year, decimal.
 * @returns The mortgage yield, decimal.
 *
 * @example
 * (100 * mortgageYield(rate(0.0503))).toFixed(2); // => "4.98"
 */
export function mortgageYield(yld: Rate): Rate {
  return rate(12 * expm1(log1p(yld / 2) / 6));
}

/**
 * Clean price of a pool at a yield.
 *
 * @param it - The pool at a speed.
 * @param yld - Yield, decimal, above −200%.
 * @param basis - Bond-equivalent, or a mortgage yield.
 * @returns Per 100 of balance.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * poolPrice({ pool, speed: { kind: "cpr", cpr: rate(0.06) }, timing: { delayDays: 24, accruedDays: 0 } }, rate(0.0503)).toFixed(3); // => "99.829"
 */
export function poolPrice(it: PoolAtSpeed, yld: Rate, basis: MortgageYieldBasis = "BEY"): Price {
  const force = log1p(toBondEquivalent(yld, basis) / 2);
  const sums = paymentSums(it);
  sums.fill(exp(-force / 6));
  return price(sums.value * exp(-2 * firstTimeOf(it.timing) * force) - accruedOf(it));
}

const MOST_STEPS = 100;
const LAST_STEP = 1e-9;

/**
 * Yield of a pool at a clean price: the inverse of `poolPrice`.
 *
 * @param it - The pool at a speed.
 * @param clean - Per 100 of balance.
 * @param basis - Bond-equivalent, or a mortgage yield.
 * @returns Decimal a year.
 * @throws CalcError `unsolved` when no yield explains the price.
 *
 * @example
 * // SIFMA, SF-50: a new GNMA I 9% at par, 150 PSA
 * const pool = { coupon: rate(0.09), wac: rate(0.095), wam: 360, age: 0 };
 * (100 * poolYield({ pool, speed: { kind: "psa", percent: 150 }, timing: { delayDays: 14, accruedDays: 0 } }, price(100))).toFixed(5); // => "9.10675"
 */
export function poolYield(it: PoolAtSpeed, clean: Price, basis: MortgageYieldBasis = "BEY"): Rate {
  const firstTime = firstTimeOf(it.timing);
  const dirty = clean + accruedOf(it);
  if (!(dirty > 0)) throw invalid(`price is ${clean}; a price above 0 was expected`);
  const target = log(dirty);
  const sums = paymentSums(it);
  let force = log1p(it.pool.coupon / 2);
  for (let step = 0; step < MOST_STEPS; step++) {
    sums.fill(exp(-force / 6));
    // d ln PV / d force = −2 × mean time; payment k comes k/12 years after the first.
    const slope = 2 * firstTime + sums.months / sums.value / 6;
    const move = (log(sums.value) - 2 * firstTime * force - target) / slope;
    force += move;
    if (abs(move) < LAST_STEP) {
      const yld = rate(2 * expm1(force));
      return basis === "BEY" ? yld : mortgageYield(yld);
    }
  }
  throw new CalcError("unsolved", `no yield explains a price of ${clean}`);
}

/** Present value of payments k = 0, 1, … months after the first, and Σ k × its part of each. */
interface PaymentSums {
  value: number;
  months: number;
  fill(q: number): void;
}

const paymentSums = (it: PoolAtSpeed): PaymentSums =>
  hasClosedForm(it.pool, it.speed)
    ? new ClosedSums(it)
    : new AddedSums(poolFlows(it.pool, it.speed));

/** By the closed form of the balances: Σ P_k q^k = ((1 + c) q − 1) Σ B_k q^k + B_0, k from 1. */
class ClosedSums implements PaymentSums {
  value = 0;
  months = 0;
  private readonly balances = new BalanceSums();
  constructor(private readonly it: PoolAtSpeed) {}

  fill(q: number): void {
    const { pool, speed } = this.it;
    this.balances.fill(pool, speed, q);
    const income = 1 + pool.coupon / 12;
    const spread = income * q - 1;
    const sum = spread * this.balances.value + 100;
    const slope = income * this.balances.value + spread * this.balances.slope;
    // The first payment is not discounted here.
    this.value = sum / q;
    this.months = slope - this.value;
  }
}

/** By adding up, for speeds that change from month to month. */
class AddedSums implements PaymentSums {
  value = 0;
  months = 0;
  constructor(private readonly flows: PoolFlows) {}

  fill(q: number): void {
    const { interest, scheduled, prepaid } = this.flows;
    let [value, months] = [0, 0];
    for (let k = interest.length - 1; k >= 0; k--) {
      months = (months + value) * q;
      value =
        value * q + (interest[k] as number) + (scheduled[k] as number) + (prepaid[k] as number);
    }
    this.value = value;
    this.months = months;
  }
}

/** Static measures of a pool at one speed. */
export interface PoolStatic {
  readonly yield: Rate;
  readonly mortgageYield: Rate;
  /** Average life of principal from settlement, delay included. */
  readonly wal: Years;
  readonly macaulay: Years;
  readonly modified: Years;
  /** Years². */
  readonly convexity: number;
  /** First and last month in which principal is paid. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly accrued: number;
}

/**
 * Static measures of a pool at a clean price: the speed does not respond to rates.
 *
 * @param it - The pool at a speed.
 * @param clean - Per 100 of balance.
 * @returns The measures; durations and convexity are those of the bond-equivalent yield (SIFMA).
 * @throws CalcError `unsolved` when no yield explains the price.
 *
 * @example
 * const pool = { coupon: rate(0.09), wac: rate(0.095), wam: 360, age: 0 };
 * poolStatic({ pool, speed: { kind: "psa", percent: 150 }, timing: { delayDays: 14, accruedDays: 0 } }, price(100)).modified.toFixed(5); // => "5.48186"
 */
export function poolStatic(it: PoolAtSpeed, clean: Price): PoolStatic {
  const yld = poolYield(it, clean);
  const force = log1p(yld / 2);
  let [value, first, second] = [0, 0, 0];
  let [repaid, life] = [0, 0];
  let [firstMonth, lastMonth] = [0, 0];
  const payments = poolPayments(it);
  payments.paid.forEach((paid, k) => {
    const time = payments.times[k] as number;
    const worth = paid * exp(-2 * time * force);
    value += worth;
    first += time * worth;
    second += time * (time + 0.5) * worth;
    const principal = payments.principal[k] as number;
    repaid += principal;
    life += time * principal;
    if (principal > SOME) {
      firstMonth ||= k + 1;
      lastMonth = k + 1;
    }
  });
  const growth = 1 + yld / 2;
  return {
    yield: yld,
    mortgageYield: mortgageYield(yld),
    wal: years(life / repaid),
    macaulay: years(first / value),
    modified: years(first / value / growth),
    convexity: second / value / growth ** 2,
    firstMonth,
    lastMonth,
    accrued: accruedOf(it),
  };
}

/** Less of 100 is a rounding of the last payments, not principal. */
const SOME = 1e-9;

/**
 * Average life of a pool's principal, without delay.
 *
 * @param pool - The pool.
 * @param speed - Its speed.
 * @returns Years: month k counts k/12.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * averageLife(pool, { kind: "cpr", cpr: rate(0.06) }).toFixed(2); // => "10.53"
 */
export function averageLife(pool: Pool, speed: Speed): Years {
  // Each month's balance is there for a twelfth of a year.
  if (hasClosedForm(pool, speed)) {
    const balances = new BalanceSums();
    balances.fill(pool, speed, 1);
    return years(balances.value / 1200);
  }
  const { opening } = poolFlows(pool, speed);
  return years(opening.reduce((sum, left) => sum + left, 0) / 1200);
}
