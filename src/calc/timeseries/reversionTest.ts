import type { History } from "../series/observed";
import { autoregressiveSums, restrictedFit, type AutoregressiveSums } from "./restrictedLikelihood";

/** A test of "reverts to a level" against "wanders", and which coefficients the history allows. */
export interface ReversionTest {
  /** Twice the logarithm of the restricted likelihood's ratio, of its peak to a random walk; 0 or more. */
  readonly statistic: number;
  /** Whether a random walk is rejected at {@link REVERSION_LEVEL}. */
  readonly reverts: boolean;
  /** Ends of the 90% interval of the coefficient a row, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** Of random walks, this share passes for reverting. */
export const REVERSION_LEVEL = 0.05;

/**
 * Exceeded by the statistic of 5% of random walks, whatever their length: simulated quantiles are 3.46 to
 * 3.58 for 12 to 240 rows and 3.56 to 3.67 for up to 1,260 (docs/calibration.md).
 */
const CRITICAL = 3.6;

/** 90% of a χ² variable with one degree of freedom lie below. */
const CHI_SQUARED_90 = 2.705543454095404;

const COARSE = 64;

/**
 * Does a history revert to a level? The likelihood ratio of the restricted likelihood, and the interval of
 * coefficients whose own ratio is below the 90% quantile of χ².
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @returns Statistic, verdict at 5%, interval; an end at 1 is a random walk, at 0 no memory at all.
 * @throws CalcError `missing` when there are fewer than six values, or they follow from each other without
 *   noise.
 *
 * @example
 * reversionTest(Float64Array.of(3, 8, 2, 7, 4, 6, 3, 7, 4, 5)).reverts; // => true
 */
export const reversionTest = (history: History): ReversionTest =>
  reversionOf(autoregressiveSums(history));

/**
 * {@link reversionTest} of sums that are there.
 *
 * @param sums - Of the history.
 * @returns As there.
 *
 * @example
 * const sums = { n: 6, mean: 1.5, first: -0.5, after: 0.5, before: -0.5, afterSquares: 1.25, beforeSquares: 1.25, products: -1.25 };
 * reversionOf(sums).low; // => 0
 */
export function reversionOf(sums: AutoregressiveSums): ReversionTest {
  const at = (phi: number) => restrictedFit(sums, phi).logLikelihood;
  const peak = peakOf(at, sums.n);
  const best = at(peak);
  const ratio = (phi: number) => Math.max(0, 2 * (best - at(phi)));
  const statistic = ratio(1);
  const end = (bound: number): number => {
    if (ratio(bound) <= CHI_SQUARED_90) return bound;
    let [inside, outside] = [peak, bound];
    for (let i = 0; i < 50; i++) {
      const middle = (inside + outside) / 2;
      if (ratio(middle) <= CHI_SQUARED_90) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { statistic, reverts: statistic > CRITICAL, low: end(0), high: end(1) };
}

/**
 * The interval of half-lives that belongs to that of the coefficient.
 *
 * @param test - The test.
 * @returns 90% interval in rows: 0 where no memory at all is possible, Infinity where no reversion is.
 *
 * @example
 * halfLifeInterval({ low: 0.5, high: 1 }); // => [1, Infinity]
 */
export const halfLifeInterval = ({
  low,
  high,
}: Pick<ReversionTest, "low" | "high">): readonly [low: number, high: number] => [
  rowsUntilHalf(low),
  rowsUntilHalf(high),
];

const rowsUntilHalf = (phi: number): number =>
  phi >= 1 ? Infinity : phi <= 0 ? 0 : Math.LN2 / -Math.log(phi);

/** Where the likelihood is greatest: the best of points that lie the closer the nearer 1, then thirds. */
function peakOf(at: (phi: number) => number, n: number): number {
  // From 0 to 1, with the last step a hundredth of the distance that n rows can tell from 1.
  const place = (i: number) => 1 - (1 - i / COARSE) ** (1 + Math.log10(n));
  let best = 0;
  for (let i = 1; i <= COARSE; i++) if (at(place(i)) > at(place(best))) best = i;
  let [low, high] = [place(Math.max(0, best - 1)), place(Math.min(COARSE, best + 1))];
  while (high - low > 1e-9) {
    const third = (high - low) / 3;
    if (at(low + third) < at(high - third)) low += third;
    else high -= third;
  }
  const middle = (low + high) / 2;
  return [0, middle, 1].reduce((peak, phi) => (at(phi) > at(peak) ? phi : peak), middle);
}
