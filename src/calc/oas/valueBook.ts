import { CalcError } from "../errors";
import type { Pool } from "../mortgage/pool";
import type { Price } from "../units";
import type { BookModel } from "./bookCurves";
import { bookGrid } from "./bookGrid";
import { bookKernel, type KernelMaker } from "./kernel/bookKernel";
import { PoolBook, type BookMeasures } from "./poolBook";

/** A pool of a book at its clean price per 100 of balance. */
export interface BookPool {
  readonly pool: Pool;
  readonly clean: Price;
}

/** What a book says of its pools. */
export interface ValuedBook {
  /** By pool: its measures, or why there are none. */
  readonly measures: readonly (BookMeasures | CalcError)[];
  /** Pools that could not go the shared way and were measured alone. */
  readonly alone: number;
}

/**
 * Values the pools of a book over shared walks, par yields moved for effective measures.
 *
 * @param model - What the pools have in common.
 * @param pools - In any order; what a pool gets depends on itself alone.
 * @param keyTenors - Of the key rate durations, years, rising; none by default.
 * @param kernelOf - Makes the loops; whichever there are, the bits are the same.
 * @returns The measures by pool; a pool that has none keeps its place with the CalcError that says why.
 */
export function valueBook(
  model: BookModel,
  pools: readonly BookPool[],
  keyTenors = new Float64Array(),
  kernelOf: KernelMaker = bookKernel,
): ValuedBook {
  const book = new PoolBook(model, { move: "par", keyTenors }, kernelOf);
  const measures = new Array<BookMeasures | CalcError>(pools.length);
  for (const i of bookOrder(model, pools)) measures[i] = measured(book, pools[i] as BookPool);
  return { measures, alone: book.alone };
}

/** The order in which pools are measured soonest: those between the same walks stand together. */
function bookOrder(model: BookModel, pools: readonly BookPool[]): Uint32Array {
  const wacStep = bookGrid(model)?.wacStep ?? Infinity;
  const cells = Float64Array.from(pools, ({ pool }) => Math.floor(pool.wac / wacStep));
  const ageOf = (i: number) => (pools[i] as BookPool).pool.age;
  const before = (i: number, j: number) => (cells[i] as number) - (cells[j] as number);
  return Uint32Array.from(pools.keys()).sort((i, j) => before(i, j) || ageOf(i) - ageOf(j));
}

function measured(book: PoolBook, { pool, clean }: BookPool): BookMeasures | CalcError {
  try {
    return book.measure(pool, clean);
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}
