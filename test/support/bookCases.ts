/* Models and pools over which a book is compared with pools that are measured one by one. */
import { poolModel } from "../../src/assumptions/poolAssumptions";
import type { AssumptionValue } from "../../src/assumptions/keys";
import type { ParCurve } from "../../src/calc/curve/parCurve";
import type { Pool } from "../../src/calc/mortgage/pool";
import { uniformStream } from "../../src/calc/numeric/random";
import type { BookModel } from "../../src/calc/oas/bookCurves";
import { PoolBook, type BookMeasures } from "../../src/calc/oas/poolBook";
import { PoolMeasures } from "../../src/calc/oas/poolOas";
import { price, rate, type Price } from "../../src/calc/units";
import { BASE_PAR } from "./pools";

/** A pool of a book at its price. */
export interface BookCase {
  readonly pool: Pool;
  readonly clean: Price;
}

/** A model that a book is compared under. */
export interface BookModelCase {
  readonly name: string;
  readonly model: BookModel;
}

export const KEY_TENORS = Float64Array.of(2, 5, 10, 20, 30);

const SHORT_PAR: ParCurve = {
  tenors: Float64Array.of(1, 3, 5, 10),
  yields: Float64Array.of(0.052, 0.0455, 0.0435, 0.042),
};

const ANY_POOL: Pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };

const modelCase = (
  name: string,
  entered: Readonly<Record<string, AssumptionValue>>,
  par: ParCurve = BASE_PAR,
): BookModelCase => ({
  name,
  model: poolModel(new Map(Object.entries(entered)), ANY_POOL, par),
});

/**
 * Volatilities of 50 to 150 bp, reversions of 0 to .1, both forms of refinancing and every named set of dials, seasons
 * by month, delays that differ, curves of 10 and 30 years.
 */
export const BOOK_MODELS: readonly BookModelCase[] = [
  modelCase("the defaults", {}),
  modelCase("little volatility, no reversion", { hwVol: 0.005, hwMeanReversion: 0 }),
  modelCase("much volatility and reversion", { hwVol: 0.015, hwMeanReversion: 0.1 }),
  modelCase("the arctangent by season", {
    "prepay.form": "ots",
    "pool.firstMonth": 3,
    "prepay.multiplier": 1.1,
    "pool.delay": 14,
    hwVol: 0.011,
  }),
  modelCase("seasons of Richard and Roll", {
    "prepay.seasons": "Richard-Roll",
    "pool.firstMonth": 10,
    "pool.delay": 19,
    "pool.accruedDays": 11,
  }),
  modelCase(
    "call protection on a curve of 10 years",
    { "prepay.set": "protected", "prepay.weight2y": 0.4, hwVol: 0.007, hwMeanReversion: 0.06 },
    SHORT_PAR,
  ),
  modelCase("the judgement of 2025", {
    "prepay.set": "2025 judgement",
    mortgageRate: 0.0677,
    "pool.accruedDays": 25,
    "pool.firstMonth": 6,
  }),
  modelCase("steep curves", {
    "prepay.refiWidth": 0.001,
    "prepay.lockWidth": 0.002,
    "prepay.rampMonths": 30,
    hwVol: 0.0125,
    hwMeanReversion: 0.02,
  }),
];

const EVERY_COUPON = [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5];

/**
 * Pools drawn from a seed: loans of 15, 20, 30 and 40 years at every age to their end, loans' rates that stand on no
 * grid, prices some points around what the coupon would fetch.
 *
 * @param count - How many.
 * @param seed - Of the draw.
 * @param coupons - Net coupons in percent.
 * @returns The pools.
 */
export function bookCases(count: number, seed: number, coupons = EVERY_COUPON): BookCase[] {
  const draw = uniformStream(seed);
  const among = <T>(all: readonly T[]) => all[Math.floor(draw() * all.length)] as T;
  return Array.from({ length: count }, () => {
    const term = among([180, 180, 240, 360, 360, 360, 360, 360, 480]);
    const age = Math.floor(term * draw() ** 1.6);
    const wam = term - age;
    const coupon = rate(among(coupons) / 100);
    const wac = rate(coupon + 0.0025 + 0.01 * draw());
    const life = Math.min(1, wam / 120);
    const fair = 100 + life * (coupon > 0.05 ? 250 * (coupon - 0.05) : 500 * (coupon - 0.05));
    return { pool: { coupon, wac, wam, age }, clean: price(fair + life * (4 * draw() - 2)) };
  });
}

/** How far a book is from pools that are measured one by one; the worst of each measure. */
export interface BookErrors {
  /** Basis points. */
  oas: number;
  /** Years. */
  duration: number;
  convexity: number;
  /** Years. */
  keyRates: number;
}

/** What a pool's measures may be off by. */
export const ALLOWED: BookErrors = { oas: 0.005, duration: 5e-4, convexity: 0.5, keyRates: 5e-4 };

/**
 * One pool, measured alone.
 *
 * @param model - What the pools have in common.
 * @param it - The pool at its price.
 * @returns Its measures.
 */
export function measuredAlone(model: BookModel, { pool, clean }: BookCase): BookMeasures {
  const measures = new PoolMeasures({ ...model, pool }, clean);
  return {
    oas: measures.oas,
    ...measures.effective,
    keyRateDurations: measures.keyRateDurations(KEY_TENORS),
  };
}

/**
 * Compares a book with pools that are measured one by one.
 *
 * @param model - What the pools have in common.
 * @param pools - The pools.
 * @returns The worst errors, and how many pools the book measured alone.
 */
export function bookErrors(
  model: BookModel,
  pools: readonly BookCase[],
): { worst: BookErrors; alone: number } {
  const book = new PoolBook(model, { move: "par", keyTenors: KEY_TENORS });
  const worst: BookErrors = { oas: 0, duration: 0, convexity: 0, keyRates: 0 };
  const note = (name: keyof BookErrors, error: number) => {
    if (!(Math.abs(error) <= worst[name])) worst[name] = Math.abs(error);
  };
  for (const it of pools) {
    const own = measuredAlone(model, it);
    const shared = book.measure(it.pool, it.clean);
    note("oas", 10_000 * (shared.oas - own.oas));
    note("duration", shared.duration - own.duration);
    note("convexity", shared.convexity - own.convexity);
    own.keyRateDurations.forEach((own, key) =>
      note("keyRates", (shared.keyRateDurations[key] as number) - own),
    );
  }
  return { worst, alone: book.alone };
}
