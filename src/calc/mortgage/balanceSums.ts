import { monthsOfChange, smmAt } from "../prepayment/monthlySpeed";
import type { Speed } from "../prepayment/speed";
import { fillPoolFlows, roomForFlows } from "./cashFlows";
import { LONGEST_LOAN, type Pool } from "./pool";

const { abs, expm1, log, log1p, min } = Math;

/** Below a basis point the two sums of the closed form nearly cancel: balances are added instead. */
const LEAST_RATE = 1e-4;

/**
 * Σ B_k q^k over a pool's balances before each payment, k = 0 to wam − 1, and its derivative by q.
 *
 * While the speed changes balances are added. Once it is constant the rest has a closed form: with
 * the months N left, g = 1 + wac/12, H = g^N and the share σ that stays each month, the balance is
 *
 *   B_j = B_0 σ^j (H − g^j) / (H − 1)
 *
 * so that its sum is the difference of two geometric sums. Made once and used for pool after pool.
 */
export class BalanceSums {
  value = 0;
  slope = 0;
  private readonly flows = roomForFlows(LONGEST_LOAN);
  /** Balances that are added one by one, and months that have the closed form. */
  private added = 0;
  private constant = 0;
  /** Balance, (1 + i)^n − 1, ln g and ln σ where the closed form begins. */
  private left = 0;
  private paidUp = 0;
  private growth = 0;
  private stay = 0;
  private sum = 0;
  private moment = 0;

  /**
   * Takes a pool at a speed, 100 of it today.
   *
   * @param pool - The pool, checked.
   * @param speed - Its speed.
   */
  start(pool: Pool, speed: Speed): void {
    const { wac, wam, age } = pool;
    const changing = min(wam - 1, monthsOfChange(speed, age));
    const last = smmAt(speed, changing + 1, age);
    if (!(wac >= LEAST_RATE && last < 1)) {
      fillPoolFlows(this.flows, pool, speed, 100);
      [this.added, this.constant] = [wam, 0];
      return;
    }
    fillPoolFlows(this.flows, pool, speed, 100, changing + 1);
    this.added = changing;
    this.constant = wam - changing;
    this.left = this.flows.opening[changing] as number;
    this.growth = log1p(wac / 12);
    this.paidUp = expm1(this.constant * this.growth);
    this.stay = log1p(-last);
  }

  /**
   * Sums the balances.
   *
   * @param q - Discount factor of a month, above 0.
   */
  fill(q: number): void {
    let [value, slope] = [0, 0];
    if (this.constant > 0) {
      const force = this.stay + log(q);
      this.geometric(force);
      const [slow, slowMoment] = [this.sum, this.moment];
      this.geometric(force + this.growth);
      const scale = this.left / this.paidUp;
      value = scale * ((1 + this.paidUp) * slow - this.sum);
      slope = (scale * ((1 + this.paidUp) * slowMoment - this.moment)) / q;
    }
    const { opening } = this.flows;
    for (let k = this.added - 1; k >= 0; k--) {
      slope = slope * q + value;
      value = value * q + (opening[k] as number);
    }
    this.value = value;
    this.slope = slope;
  }

  /** Σ x^j and Σ j x^j over the constant months, x = e^force. */
  private geometric(force: number): void {
    const n = this.constant;
    const linear = (n * (n - 1)) / 2;
    if (force === 0) {
      [this.sum, this.moment] = [n, linear];
      return;
    }
    const over = expm1(force);
    const last = expm1(n * force);
    this.sum = last / over;
    // The closed moment loses digits where x is nearly 1; its first two terms have them.
    this.moment =
      abs(force) < 1e-6
        ? linear * (1 + ((2 * n - 1) / 3) * force)
        : (n * (1 + last) - (1 + over) * this.sum) / over;
  }
}
