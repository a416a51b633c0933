import type { Pool } from "../mortgage/pool";
import { NEAR, type Kernel, type NearRows } from "./kernel/kernel";
import { fillSchedule } from "./poolModel";

const { exp } = Math;

/** A pool's payments by month over shares that are interpolated. There is room for one pool: the next one takes it. */
export class PooledFlows {
  /** Due and left by month. */
  private readonly flows: Float64Array;
  /** From the first month's balance on. */
  private readonly left: Float64Array;
  private readonly parts: Float64Array;
  private readonly worth: Float64Array;
  private months = 0;
  private near: readonly NearRows[] = [];

  /**
   * @param kernel - Whose loops are used.
   * @param months - Of the longest pool.
   */
  constructor(
    private readonly kernel: Kernel,
    months: number,
  ) {
    this.flows = kernel.array(2 * months);
    this.left = this.flows.subarray(1);
    this.parts = kernel.array(NEAR);
    this.worth = kernel.array(months);
  }

  /**
   * Begins with a pool.
   *
   * @param pool - The pool.
   * @param near - Rows of shares of the walks beside it.
   * @param parts - What each of the walks counts.
   */
  begin(pool: Pool, near: readonly NearRows[], parts: Float64Array): void {
    fillSchedule(pool, this.flows, this.left, 2);
    this.months = pool.wam;
    this.near = near;
    this.parts.set(parts);
  }

  /**
   * What the payments are worth on a row.
   *
   * @param row - Its number.
   * @returns By month; it holds until the next pool.
   */
  worthOn(row: number): Float64Array {
    this.kernel.worth(this.flows, this.months, this.parts, this.near[row] as NearRows, this.worth);
    return this.worth.subarray(0, this.months);
  }

  /**
   * Discounts what is due and left.
   *
   * @param spread - Continuous, decimal.
   * @param firstTime - Years to the first payment.
   */
  discount(spread: number, firstTime: number): void {
    this.kernel.discount(this.flows, this.months, exp(-spread * firstTime), exp(-spread / 12));
  }

  /**
   * Value of the payments on a row.
   *
   * @param row - Its number.
   * @returns Per 100 of balance.
   */
  valueOn(row: number): number {
    return this.kernel.value(this.flows, this.months, this.parts, this.near[row] as NearRows);
  }
}
