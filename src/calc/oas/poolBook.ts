import type { Pool } from "../mortgage/pool";
import { accruedOf } from "../mortgage/poolTiming";
import { monthlyRates } from "../rates/monthlyRates";
import type { Price } from "../units";
import { bookCurves, type BookModel } from "./bookCurves";
import { bookGrid, type BookGrid } from "./bookGrid";
import { BookTables } from "./bookTables";
import { poolMonths } from "./poolModel";
import { KEY_RATE_MOVE, PoolMeasures, RATE_MOVE, type RateMoves } from "./poolOas";
import { spreadAtValue } from "./projectedFlows";
import { firstTimeOf } from "../mortgage/poolTiming";

const { ceil, exp, floor, max } = Math;

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

/**
 * Many pools of one model and one curve: they share walks over the lattice that stand on a fixed grid of loan rates
 * and ages, and their shares are interpolated. A pool has the same measures whatever other pools there are, within
 * .005 bp and 5·10⁻⁴ years of those of {@link PoolMeasures}.
 */
export class PoolBook {
  /** Pools that could not go the shared way and were measured alone. */
  alone = 0;
  private readonly tables = new Map<string, BookTables>();
  private readonly grid: BookGrid | null;
  private readonly lastTenor: number;

  /**
   * @param model - What the pools have in common.
   * @param moves - What moves, and the key tenors in years, rising.
   */
  constructor(
    private readonly model: BookModel,
    private readonly moves: RateMoves,
  ) {
    this.grid = bookGrid(model);
    this.lastTenor = max(...model.par.tenors, ...moves.keyTenors);
  }

  /**
   * Measures a pool.
   *
   * @param pool - The pool.
   * @param clean - Clean price per 100 of balance.
   * @returns Its measures.
   * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
   */
  measure(pool: Pool, clean: Price): BookMeasures {
    const { grid } = this;
    const place = grid === null ? 0 : pool.wac / grid.wacStep;
    const first = floor(place) - 1;
    if (grid === null || first < 0) return this.measureAlone(pool, clean);
    const tables = this.tablesFor(pool, grid);
    const parts = cubicWeights(place - first - 1);
    const near = Array.from(parts, (_, i) => tables.at(pool.age, first + i));
    const { due, left } = poolMonths({ ...this.model, pool });
    const worth = new Float64Array(pool.wam);
    addWorth(worth, due, left, near, parts, tables.months);
    const firstTime = firstTimeOf(this.model.timing);
    const dirty = clean + accruedOf({ ...this.model, pool });
    const oas = spreadAtValue({ worth, firstTime }, dirty);
    const monthly = exp(-oas / 12);
    let factor = exp(-oas * firstTime);
    for (let k = 0; k < pool.wam; k++) {
      due[k] = factor * (due[k] as number);
      left[k] = factor * (left[k] as number);
      factor *= monthly;
    }
    const valueOn = (curve: number) =>
      valueOf(due, left, near, parts, 2 * curve * tables.months, tables.months);
    const [risen, fallen] = [valueOn(1), valueOn(2)];
    return {
      oas,
      duration: (fallen - risen) / (2 * RATE_MOVE * dirty),
      convexity: (fallen - 2 * dirty + risen) / (RATE_MOVE * RATE_MOVE * dirty),
      keyRateDurations: this.moves.keyTenors.map(
        (_, key) => (valueOn(3 + 2 * key) - valueOn(4 + 2 * key)) / (2 * KEY_RATE_MOVE * dirty),
      ),
    };
  }

  private measureAlone(pool: Pool, clean: Price): BookMeasures {
    this.alone++;
    const { move, keyTenors } = this.moves;
    const measures = new PoolMeasures({ ...this.model, pool }, clean, move);
    return {
      oas: measures.oas,
      ...measures.effective,
      keyRateDurations: measures.keyRateDurations(keyTenors),
    };
  }

  /** Key rates reach as far as a pool's term; beyond the curve's last tenor that is part of its moves. */
  private tablesFor({ wam }: Pool, grid: BookGrid): BookTables {
    const rates = monthlyRates(this.model.shortRate, wam);
    const end = max(this.lastTenor, ceil(wam / 6) / 2);
    const key = `${rates.lattice.times.length} ${end}`;
    const known = this.tables.get(key);
    if (known !== undefined) return known;
    const made = new BookTables(
      this.model,
      grid,
      rates,
      bookCurves(this.model, this.moves, rates, end),
    );
    this.tables.set(key, made);
    return made;
  }
}

/** What the walks before, below, above and after a place count, `part` of a step above the second. */
const cubicWeights = (part: number): Float64Array =>
  Float64Array.of(
    (-part * (part - 1) * (part - 2)) / 6,
    ((part + 1) * (part - 1) * (part - 2)) / 2,
    (-part * (part + 1) * (part - 2)) / 2,
    (part * (part + 1) * (part - 1)) / 6,
  );

function addWorth(
  worth: Float64Array,
  due: Float64Array,
  left: Float64Array,
  near: readonly Float64Array[],
  parts: Float64Array,
  months: number,
): void {
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
}

function valueOf(
  due: Float64Array,
  left: Float64Array,
  near: readonly Float64Array[],
  parts: Float64Array,
  from: number,
  months: number,
): number {
  const [a, b, c, d] = near as [Float64Array, Float64Array, Float64Array, Float64Array];
  let [inA, inB, inC, inD] = [0, 0, 0, 0];
  for (let k = 0, i = from, j = from + months; k < due.length; k++, i++, j++) {
    const [paid, repaid] = [due[k] as number, left[k] as number];
    inA += paid * (a[i] as number) + repaid * (a[j] as number);
    inB += paid * (b[i] as number) + repaid * (b[j] as number);
    inC += paid * (c[i] as number) + repaid * (c[j] as number);
    inD += paid * (d[i] as number) + repaid * (d[j] as number);
  }
  const [forA, forB, forC, forD] = parts;
  return (
    (forA as number) * inA +
    (forB as number) * inB +
    (forC as number) * inC +
    (forD as number) * inD
  );
}
