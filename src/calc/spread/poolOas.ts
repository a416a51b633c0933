import { bootstrapPar } from "../curve/bootstrap";
import { discountCurveOf, halfYearLadder, movedAround, parYieldsOf } from "../curve/keyRates";
import { accruedOf, averageLife } from "../mortgage/poolValue";
import type { Speed } from "../prepayment/speed";
import { poolSpeeds } from "../prepayment/prepaymentModel";
import { monthlyRates, mortgageRates } from "../rates/monthlyRates";
import { rate, years, type Price, type Rate, type Years } from "../units";
import type { PoolModel } from "./poolModel";
import {
  projectedFlows,
  spreadAtValue,
  valueAtSpread,
  type ProjectedFlows,
} from "./projectedFlows";

/**
 * Option-adjusted spread of a pool: the constant amount that, added to every future short rate, makes
 * its payments worth their price. They answer to rates by the prepayment model.
 *
 * @param it - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @returns Continuous, decimal.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export const poolOas = (it: PoolModel, clean: Price): number =>
  spreadAtValue(projectedFlows(it), clean + accruedOf(it));

/**
 * Clean price of a pool at an option-adjusted spread: the inverse of `poolOas`.
 *
 * @param it - The pool and its model.
 * @param oas - Continuous, decimal.
 * @returns Per 100 of balance.
 */
export const poolOasPrice = (it: PoolModel, oas: number): number =>
  valueAtSpread(projectedFlows(it), oas).value - accruedOf(it);

/**
 * The same pool when rates do what today's curve says: no volatility.
 *
 * @param it - The pool and its model.
 * @returns The model on the forward path.
 */
export const onForwardPath = (it: PoolModel): PoolModel => ({
  ...it,
  shortRate: { ...it.shortRate, volatility: 0 },
});

/** Moves by which the measures are taken. */
const RATE_MOVE = 0.0025;
/** Of key rates: small, so that the parts of a price that bends add up to the whole. */
const KEY_RATE_MOVE = 0.0005;
const BASIS_POINT = 1e-4;
const FASTER = 1.1;

/** Measures of a pool at its price; each is calculated when it is asked for. */
export class PoolMeasures {
  private readonly dirty: number;
  private readonly flows: ProjectedFlows;
  private readonly spread: number;

  /**
   * @param it - The pool and its model.
   * @param clean - Clean price per 100 of balance.
   * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
   */
  constructor(
    private readonly it: PoolModel,
    clean: Price,
  ) {
    this.dirty = clean + accruedOf(it);
    this.flows = projectedFlows(it);
    this.spread = spreadAtValue(this.flows, this.dirty);
  }

  /** Option-adjusted spread, continuous, decimal. */
  get oas(): number {
    return this.spread;
  }

  /** Spread along the forward path, where nothing is uncertain, continuous, decimal. */
  get zSpread(): number {
    return spreadAtValue(projectedFlows(onForwardPath(this.it)), this.dirty);
  }

  /**
   * Effective duration in years and convexity in years²: par yields 25 bp up and down, the spread held,
   * speeds answering.
   */
  get effective(): { readonly duration: number; readonly convexity: number } {
    const { dirty } = this;
    const risen = this.valueOf(parallel(this.it, RATE_MOVE));
    const fallen = this.valueOf(parallel(this.it, -RATE_MOVE));
    return {
      duration: (fallen - risen) / (2 * RATE_MOVE * dirty),
      convexity: (fallen - 2 * dirty + risen) / (RATE_MOVE * RATE_MOVE * dirty),
    };
  }

  /** Fall of the value, as a share, for a rise of the spread; payments do not answer. Years. */
  get spreadDuration(): number {
    return valueAtSpread(this.flows, this.spread).moment / this.dirty;
  }

  /** Percent of the value for 1 bp more volatility of the short rate. */
  get volDuration(): number {
    const { shortRate } = this.it;
    const volatility = shortRate.volatility + BASIS_POINT;
    return this.percent({ ...this.it, shortRate: { ...shortRate, volatility } });
  }

  /** Percent of the value for speeds that are 10% faster. */
  get prepayDuration(): number {
    const { dials } = this.it;
    return this.percent({ ...this.it, dials: { ...dials, multiplier: dials.multiplier * FASTER } });
  }

  /** Percent of the value for mortgage rates that are 1 bp higher over the curve. */
  get currentCouponDuration(): number {
    const { mortgageRate } = this.it;
    const rateSpread = mortgageRate.rateSpread + BASIS_POINT;
    return this.percent({ ...this.it, mortgageRate: { ...mortgageRate, rateSpread } });
  }

  /**
   * Key rate durations: the fall of the value, as a share, when the par yields of every half-year rise
   * around one tenor in the form of a tent, 5 bp up and down, the spread held, speeds answering. They
   * sum to the duration for a parallel move of these par yields.
   *
   * @param keyTenors - Years, rising; no matter which.
   * @returns Years, one for each tenor.
   */
  keyRateDurations(keyTenors: Float64Array): Float64Array {
    const { par, pool } = this.it;
    const ladder = halfYearLadder([...par.tenors, ...keyTenors, Math.ceil(pool.wam / 6) / 2]);
    const yields = parYieldsOf(bootstrapPar(par), ladder);
    const valueAt = (key: number, move: number) => {
      const moved = movedAround({ tenors: ladder.tenors, yields }, keyTenors, key, move);
      const flows = projectedFlows(this.it, discountCurveOf(ladder, moved));
      return valueAtSpread(flows, this.spread).value;
    };
    return keyTenors.map(
      (_, key) =>
        (valueAt(key, -KEY_RATE_MOVE) - valueAt(key, KEY_RATE_MOVE)) /
        (2 * KEY_RATE_MOVE * this.dirty),
    );
  }

  private valueOf(changed: PoolModel): number {
    return valueAtSpread(projectedFlows(changed), this.spread).value;
  }

  private percent(changed: PoolModel): number {
    return 100 * (this.valueOf(changed) / this.dirty - 1);
  }
}

const parallel = (it: PoolModel, move: number): PoolModel => ({
  ...it,
  par: { ...it.par, yields: it.par.yields.map((yld) => yld + move) },
});

/** What the model projects when rates do what today's curve says. */
export interface BaseProjection {
  /** Average life of principal from settlement, delay included. */
  readonly wal: Years;
  /** The constant speed with the same average life, CPR. */
  readonly cpr: Rate;
}

/**
 * Average life and speed of a pool along the forward path.
 *
 * @param it - The pool and its model.
 * @returns The projection; its speed makes every static measure comparable.
 */
export function baseProjection(it: PoolModel): BaseProjection {
  const { pool, timing } = it;
  const still = monthlyRates(onForwardPath(it).shortRate, pool.wam);
  const { level } = mortgageRates(still, bootstrapPar(it.par), it.mortgageRate, pool.wam);
  const cprs = poolSpeeds(it.dials, pool.wac, pool.age, level, it.firstMonth);
  const life = averageLife(pool, { kind: "vector", cprs });
  const atSpeed = (cpr: number): Speed => ({ kind: "cpr", cpr: rate(cpr) });
  // A constant speed makes lives shorter the faster it is.
  let [low, high] = [0, it.dials.maxCpr];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (averageLife(pool, atSpeed(middle)) > life) low = middle;
    else high = middle;
  }
  return {
    wal: years(life + (timing.delayDays - timing.accruedDays) / 360),
    cpr: rate((low + high) / 2),
  };
}
