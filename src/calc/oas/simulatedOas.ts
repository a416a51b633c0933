import { bootstrapPar } from "../curve/bootstrap";
import { accruedOf, firstTimeOf } from "../mortgage/poolTiming";
import { BoundedCache } from "../numeric/boundedCache";
import { latticeRule } from "../numeric/latticeRule";
import { mean, sampleStandardDeviation } from "../numeric/statistics";
import { monthlyRates, mortgageRates } from "../rates/monthlyRates";
import { shortRatePaths, type ShortRatePaths } from "../rates/shortRatePaths";
import type { Price } from "../units";
import { poolMonths, type PoolModel } from "./poolModel";
import { discountedFlows, spreadAtValue, type ProjectedFlows } from "./projectedFlows";
import { simulatedFlows } from "./simulatedFlows";

const { sqrt } = Math;

/** A mean over simulations, and how far it may be off. */
export interface SimulatedOas {
  /** Continuous, decimal. */
  readonly oas: number;
  /** Standard error of the mean, decimal. */
  readonly standardError: number;
}

/** Simulations with shifts of their own, and the paths of each. */
const REPLICATES = 8;
const PATHS = 256;

/** Twelve megabytes a set: one is kept. */
const drawn = new BoundedCache<readonly ShortRatePaths[]>(1);

/**
 * Option-adjusted spread of a pool by simulation: the check of `poolOas`.
 *
 * @param model - The pool and its model.
 * @param clean - Clean price per 100 of balance.
 * @returns The mean over eight simulations of 256 paths with seeds 1 to 8, and its standard error.
 * @throws CalcError `invalid` when no spread within ±5,000 bp explains the price.
 */
export function simulatedOas(model: PoolModel, clean: Price): SimulatedOas {
  const dirty = clean + accruedOf(model);
  const spreads = pathSets(model).map((paths) =>
    spreadAtValue(simulatedProjection(model, paths), dirty),
  );
  return { oas: mean(spreads), standardError: sampleStandardDeviation(spreads) / sqrt(REPLICATES) };
}

function pathSets({ shortRate, timing, pool }: PoolModel): readonly ShortRatePaths[] {
  const wait = firstTimeOf(timing);
  const months = monthlyRates(shortRate, pool.wam).lattice.times.length - 1;
  const key = `${shortRate.volatility} ${shortRate.meanReversion} ${months} ${wait}`;
  return drawn.get(key, () =>
    Array.from({ length: REPLICATES }, (_, i) =>
      shortRatePaths(shortRate, months, wait, latticeRule(PATHS, i + 1)),
    ),
  );
}

/**
 * Payments of a pool over simulated paths, discounted on the curve.
 *
 * @param model - The pool and its model.
 * @param paths - Paths of its short rate, drawn for its delay.
 * @returns The discounted payments.
 */
export function simulatedProjection(model: PoolModel, paths: ShortRatePaths): ProjectedFlows {
  const { pool, shortRate, mortgageRate } = model;
  const curve = bootstrapPar(model.par);
  const rates = monthlyRates(shortRate, pool.wam);
  const paid = simulatedFlows(
    model,
    poolMonths(model),
    paths,
    mortgageRates(rates, curve, mortgageRate, pool.wam),
  );
  return discountedFlows(paid, curve, firstTimeOf(model.timing));
}
