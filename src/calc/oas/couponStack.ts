import { poolYield } from "../mortgage/poolValue";
import type { Sliced } from "../numeric/sliced";
import { bp, type Bp, type Price, type Rate, type Years } from "../units";
import type { PoolModel } from "./poolModel";
import { PoolMeasures } from "./poolOas";

/** One coupon of a stack: a pool with its model and its price. */
export interface PricedPool {
  readonly model: PoolModel;
  readonly clean: Price;
}

/** What a row of a coupon stack shows. */
export interface StackRow {
  readonly price: Price;
  /** Bond-equivalent, at the base projection's constant speed. */
  readonly yield: Rate;
  /** Along the forward path, delay included. */
  readonly wal: Years;
  readonly zSpread: Bp;
  readonly oas: Bp;
  readonly optionCost: Bp;
  readonly effectiveDuration: Years;
  readonly effectiveConvexity: number;
}

/**
 * Pools side by side, slice by slice: a worksheet function runs it at once for a few, a worker reports
 * its progress for a book.
 *
 * @param pools - The pools.
 * @returns The work; it yields 1 after each pool.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains a price.
 */
export function* couponStack(pools: readonly PricedPool[]): Sliced<StackRow[]> {
  const rows: StackRow[] = [];
  for (const { model, clean } of pools) {
    rows.push(stackRow(model, clean));
    yield 1;
  }
  return rows;
}

/**
 * One row of a coupon stack.
 *
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @returns Price, yield, life, spreads and effective risk.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export function stackRow(model: PoolModel, clean: Price): StackRow {
  const measures = new PoolMeasures(model, clean);
  const { base, oas, zSpread } = measures;
  const { duration, convexity } = measures.effective;
  const { pool, timing } = model;
  return {
    price: clean,
    yield: poolYield({ pool, speed: { kind: "cpr", cpr: base.cpr }, timing }, clean),
    wal: base.wal,
    zSpread: bp(zSpread * 10_000),
    oas: bp(oas * 10_000),
    optionCost: bp((zSpread - oas) * 10_000),
    effectiveDuration: duration as Years,
    effectiveConvexity: convexity,
  };
}
