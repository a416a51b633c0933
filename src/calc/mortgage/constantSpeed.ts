import { cprAt, monthsOfChange, smmAt } from "../prepayment/monthlySpeed";
import type { Speed } from "../prepayment/speed";
import type { Pool } from "./pool";

const { abs, exp, expm1, log, log1p, min } = Math;

/*
 * Sums over a pool's balances in closed form. After a ramp a speed is constant; with the months
 * N left, g = 1 + wac/12, H = g^N and the share σ that stays each month, the balance is
 *
 *   B_j = B_0 σ^j (H − g^j) / (H − 1)
 *
 * so that Σ B_j q^j is the difference of two geometric sums. Month k's payment is
 * B_(k−1) (1 + c) − B_k, and the payments' present value follows from the balances':
 *
 *   Σ P_k q^k = ((1 + c) q − 1) Σ B_k q^k + B_0
 */

/**
 * Whether a pool's balances at a speed have the closed form.
 *
 * @param pool - The pool.
 * @param speed - Its speed.
 * @returns True where loans bear interest and the speed it ends with leaves something.
 *
 * @example
 * hasClosedForm({ wac: 0.06, wam: 300, age: 0 }, { kind: "psa", percent: 150 }); // => true
 */
export function hasClosedForm(pool: Pool, speed: Speed): boolean {
  return pool.wac > 0 && smmAt(speed, monthsOfChange(speed, pool.age) + 1, pool.age) < 1;
}

/** Σ B_k q^k over the balances before each payment, k = 0.. wam − 1, and its derivative by q. */
export class BalanceSums {
  value = 0;
  slope = 0;

  /**
   * Sums a pool's balances, 100 today.
   *
   * @param pool - The pool; wac above 0.
   * @param speed - Its speed.
   * @param q - Discount factor of a month, above 0.
   */
  fill(pool: Pool, speed: Speed, q: number): void {
    const monthly = pool.wac / 12;
    const changing = min(pool.wam - 1, monthsOfChange(speed, pool.age));
    const growth = log1p(monthly);
    // (1 + i)^n − 1 for the n months that are left; the share repaid is i over it.
    let paidUp = expm1(pool.wam * growth);
    let [left, power, value, slope] = [100, 1, 0, 0];
    for (let k = 0; k < changing; k++) {
      value += left * power;
      slope += (k * left * power) / q;
      const cpr = speed.kind === "smm" ? 0 : cprAt(speed, k + 1, pool.age);
      left *= (1 - monthly / paidUp) * (1 - cpr) ** (1 / 12);
      paidUp = (paidUp - monthly) / (1 + monthly);
      power *= q;
    }
    const months = pool.wam - changing;
    const low = log((1 - smmAt(speed, changing + 1, pool.age)) * q);
    const [slow, slowSlope] = geometric(low, months);
    const [fast, fastSlope] = geometric(low + growth, months);
    const tail = ((1 + paidUp) * slow - fast) / paidUp;
    const tailSlope = ((1 + paidUp) * slowSlope - fastSlope) / paidUp;
    this.value = value + left * power * tail;
    // d/dq of q^c f(q) = q^c (f' + c f / q), and q f' sums j x^j.
    this.slope = slope + (left * power * (tailSlope + changing * tail)) / q;
  }
}

/** Σ x^j and Σ j x^j for j = 0..n−1, x = e^force. */
function geometric(force: number, n: number): [sum: number, moment: number] {
  if (force === 0) return [n, (n * (n - 1)) / 2];
  const sum = expm1(n * force) / expm1(force);
  // The closed moment loses digits where x is nearly 1; its first two terms have them.
  if (abs(force) < 1e-6) return [sum, ((n * (n - 1)) / 2) * (1 + ((2 * n - 1) / 3) * force)];
  const x = exp(force);
  return [sum, (n * exp(n * force) - x * sum) / expm1(force)];
}
