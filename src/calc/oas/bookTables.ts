import type { BookGrid } from "./bookGrid";
import type { BookWalks } from "./bookWalks";
import { NEAR, type NearRows } from "./kernel/kernel";
import { RateTables, WALKED_AGES } from "./rateTables";
import { MOST_NUMBERS } from "./speedTables";

const { ceil, max, min } = Math;

const PLACES = Array.from({ length: NEAR }, (_, i) => i);

/** Bytes of tables that are kept. */
const MOST_BYTES = 64e6;

/**
 * How much room tables need, and all that walks need beside them.
 *
 * @param grid - Of loan rates.
 * @param curves - How many curves there are.
 * @param months - Of a whole walk.
 * @returns Numbers at most.
 *
 * @example
 * numbersOfTables({ settled: 29 }, 13, 360) < 2e7; // => true
 */
export function numbersOfTables(
  { settled }: Pick<BookGrid, "settled">,
  curves: number,
  months: number,
): number {
  const row = 2 * months;
  // Conditions, whole walks, and the walk that becomes a table; then the tables themselves, fewer rows than curves.
  const atOnce = NEAR * curves * (2 + WALKED_AGES + 2);
  const rows = max(ceil(MOST_BYTES / (8 * row)), atOnce + NEAR * curves * (settled + 1)) + atOnce;
  // Nodes, scales and payments are less than a hundred rows.
  return (rows + curves + 100) * row + MOST_NUMBERS;
}

/**
 * Discounted shares of loans by curve and month for loan rates of a grid and all ages. A walk depends on the loans'
 * rate and on their age below the end of the seasoning ramp, not on coupon, term and price.
 */
export class BookTables {
  private readonly kept = new Map<number, RateTables>();
  /** What was asked for last: pools of one rate and age follow each other. */
  private last?: { readonly age: number; readonly first: number; readonly rows: NearRows[] };

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

  /**
   * The shares of an age for neighbouring loan rates.
   *
   * @param age - Months.
   * @param first - The lowest rate in steps of the grid.
   * @returns The rows of `measureRows`, each of all the rates; they hold until others are asked for.
   */
  near(age: number, first: number): readonly NearRows[] {
    const counted = min(age, this.grid.settled);
    const { last } = this;
    if (last?.age === counted && last.first === first) return last.rows;
    const tables = PLACES.map((i) => this.ofStep(first + i).at(counted));
    this.makeRoom();
    const rows = tables[0]?.map((_, row) => tables.map((it) => it[row])) as unknown as NearRows[];
    this.last = { age: counted, first, rows };
    return rows;
  }

  private ofStep(step: number): RateTables {
    const tables = this.kept.get(step) ?? new RateTables(this.walks, step * this.grid.wacStep);
    // The one that was asked for last is the last to go.
    this.kept.delete(step);
    this.kept.set(step, tables);
    return tables;
  }

  private makeRoom(): void {
    const { rows } = this.walks;
    for (const [step, tables] of this.kept) {
      if (8 * rows.used * rows.length <= this.bytes || this.kept.size <= NEAR) return;
      tables.release();
      this.kept.delete(step);
    }
  }
}
