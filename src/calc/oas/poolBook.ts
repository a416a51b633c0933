import type { Pool } from "../mortgage/pool";
import { accruedOf, firstTimeOf } from "../mortgage/poolTiming";
import { lagrangeWeights } from "../numeric/lagrange";
import { latticeMonths, monthlyRates } from "../rates/monthlyRates";
import type { Price } from "../units";
import { bookCurves, type BookModel } from "./bookCurves";
import { bookGrid, type BookGrid } from "./bookGrid";
import { BookTables, numbersOfTables } from "./bookTables";
import { BookWalks } from "./bookWalks";
import { bookKernel, type KernelMaker } from "./kernel/bookKernel";
import { NEAR } from "./kernel/kernel";
import { BASE_ROW, FALLEN_ROW, FIRST_KEY_ROW, RISEN_ROW } from "./measureRows";
import { PooledFlows } from "./pooledFlows";
import { KEY_RATE_MOVE, PoolMeasures, RATE_MOVE, type RateMoves } from "./poolOas";
import { spreadAtValue } from "./projectedFlows";

const { floor, max } = Math;

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

const PLACES = Array.from({ length: NEAR }, (_, i) => i);

/** Tables of pools of about one term, and room for the payments of one of them. */
interface TermTables {
  readonly tables: BookTables;
  readonly flows: PooledFlows;
}

/**
 * Many pools of one model and one curve: they share walks over the lattice that stand on a fixed grid of loan rates
 * and ages, and their shares are interpolated. A pool has the same measures whatever other pools there are, within
 * .005 bp, .5 years² and 5·10⁻⁴ years of those of {@link PoolMeasures}. Pools of about one
 * rate and one age after the other are measured soonest: they use the same walks.
 */
export class PoolBook {
  private aloneCount = 0;
  private readonly byMonths = new Map<number, TermTables>();
  private readonly grid: BookGrid | null;

  /**
   * @param model - What the pools have in common.
   * @param moves - What moves, and the key tenors in years, rising.
   * @param kernelOf - Makes the loops; whichever there are, the bits are the same.
   */
  constructor(
    private readonly model: BookModel,
    private readonly moves: RateMoves,
    private readonly kernelOf: KernelMaker = bookKernel,
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
    const { tables, flows } = this.tablesFor(pool, grid);
    flows.begin(pool, tables.near(pool.age, first), lagrangeWeights(PLACES, place - first));
    const firstTime = firstTimeOf(this.model.timing);
    const dirty = clean + accruedOf({ ...this.model, pool });
    const oas = spreadAtValue({ worth: flows.worthOn(BASE_ROW), firstTime }, dirty);
    flows.discount(oas, firstTime);
    const [risen, fallen] = [flows.valueOn(RISEN_ROW), flows.valueOn(FALLEN_ROW)];
    return {
      oas,
      duration: (fallen - risen) / (2 * RATE_MOVE * dirty),
      convexity: (fallen - 2 * dirty + risen) / (RATE_MOVE * RATE_MOVE * dirty),
      keyRateDurations: this.moves.keyTenors.map(
        (_, key) => flows.valueOn(FIRST_KEY_ROW + key) / (2 * KEY_RATE_MOVE * dirty),
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
  private tablesFor({ wam }: Pool, grid: BookGrid): TermTables {
    const { model, moves } = this;
    const months = latticeMonths(wam);
    const known = this.byMonths.get(months);
    if (known !== undefined) return known;
    const rates = monthlyRates(model.shortRate, wam);
    const end = max(...model.par.tenors, ...moves.keyTenors, months / 12);
    const curves = bookCurves(model, moves, rates, end);
    const kernel = this.kernelOf(numbersOfTables(grid, curves.length, months));
    const walks = new BookWalks(model, grid.settled, rates, curves, kernel);
    const made = { tables: new BookTables(walks, grid), flows: new PooledFlows(kernel, months) };
    this.byMonths.set(months, made);
    return made;
  }
}
