import type { MonthlyRates } from "../rates/monthlyRates";
import type { BookCurve, BookModel } from "./bookCurves";
import type { Kernel } from "./kernel/kernel";
import { KernelGround, KernelWalks } from "./kernelWalks";
import { walkGround, type LoanWalks, type WalkGround } from "./loanWalks";
import { NodeWalks } from "./nodeWalks";
import { RowPool } from "./rowPool";

/** What walks of one loan rate and age say. */
export interface BookWalk {
  /** By curve, in rows: discounted loans that are left and that are prepaid, by month as far as was walked. */
  readonly shares: readonly Float64Array[];
  /** By curve: the fast and the slow loans by node when the seasoning ramp ends. */
  readonly seasoned: readonly Float64Array[];
}

/** Walks over the lattice on every curve of a book. */
export class BookWalks {
  /** Months of a whole walk. */
  readonly months: number;
  /** Two numbers a month. */
  readonly rows: RowPool;
  private readonly ground: WalkGround;
  private readonly byKernel: KernelGround | null;

  /**
   * @param model - What the pools have in common.
   * @param settled - Age in months at which the seasoning ramp ends.
   * @param rates - The monthly short rate.
   * @param curves - At which pools are valued.
   * @param kernel - Whose loops and arrays are used.
   */
  constructor(
    model: BookModel,
    readonly settled: number,
    rates: MonthlyRates,
    private readonly curves: readonly BookCurve[],
    readonly kernel: Kernel,
  ) {
    this.months = rates.lattice.times.length - 1;
    this.rows = new RowPool(kernel, 2 * this.months);
    this.ground = walkGround(model, settled, rates, curves);
    this.byKernel = KernelGround.of(this.ground, kernel);
  }

  /**
   * The walks of loans of one rate.
   *
   * @param wac - Decimal.
   * @returns The walks, to be released.
   */
  ofLoans(wac: number): LoanWalks {
    return this.byKernel === null
      ? new NodeWalks(this.ground, wac)
      : new KernelWalks(this.byKernel, wac, this.rows);
  }

  /**
   * Walks.
   *
   * @param loans - Of one rate.
   * @param age - Months.
   * @param isWhole - Whether to the end; otherwise until even loans that are new today are seasoned.
   * @returns The shares, in rows that are the caller's, and the loans when the ramp ends.
   */
  walk(loans: LoanWalks, age: number, isWhole: boolean): BookWalk {
    const end = isWhole ? this.months : this.settled;
    const shares = this.curves.map(() => this.rows.take());
    return { shares, seasoned: loans.walk(age, end, shares) };
  }
}
