import { bootstrapPar } from "../curve/bootstrap";
import type { Pool } from "../mortgage/pool";
import { averageLife } from "../mortgage/poolValue";
import { poolSpeeds } from "../prepayment/prepaymentModel";
import { monthlyRates, mortgageRates } from "../rates/monthlyRates";
import { rate, years, type Rate, type Years } from "../units";
import type { PoolModel } from "./poolModel";

/**
 * The same pool when rates do what today's curve says: no volatility.
 *
 * @param model - The pool and its model.
 * @returns The model on the forward path.
 */
export const onForwardPath = (model: PoolModel): PoolModel => ({
  ...model,
  shortRate: { ...model.shortRate, volatility: 0 },
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
 * @param model - The pool and its model.
 * @returns The projection; its speed makes every static measure comparable.
 */
export function baseProjection(model: PoolModel): BaseProjection {
  const { pool, timing } = model;
  const still = monthlyRates(onForwardPath(model).shortRate, pool.wam);
  const { level } = mortgageRates(still, bootstrapPar(model.par), model.mortgageRate, pool.wam);
  const cprs = poolSpeeds(model.dials, pool.wac, pool.age, level, model.firstMonth);
  const life = averageLife(pool, { kind: "vector", cprs });
  return {
    wal: years(life + (timing.delayDays - timing.accruedDays) / 360),
    cpr: speedOfLife(pool, life, model.dials.maxCpr),
  };
}

const MOST_SECANTS = 60;

/** The constant speed at which a pool has an average life: secants between bounds, as lives fall in the speed. */
function speedOfLife(pool: Pool, life: number, maxCpr: number): Rate {
  const beyond = (cpr: number) => averageLife(pool, { kind: "cpr", cpr: rate(cpr) }) - life;
  let [low, high] = [0, maxCpr];
  let [above, below] = [beyond(low), beyond(high)];
  if (above <= 0) return rate(low);
  if (below >= 0) return rate(high);
  let side = 0;
  for (let step = 0; step < MOST_SECANTS && high - low > 1e-15; step++) {
    const cpr = low + ((high - low) * above) / (above - below);
    if (cpr <= low || cpr >= high) break;
    const error = beyond(cpr);
    if (error === 0) return rate(cpr);
    // A bound that stays twice counts half, so that both close in (the Illinois rule).
    if (error > 0) {
      [low, above] = [cpr, error];
      if (side > 0) below /= 2;
      side = 1;
    } else {
      [high, below] = [cpr, error];
      if (side < 0) above /= 2;
      side = -1;
    }
  }
  return rate((low + high) / 2);
}
