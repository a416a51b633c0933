import type { BookGrid } from "./bookGrid";
import type { BookWalks } from "./bookWalks";
import { RateTables } from "./rateTables";

const { min } = Math;

/** Bytes of tables that are kept. */
const MOST_BYTES = 64e6;

/**
 * Discounted shares of loans by curve and month for loan rates of a grid and all ages. A walk depends on the loans'
 * rate and on their age below the end of the seasoning ramp, not on coupon, term and price.
 */
export class BookTables {
  private readonly kept = new Map<number, RateTables>();

  /**
   * @param walks - Over the lattice.
   * @param grid - Of loan rates.
   * @param bytes - Of the tables that are kept.
   */
  constructor(
    private readonly walks: BookWalks,
    private readonly grid: BookGrid,
    private readonly bytes = MOST_BYTES,
  ) {}

  /** Months of a table's rows. */
  get months(): number {
    return this.walks.months;
  }

  /**
   * The shares of an age for neighbouring loan rates.
   *
   * @param age - Months.
   * @param first - The lowest rate in steps of the grid.
   * @param count - How many rates.
   * @returns For each rate and there for each curve, loans that are left by month and then those that are prepaid by
   *   month.
   */
  near(age: number, first: number, count: number): Float64Array[] {
    const counted = min(age, this.grid.settled);
    const found = Array.from({ length: count }, (_, i) => this.ofStep(first + i).at(counted));
    this.makeRoom(count);
    return found;
  }

  private ofStep(step: number): RateTables {
    const tables = this.kept.get(step) ?? new RateTables(this.walks, step * this.grid.wacStep);
    // The one that was asked for last is the last to go.
    this.kept.delete(step);
    this.kept.set(step, tables);
    return tables;
  }

  private makeRoom(fewest: number): void {
    let count = 0;
    for (const tables of this.kept.values()) count += tables.count;
    for (const [step, tables] of this.kept) {
      if (8 * count * this.walks.size <= this.bytes || this.kept.size <= fewest) return;
      count -= tables.count;
      this.kept.delete(step);
    }
  }
}
