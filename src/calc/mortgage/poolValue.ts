import { CalcError, invalid } from "../errors";
import type { Speed } from "../prepayment/speed";
import { price, rate, years, type Price, type Rate, type Years } from "../units";
import { BalanceSums } from "./balanceSums";
import { bondEquivalent, type MortgageYieldBasis } from "./currentCoupon";
import type { Pool } from "./pool";

const { abs, exp, expm1, log, log1p } = Math;

/** Payment delay of UMBS pools in actual days. */
export const UMBS_DELAY = 24;

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
    `accruedDays is ${accruedDays} with a delay of ${delayDays} days; the first payment must come after settlement`,
  );
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
 * @param atSpeed - The pool at a speed.
 * @param yld - Yield, decimal, above −200%.
 * @param basis - Bond-equivalent, or a mortgage yield.
 * @returns Per 100 of balance.
 *
 * @example
 * const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
 * poolPrice({ pool, speed: { kind: "cpr", cpr: rate(0.06) }, timing: { delayDays: 24, accruedDays: 0 } }, rate(0.0503)).toFixed(3); // => "99.829"
 */
export function poolPrice(
  atSpeed: PoolAtSpeed,
  yld: Rate,
  basis: MortgageYieldBasis = "BEY",
): Price {
  const force = log1p(toBondEquivalent(yld, basis) / 2);
  payments.start(atSpeed);
  payments.fill(exp(-force / 6));
  return price(payments.value * exp(-2 * firstTimeOf(atSpeed.timing) * force) - accruedOf(atSpeed));
}

const MOST_STEPS = 100;
const LAST_STEP = 1e-9;

/**
 * Yield of a pool at a clean price: the inverse of `poolPrice`.
 *
 * @param atSpeed - The pool at a speed.
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
export function poolYield(
  atSpeed: PoolAtSpeed,
  clean: Price,
  basis: MortgageYieldBasis = "BEY",
): Rate {
  const firstTime = firstTimeOf(atSpeed.timing);
  const dirty = clean + accruedOf(atSpeed);
  if (!(dirty > 0)) throw invalid(`price is ${clean}; it must be a price above 0`);
  const target = log(dirty);
  payments.start(atSpeed);
  let force = log1p(atSpeed.pool.coupon / 2);
  for (let step = 0; step < MOST_STEPS; step++) {
    payments.fill(exp(-force / 6));
    // d ln PV / d force = −2 × mean time; payment k comes k/12 years after the first.
    const slope = 2 * firstTime + payments.months / payments.value / 6;
    const move = (log(payments.value) - 2 * firstTime * force - target) / slope;
    force += move;
    if (abs(move) < LAST_STEP) {
      const yld = rate(2 * expm1(force));
      return basis === "BEY" ? yld : mortgageYield(yld);
    }
  }
  throw new CalcError("unsolved", `no yield explains a price of ${clean}`);
}

/**
 * Present value of payments k = 0, 1, … months after the first, and Σ k × its part of each, from the
 * balances: a payment is B_(k−1) (1 + c) − B_k, so that Σ P_k q^k = ((1 + c) q − 1) Σ B_k q^k + B_0,
 * k from 1.
 */
class PaymentSums {
  value = 0;
  months = 0;
  private readonly balances = new BalanceSums();
  private income = 1;

  start({ pool, speed }: PoolAtSpeed): void {
    this.balances.start(pool, speed);
    this.income = 1 + pool.coupon / 12;
  }

  fill(q: number): void {
    const { balances, income } = this;
    balances.fill(q);
    const spread = income * q - 1;
    // The first payment is not discounted here.
    this.value = (spread * balances.value + 100) / q;
    this.months = income * balances.value + spread * balances.slope - this.value;
  }
}

/** Made once: each function below starts them again, and none calls another. */
const payments = new PaymentSums();
const balances = new BalanceSums();

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
  balances.start(pool, speed);
  balances.fill(1);
  return years(balances.value / 1200);
}
