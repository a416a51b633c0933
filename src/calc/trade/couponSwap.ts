import { invalid } from "../errors";
import type { PricedPool } from "../oas/couponStack";
import { PoolMeasures } from "../oas/poolOas";
import { shiftedPrice } from "../oas/shiftedPrice";
import { accruedOf } from "../mortgage/poolTiming";
import { poolYield } from "../mortgage/poolValue";
import type { Rate } from "../units";

/** Faces bought for one sold, at most: more is a percentage, a face amount, or a hedge with what has no duration. */
export const MOST_RATIO = 20;

/** How much of the upper coupon is bought for 100 of the lower one: the same dollar duration, face or value. */
export const SWAP_HEDGES = ["duration", "face", "value"] as const;
/** A word, or the face that is bought for one of the lower coupon. */
export type SwapHedge = (typeof SWAP_HEDGES)[number] | number;

/** One side of a swap, per 100 of its own face. */
class Side {
  readonly measures: PoolMeasures;
  /** Price with accrued interest. */
  readonly dirty: number;

  constructor(readonly held: PricedPool) {
    this.measures = new PoolMeasures(held.model, held.clean);
    this.dirty = held.clean + accruedOf(held.model);
  }

  /** Yield compounding monthly at the base projection's constant speed. */
  get monthlyYield(): number {
    const { pool, timing } = this.held.model;
    const speed = { kind: "cpr", cpr: this.measures.base.cpr } as const;
    return poolYield({ pool, speed, timing }, this.held.clean, "mortgage");
  }

  /** Change of the price after a parallel move, the spread held. */
  changeAfter(shift: number): number {
    const { model, clean } = this.held;
    return shiftedPrice(model, this.measures.oas, shift) - clean;
  }
}

/**
 * Up in coupon: the lower one is sold, the upper one bought. All is per 100 of face of the lower coupon;
 * each measure is calculated when it is asked for.
 */
export class CouponSwap {
  private readonly sold: Side;
  private readonly bought: Side;
  private knownRatio?: number;

  /**
   * @param lower - The coupon that is sold.
   * @param upper - The coupon that is bought.
   * @param hedge - How much of it.
   * @param financing - Rate at which the difference is financed, decimal, a twelfth of it a month.
   * @throws CalcError `invalid` when the upper coupon is not above the lower one.
   */
  constructor(
    lower: PricedPool,
    upper: PricedPool,
    private readonly hedge: SwapHedge,
    private readonly financing: Rate,
  ) {
    const [low, high] = [lower.model.pool.coupon, upper.model.pool.coupon];
    if (!(high > low)) {
      throw invalid(`upper has a coupon of ${high}; it must be above that of lower, ${low}`);
    }
    this.sold = new Side(lower);
    this.bought = new Side(upper);
  }

  /** Face of the upper coupon for one of the lower. */
  get ratio(): number {
    return (this.knownRatio ??= this.hedgeRatio());
  }

  /** What is paid for the one less what is received for the other, clean. */
  get price(): number {
    return this.net(({ held }) => held.clean);
  }

  /** Spreads, continuous, decimal. */
  get lowerOas(): number {
    return this.sold.measures.oas;
  }

  /** Of the upper coupon. */
  get upperOas(): number {
    return this.bought.measures.oas;
  }

  /** A month's yield over financing, both at the constant speed of their base projection, in 32nds. */
  get carry32(): number {
    return this.monthly(({ monthlyYield }) => monthlyYield - this.financing);
  }

  /** A month's option-adjusted spread, in 32nds: the carry without what is paid for the options sold. */
  get oasCarry32(): number {
    return this.monthly(({ measures }) => measures.oas);
  }

  /** Fall of the value for a rise of rates, in years of the value sold. */
  get duration(): number {
    return this.net((it) => it.measures.effective.duration * it.dirty) / this.sold.dirty;
  }

  /** In years² of the value sold. */
  get convexity(): number {
    return this.net((it) => it.measures.effective.convexity * it.dirty) / this.sold.dirty;
  }

  /**
   * What is left at the key rates: a swap without duration is still one of the curve's shape.
   *
   * @param keyTenors - Years, rising.
   * @returns In years of the value sold, one for each tenor.
   */
  keyRates(keyTenors: Float64Array): Float64Array {
    const [bought, sold] = [this.bought, this.sold].map(({ measures }) =>
      measures.keyRateDurations(keyTenors),
    );
    const share = (this.ratio * this.bought.dirty) / this.sold.dirty;
    return keyTenors.map((_, i) => share * (bought?.[i] as number) - (sold?.[i] as number));
  }

  /**
   * Gain after a parallel move of par yields, both spreads held.
   *
   * @param shift - Basis points.
   * @returns In 32nds.
   */
  gainAfter(shift: number): number {
    return 32 * this.net((it) => it.changeAfter(shift));
  }

  private net(of: (side: Side) => number): number {
    return this.ratio * of(this.bought) - of(this.sold);
  }

  private monthly(rateOf: (side: Side) => number): number {
    return (32 / 12) * this.net((it) => it.dirty * rateOf(it));
  }

  private hedgeRatio(): number {
    const { sold, bought, hedge } = this;
    if (typeof hedge === "number") return hedge;
    if (hedge === "face") return 1;
    const values = sold.dirty / bought.dirty;
    if (hedge === "value") return values;
    const [own, other] = [sold, bought].map(({ measures }) => measures.effective.duration);
    if (!((own as number) > 0 && (other as number) > 0)) {
      throw invalid(
        `hedge is "duration", but the effective durations are ${own} and ${other} years; both must be above 0, or hedge a ratio of faces`,
      );
    }
    const ratio = (values * (own as number)) / (other as number);
    if (ratio <= MOST_RATIO) return ratio;
    throw invalid(
      `hedge is "duration", which takes ${ratio.toPrecision(3)} of the upper coupon for one of the lower, for its effective duration is ${(other as number).toPrecision(3)} years; it must take at most ${MOST_RATIO}, or hedge be "face", "value" or a ratio of faces`,
    );
  }
}
