import { bootstrapPar } from "../curve/bootstrap";
import type { DiscountCurve } from "../curve/discountCurve";
import { discountCurveOf, halfYearLadder, movedAround, parYieldsOf } from "../curve/keyRates";
import type { ParCurve } from "../curve/parCurve";
import { movedPar, movedZero, type RateMove } from "../curve/rateMove";
import { accruedOf } from "../mortgage/poolTiming";
import { BoundedCache } from "../numeric/boundedCache";
import type { Price } from "../units";
import { baseProjection, onForwardPath, type BaseProjection } from "./forwardPath";
import { modelKey } from "./modelKey";
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
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @returns Continuous, decimal.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export const poolOas = (model: PoolModel, clean: Price): number =>
  spreadAtValue(baseFlows(model), clean + accruedOf(model));

/**
 * Walks do not depend on the price, so that they are kept by value for the other cells of a pool and for its next
 * prices: as many as a full coupon stack has, which needs four a row.
 */
const walked = new BoundedCache<ProjectedFlows>(160);
const projected = new BoundedCache<BaseProjection>(40);

/** Payments on the model's own curve. */
const baseFlows = (model: PoolModel, key = modelKey(model)): ProjectedFlows =>
  walked.get(key, () => projectedFlows(model));

/**
 * Clean price of a pool at an option-adjusted spread: the inverse of `poolOas`.
 *
 * @param model - The pool and its model.
 * @param oas - Continuous, decimal.
 * @param curve - Discount factors; those of the model's par yields unless given.
 * @returns Per 100 of balance.
 */
export const poolOasPrice = (model: PoolModel, oas: number, curve?: DiscountCurve): number =>
  valueAtSpread(curve === undefined ? baseFlows(model) : projectedFlows(model, curve), oas).value -
  accruedOf(model);

/** Moves by which the measures are taken. */
export const RATE_MOVE = 0.0025;
/** Of key rates: small, so that the parts of a price that bends add up to the whole. */
export const KEY_RATE_MOVE = 0.0005;
const BASIS_POINT = 1e-4;
const FASTER = 1.1;

/** The moves of a book's measures. */
export interface RateMoves {
  readonly move: RateMove;
  /** Years, rising. */
  readonly keyTenors: Float64Array;
}

/**
 * A curve after a parallel move.
 *
 * @param par - Par yields.
 * @param move - What moves.
 * @param by - Decimal.
 * @returns Discount factors.
 */
export const movedCurve = (par: ParCurve, move: RateMove, by: number): DiscountCurve =>
  move === "par" ? bootstrapPar(movedPar(par, by)) : movedZero(bootstrapPar(par), by);

/** How a pool's price answers to a parallel move of rates. */
export interface EffectiveMeasures {
  /** Years. */
  readonly duration: number;
  /** Years². */
  readonly convexity: number;
}

/** Measures of a pool at its price; each is calculated once, when it is first asked for. */
export class PoolMeasures {
  private readonly dirty: number;
  private knownKey?: string;
  private knownFlows?: ProjectedFlows;
  private knownOas?: number;
  private knownZSpread?: number;
  private knownEffective?: EffectiveMeasures;
  private knownBase?: BaseProjection;

  /**
   * @param model - The pool and its model.
   * @param clean - Clean price per 100 of balance.
   * @param move - What moves for the effective measures; par yields by default.
   */
  constructor(
    private readonly model: PoolModel,
    clean: Price,
    private readonly move: RateMove = "par",
  ) {
    this.dirty = clean + accruedOf(model);
  }

  /**
   * Option-adjusted spread, continuous, decimal; CalcError `invalid` when no spread within ±5,000 bp
   * explains the price.
   */
  get oas(): number {
    return (this.knownOas ??= spreadAtValue(this.flows, this.dirty));
  }

  /** Spread along the forward path, where nothing is uncertain, continuous, decimal. */
  get zSpread(): number {
    return (this.knownZSpread ??= spreadAtValue(baseFlows(onForwardPath(this.model)), this.dirty));
  }

  /**
   * Effective duration in years and convexity in years²: rates 25 bp up and down, the spread held, speeds
   * answering.
   */
  get effective(): EffectiveMeasures {
    return (this.knownEffective ??= this.measureEffective());
  }

  /** Average life and speed along the forward path; no price is needed for them. */
  get base(): BaseProjection {
    return (this.knownBase ??= projected.get(this.key, () => baseProjection(this.model)));
  }

  /** Fall of the value, as a share, for a rise of the spread; payments do not answer. Years. */
  get spreadDuration(): number {
    return valueAtSpread(this.flows, this.oas).moment / this.dirty;
  }

  /** Percent of the value for 1 bp more volatility of the short rate. */
  get volDuration(): number {
    const { shortRate } = this.model;
    const volatility = shortRate.volatility + BASIS_POINT;
    return this.percent({ ...this.model, shortRate: { ...shortRate, volatility } });
  }

  /** Percent of the value for speeds that are 10% faster. */
  get prepayDuration(): number {
    const { dials } = this.model;
    return this.percent({
      ...this.model,
      dials: { ...dials, multiplier: dials.multiplier * FASTER },
    });
  }

  /** Percent of the value for mortgage rates that are 1 bp higher over the curve. */
  get currentCouponDuration(): number {
    const { mortgageRate } = this.model;
    const rateSpread = mortgageRate.rateSpread + BASIS_POINT;
    return this.percent({ ...this.model, mortgageRate: { ...mortgageRate, rateSpread } });
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
    const { par, pool } = this.model;
    const ladder = halfYearLadder([...par.tenors, ...keyTenors, Math.ceil(pool.wam / 6) / 2]);
    const yields = parYieldsOf(bootstrapPar(par), ladder);
    const valueAt = (key: number, move: number) => {
      const moved = movedAround({ tenors: ladder.tenors, yields }, keyTenors, key, move);
      const flows = projectedFlows(this.model, discountCurveOf(ladder, moved));
      return valueAtSpread(flows, this.oas).value;
    };
    return keyTenors.map(
      (_, key) =>
        (valueAt(key, -KEY_RATE_MOVE) - valueAt(key, KEY_RATE_MOVE)) /
        (2 * KEY_RATE_MOVE * this.dirty),
    );
  }

  /** What its walks are kept by; a row of a batch whose measures come from a book never asks for it. */
  private get key(): string {
    return (this.knownKey ??= modelKey(this.model));
  }

  private get flows(): ProjectedFlows {
    return (this.knownFlows ??= baseFlows(this.model, this.key));
  }

  private measureEffective(): EffectiveMeasures {
    const { dirty } = this;
    const risen = this.movedValue(RATE_MOVE);
    const fallen = this.movedValue(-RATE_MOVE);
    return {
      duration: (fallen - risen) / (2 * RATE_MOVE * dirty),
      convexity: (fallen - 2 * dirty + risen) / (RATE_MOVE * RATE_MOVE * dirty),
    };
  }

  private movedValue(by: number): number {
    const { model, move } = this;
    const flows = walked.get(`${this.key} ${move} ${by}`, () =>
      projectedFlows(model, movedCurve(model.par, move, by)),
    );
    return valueAtSpread(flows, this.oas).value;
  }

  private valueOf(changed: PoolModel): number {
    return valueAtSpread(projectedFlows(changed), this.oas).value;
  }

  private percent(changed: PoolModel): number {
    return 100 * (this.valueOf(changed) / this.dirty - 1);
  }
}
