import { bootstrapPar } from "../curve/bootstrap";
import { compounding, zeroRate } from "../curve/discountCurve";
import type { ParCurve } from "../curve/parCurve";
import { agedPool, pathTo } from "../oas/agedPool";
import { poolOas, poolOasPrice } from "../oas/poolOas";
import type { PoolModel } from "../oas/poolModel";
import type { Speed } from "../prepayment/speed";
import { rate, type Price, type Rate } from "../units";
import { requireHorizon, soldAfter, type PoolHorizon } from "./poolHorizon";

/** A pool that is held for some months and sold at an option-adjusted spread. */
export interface PoolOasHolding {
  readonly model: PoolModel;
  /** Clean price today. */
  readonly price: Price;
  /** Months held, 1 or more, fewer than are left. */
  readonly months: number;
  /** Par yields at the horizon by tenor; "forward": the forward rates come true. */
  readonly exitCurve: ParCurve | "forward";
  /** Where the spread goes, continuous, decimal; null: it is held. */
  readonly exitOas: number | null;
  /** Months in which half of the way there is gone; null: it is there at the horizon. */
  readonly oasHalfLife: number | null;
  /** Speed until the horizon; null: the model's along the path of rates. */
  readonly speed: Speed | null;
  /** As for `poolHorizon`; null: the curve's zero rate to the horizon. */
  readonly reinvestment: Rate | null;
}

/** What the holding brought, and at which spreads it was bought and sold. */
export interface PoolOasHorizon extends PoolHorizon {
  /** Spread at today's price, continuous, decimal. */
  readonly oas: number;
  readonly exitOas: number;
  /** The constant speed that would have prepaid as much until the horizon, CPR. */
  readonly cpr: Rate;
  /** Fast share of what is left. */
  readonly fastShare: number;
}

/**
 * Return of a pool over a horizon at which it is valued by its option-adjusted spread: the pool aged
 * along a path of rates, on the curve of that day, its volatility and dials held.
 *
 * @param holding - The holding.
 * @returns Return, factor, exit price, spreads, speed.
 * @throws CalcError `invalid` when months is no whole number from 1 to below wam, or no spread within
 *   ±5,000 bp explains the price.
 */
export function poolOasHorizon(holding: PoolOasHolding): PoolOasHorizon {
  const { model, price, months, exitCurve } = holding;
  requireHorizon(months, model.pool);
  const oas = poolOas(model, price);
  const exitOas = oasAfter(oas, holding);
  const path = pathTo(model, months, exitCurve);
  const aged = agedPool(model, path, holding.speed);
  const { pool, timing } = model;
  const sold = soldAfter(
    {
      ...{ pool, timing, price, months, speed: aged.speed },
      reinvestment:
        holding.reinvestment ?? compounding(zeroRate(bootstrapPar(model.par), months / 12), 12),
    },
    () => poolOasPrice(aged.model, exitOas, path.exit),
  );
  return {
    ...sold,
    oas,
    exitOas,
    cpr: rate(1 - aged.survived ** (12 / months)),
    fastShare: aged.model.dials.fastShare,
  };
}

/** The spread at the horizon. */
function oasAfter(
  oas: number,
  { exitOas, oasHalfLife, months }: Pick<PoolOasHolding, "exitOas" | "oasHalfLife" | "months">,
): number {
  if (exitOas === null) return oas;
  return oasHalfLife === null ? exitOas : exitOas + (oas - exitOas) * 2 ** (-months / oasHalfLife);
}
