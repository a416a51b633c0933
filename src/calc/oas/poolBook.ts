import type { Pool } from "../mortgage/pool";
import { accruedOf, firstTimeOf } from "../mortgage/poolTiming";
import { monthlyRates } from "../rates/monthlyRates";
import type { Price } from "../units";
import { bookCurves, type BookModel } from "./bookCurves";
import { bookGrid, type BookGrid } from "./bookGrid";
import { BookTables } from "./bookTables";
import { BookWalks } from "./bookWalks";
import { lagrangeWeights } from "../numeric/lagrange";
import { scheduledMonths, type ScheduledMonths } from "./poolModel";
import { KEY_RATE_MOVE, PoolMeasures, RATE_MOVE, type RateMoves } from "./poolOas";
import { spreadAtValue } from "./projectedFlows";

const { exp, floor, max } = Math;

/** What a book says of a pool. */
export interface BookMeasures {
  /** Continuous, decimal. */
  readonly oas: number;
  /** Years. */
  readonly duration: number;
  /** Years². */
  readonly convexity: number;
  /** Years, one for each key tenor. */
  readonly keyRateDurations: Float64Array;
}

/** Walks that a pool is interpolated between. */
const NEAR = 6;
const PLACES = Array.from({ length: NEAR }, (_, i) => i);

/** A pool's payments by month, and the walks that say how much of each is paid. */
interface SharedFlows extends ScheduledMonths {
  readonly near: readonly Float64Array[];
  /** What each of the walks counts. */
  readonly parts: Float64Array;
  /** Months of a walk. */
  readonly months: number;
}

/**
 * Many pools of one model and one curve: they share walks over the lattice that stand on a fixed grid of loan rates
 * and ages, and their shares are interpolated. A pool has the same measures whatever other pools there are, within
 * .005 bp, .5 years² and 5·10⁻⁴ years of those of {@link PoolMeasures}. Pools of about one
 * rate and one age after the other are measured soonest: they use the same walks.
 */
export class PoolBook {
  private aloneCount = 0;
  private readonly tables = new Map<number, BookTables>();
  private readonly grid: BookGrid | null;

  /**
   * @param model - What the pools have in common.
   * @param moves - What moves, and the key tenors in years, rising.
   */
  constructor(
    private readonly model: BookModel,
    private readonly moves: RateMoves,
  ) {
    this.grid = bookGrid(model);
  }

  /** Pools that could not go the shared way and were measured alone. */
  get alone(): number {
    return this.aloneCount;
  }

  /**
   * Measures a pool.
   *
   * @param pool - The pool.
   * @param clean - Clean price per 100 of balance.
   * @returns Its measures.
   * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price, no curve has the par yields, or
   *   the first payment would lie before settlement.
   */
  measure(pool: Pool, clean: Price): BookMeasures {
    const { grid } = this;
    const place = grid === null ? 0 : pool.wac / grid.wacStep;
    const first = floor(place) - NEAR / 2 + 1;
    if (grid === null || first < 0) return this.measureAlone(pool, clean);
    const tables = this.tablesFor(pool, grid);
    const flows: SharedFlows = {
      ...scheduledMonths(pool),
      near: tables.near(pool.age, first, NEAR),
      parts: lagrangeWeights(PLACES, place - first),
      months: tables.months,
    };
    const firstTime = firstTimeOf(this.model.timing);
    const dirty = clean + accruedOf({ ...this.model, pool });
    const oas = spreadAtValue({ worth: worthOf(flows), firstTime }, dirty);
    discount(flows, oas, firstTime);
    const [risen, fallen] = [valueOn(flows, 1), valueOn(flows, 2)];
    return {
      oas,
      duration: (fallen - risen) / (2 * RATE_MOVE * dirty),
      convexity: (fallen - 2 * dirty + risen) / (RATE_MOVE * RATE_MOVE * dirty),
      keyRateDurations: this.moves.keyTenors.map(
        (_, key) =>
          (valueOn(flows, 3 + 2 * key) - valueOn(flows, 4 + 2 * key)) / (2 * KEY_RATE_MOVE * dirty),
      ),
    };
  }

  private measureAlone(pool: Pool, clean: Price): BookMeasures {
    this.aloneCount++;
    const { move, keyTenors } = this.moves;
    const measures = new PoolMeasures({ ...this.model, pool }, clean, move);
    return {
      oas: measures.oas,
      ...measures.effective,
      keyRateDurations: measures.keyRateDurations(keyTenors),
    };
  }

  /** One set of tables for terms of up to 30 years, and one for longer ones. */
  private tablesFor({ wam }: Pool, grid: BookGrid): BookTables {
    const { model, moves } = this;
    const rates = monthlyRates(model.shortRate, wam);
    const months = rates.lattice.times.length - 1;
    const known = this.tables.get(months);
    if (known !== undefined) return known;
    const end = max(...model.par.tenors, ...moves.keyTenors, months / 12);
    const curves = bookCurves(model, moves, rates, end);
    const made = new BookTables(new BookWalks(model, grid.settled, rates, curves), grid);
    this.tables.set(months, made);
    return made;
  }
}

/** What the payments are worth on today's curve. */
function worthOf({ due, left, near, parts, months }: SharedFlows): Float64Array {
  const worth = new Float64Array(due.length);
  near.forEach((table, i) => {
    const part = parts[i] as number;
    for (let k = 0; k < worth.length; k++) {
      worth[k] =
        (worth[k] as number) +
        part *
          ((due[k] as number) * (table[k] as number) +
            (left[k] as number) * (table[k + months] as number));
    }
  });
  return worth;
}

/** Discounts what is due and left by a spread, in place. */
function discount({ due, left }: ScheduledMonths, spread: number, firstTime: number): void {
  const monthly = exp(-spread / 12);
  let factor = exp(-spread * firstTime);
  for (let k = 0; k < due.length; k++) {
    due[k] = factor * (due[k] as number);
    left[k] = factor * (left[k] as number);
    factor *= monthly;
  }
}

/** Value of the payments on one of the curves. */
function valueOn({ due, left, near, parts, months }: SharedFlows, curve: number): number {
  let value = 0;
  for (let n = 0; n < near.length; n++) {
    const table = near[n] as Float64Array;
    let sum = 0;
    for (let k = 0, i = 2 * curve * months, j = i + months; k < due.length; k++, i++, j++) {
      sum += (due[k] as number) * (table[i] as number) + (left[k] as number) * (table[j] as number);
    }
    value += (parts[n] as number) * sum;
  }
  return value;
}
