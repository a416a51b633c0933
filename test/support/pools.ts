/* Pools and models for tests of option-adjusted values. */
import { poolModel } from "../../src/assumptions/poolAssumptions";
import type { AssumptionValue } from "../../src/assumptions/keys";
import { price, rate, type Price } from "../../src/calc/units";
import type { PoolModel } from "../../src/calc/oas/poolModel";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";

/** The base Treasury curve. */
export const BASE_PAR = {
  tenors: Float64Array.from(BASE_CURVE, ([tenor]) => tenor as number),
  yields: Float64Array.from(BASE_CURVE, ([, yld]) => yld as number),
};

/** A pool at a price, by its assumptions. */
export interface PoolCase {
  readonly name: string;
  readonly model: PoolModel;
  readonly clean: Price;
}

/**
 * A pool's model on the base curve.
 *
 * @param coupon - Net coupon; the loans pay 0.95% more.
 * @param age - Age in months of loans of 360.
 * @param entered - Assumptions other than the defaults.
 * @returns The model.
 */
export const modelOf = (
  coupon: number,
  age: number,
  entered: Readonly<Record<string, AssumptionValue>> = {},
): PoolModel =>
  poolModel(
    new Map(Object.entries(entered)),
    { coupon: rate(coupon), wac: rate(coupon + 0.0095), wam: 360 - age, age },
    BASE_PAR,
  );

/** Twenty pools from deep discount to high premium, new and seasoned, with delays and accrued days. */
export const TWENTY_POOLS: readonly PoolCase[] = [
  [0.015, 50, 76],
  [0.02, 3, 79.5],
  [0.02, 60, 80.25],
  [0.025, 12, 84],
  [0.03, 30, 87.5],
  [0.03, 100, 90],
  [0.035, 3, 90.5],
  [0.04, 24, 94],
  [0.045, 3, 96.75],
  [0.045, 48, 97.5],
  [0.05, 3, 99.75],
  [0.05, 30, 100],
  [0.05, 120, 100.5],
  [0.055, 3, 101.5],
  [0.055, 36, 102],
  [0.06, 10, 103],
  [0.06, 60, 103.25],
  [0.065, 24, 104],
  [0.07, 3, 105],
  [0.07, 90, 105.5],
].map(([coupon, age, clean], i) => {
  const model = modelOf(coupon as number, age as number, {
    "pool.delay": [24, 14, 19][i % 3] as number,
    "pool.accruedDays": [0, 11, 25][i % 3] as number,
    ...(i % 4 === 0 ? { "pool.firstMonth": 1 + (i % 12) } : {}),
  });
  return {
    name: `${(100 * (coupon as number)).toFixed(1)}% of age ${age} at ${clean}`,
    model,
    clean: price(clean as number),
  };
});
