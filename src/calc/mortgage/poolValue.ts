import { CalcError, invalid } from "../errors";
import type { Speed } from "../prepayment/speed";
import { price, rate, years, type Price, type Rate, type Years } from "../units";
import { BalanceSums } from "./balanceSums";
import { bondEquivalent, type MortgageYieldBasis } from "./currentCoupon";
import type { Pool } from "./pool";
import { poolPayments } from "./poolPayments";
import { accruedOf, firstTimeOf, type PoolAtSpeed } from "./poolTiming";

const { abs, exp, expm1, log, log1p } = Math;

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
  const sums = sumsOf(atSpeed);
  sums.fill(force);
  return price(sums.value - accruedOf(atSpeed));
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
  const dirty = clean + accruedOf(atSpeed);
  if (!(dirty > 0)) throw invalid(`price is ${clean}; it must be a price above 0`);
  const target = log(dirty);
  const sums = sumsOf(atSpeed);
  let force = log1p(atSpeed.pool.coupon / 2);
  for (let step = 0; step < MOST_STEPS; step++) {
    sums.fill(force);
    // d ln PV / d force = −2 × mean time.
    const move = ((log(sums.value) - target) * sums.value) / (2 * sums.time);
    force += move;
    if (abs(move) < LAST_STEP) {
      const yld = rate(2 * expm1(force));
      return basis === "BEY" ? yld : mortgageYield(yld);
    }
  }
  throw new CalcError("unsolved", `no yield explains a price of ${clean}`);
}

/** The present value of payments at a force ln(1 + y/2), and the sum of their times by their parts of it. */
interface PaymentSums {
  value: number;
  time: number;
  fill: (force: number) => void;
}

/** What is paid, ready to be discounted. */
function sumsOf(atSpeed: PoolAtSpeed): PaymentSums {
  if ((atSpeed.timing.settlement ?? null) !== null) return new DatedSums(atSpeed);
  monthly.start(atSpeed);
  return monthly;
}

/**
 * Payments a month apart, from the balances: a payment is B_(k−1) (1 + c) − B_k, so that
 * Σ P_k q^k = ((1 + c) q − 1) Σ B_k q^k + B_0, k from 1.
 */
class MonthlySums implements PaymentSums {
  value = 0;
  time = 0;
  private readonly balances = new BalanceSums();
  private income = 1;
  private firstTime = 0;

  start({ pool, speed, timing }: PoolAtSpeed): void {
    this.firstTime = firstTimeOf(timing);
    this.balances.start(pool, speed);
    this.income = 1 + pool.coupon / 12;
  }

  fill(force: number): void {
    const { balances, income, firstTime } = this;
    const q = exp(-force / 6);
    balances.fill(q);
    const spread = income * q - 1;
    const atFirst = (spread * balances.value + 100) / q;
    const months = income * balances.value + spread * balances.slope - atFirst;
    const wait = exp(-2 * firstTime * force);
    this.value = atFirst * wait;
    this.time = (firstTime * atFirst + months / 12) * wait;
  }
}

/** Payments on business days: each at its own time. */
class DatedSums implements PaymentSums {
  value = 0;
  time = 0;
  private readonly paid: Float64Array;
  private readonly times: Float64Array;

  constructor(atSpeed: PoolAtSpeed) {
    ({ paid: this.paid, times: this.times } = poolPayments(atSpeed));
  }

  fill(force: number): void {
    let [value, moment] = [0, 0];
    for (let k = 0; k < this.paid.length; k++) {
      const time = this.times[k] as number;
      const worth = (this.paid[k] as number) * exp(-2 * time * force);
      value += worth;
      moment += time * worth;
    }
    [this.value, this.time] = [value, moment];
  }
}

/** Made once: each function below starts them again, and none calls another. */
const monthly = new MonthlySums();
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
