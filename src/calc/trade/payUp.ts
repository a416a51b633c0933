import { bootstrapPar } from "../curve/bootstrap";
import { discountFactor } from "../curve/discountCurve";
import { invalid } from "../errors";
import type { PricedPool } from "../oas/couponStack";
import type { PoolModel } from "../oas/poolModel";
import { PoolMeasures, poolOasPrice, type EffectiveMeasures } from "../oas/poolOas";
import { shiftedPrice } from "../oas/shiftedPrice";
import { price as priceOf } from "../units";

/** Rolls that a holder of the specified pool gives up. */
export interface RollGivenUp {
  /** What a month's roll is worth over financing, in 32nds. */
  readonly advantage32: number;
  /** For how many months. */
  readonly months: number;
}

/** Value of a specified pool over the TBA of its coupon; each measure is calculated when it is asked for. */
export class PayUp {
  private readonly tbaMeasures: PoolMeasures;
  private knownValue?: number;

  /**
   * @param pool - The specified pool and its model.
   * @param tba - What a forward trade delivers, and its price.
   * @param roll - Rolls given up.
   * @throws CalcError `invalid` when their coupons differ.
   */
  constructor(
    private readonly pool: PoolModel,
    private readonly tba: PricedPool,
    private readonly roll: RollGivenUp,
  ) {
    const [own, delivered] = [pool.pool.coupon, tba.model.pool.coupon];
    if (own !== delivered) {
      throw invalid(
        `pool has a coupon of ${own}, tba of ${delivered}; both must be the same, a pay-up is over the TBA of the pool's coupon`,
      );
    }
    this.tbaMeasures = new PoolMeasures(tba.model, tba.clean);
  }

  /** Option-adjusted spread of the TBA, continuous, decimal. */
  get oas(): number {
    return this.tbaMeasures.oas;
  }

  /** Clean price of the pool at that spread. */
  get value(): number {
    return (this.knownValue ??= poolOasPrice(this.pool, this.oas));
  }

  /** Value over the TBA's price, in 32nds. */
  get payUp32(): number {
    return 32 * (this.value - this.tba.clean);
  }

  /** Present value of the rolls given up, month by month on an unchanged balance, in 32nds. */
  get rollGivenUp32(): number {
    const { advantage32, months } = this.roll;
    const curve = bootstrapPar(this.pool.par);
    let sum = 0;
    for (let k = 1; k <= months; k++) sum += advantage32 * discountFactor(curve, k / 12);
    return sum;
  }

  /** Duration and convexity of the TBA at its price. */
  get tbaEffective(): EffectiveMeasures {
    return this.tbaMeasures.effective;
  }

  /** Duration and convexity of the pool at its value. */
  get effective(): EffectiveMeasures {
    return new PoolMeasures(this.pool, priceOf(this.value)).effective;
  }

  /**
   * The pay-up after a parallel move of par yields, the spread held.
   *
   * @param shift - Basis points.
   * @returns In 32nds.
   */
  payUpAfter(shift: number): number {
    return (
      32 *
      (shiftedPrice(this.pool, this.oas, shift) - shiftedPrice(this.tba.model, this.oas, shift))
    );
  }
}
