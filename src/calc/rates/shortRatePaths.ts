import { brownianBridge, drawMotion } from "../numeric/brownianBridge";
import type { CubePoints } from "../numeric/latticeRule";
import { inverseNormal } from "../numeric/normal";
import { rateLoading, shortRateVariance, type HullWhite } from "./hullWhite";

const { exp } = Math;

/**
 * Simulated paths of the monthly short rate. They know no curve. Values lie by month, in a
 * month by path.
 */
export interface ShortRatePaths {
  readonly count: number;
  readonly months: number;
  /** Deviation of the short rate at the beginning of each month, as the lattice has it. */
  readonly deviations: Float64Array;
  /** The least and the greatest deviation of all. */
  readonly lowest: number;
  readonly highest: number;
  /** Discounting of each month's payment, the curve left out; the mean over all paths is near 1. */
  readonly discounts: Float64Array;
}

/**
 * Simulates paths with exact monthly steps: deviations are a Brownian motion whose clock runs with the
 * variance, drawn by its bridge; discounting is that of the lattice's steps, so that both converge to
 * the same value.
 *
 * @param model - The model.
 * @param months - Months of a path.
 * @param wait - Years from the beginning of a month to its payment, above 0.
 * @param points - One point a path.
 * @returns The paths.
 *
 * @example
 * const middle = { count: 1, fill: (_, coordinates) => coordinates.fill(0.5) };
 * // One path along the mean: no deviation at all.
 * shortRatePaths({ meanReversion: 0.03, volatility: 0.0085 }, 360, 0.15, middle).highest; // => 0
 */
export function shortRatePaths(
  model: HullWhite,
  months: number,
  wait: number,
  points: CubePoints,
): ShortRatePaths {
  const { count } = points;
  const step = 1 / 12;
  const keeps = Float64Array.from({ length: months }, (_, k) =>
    exp(-model.meanReversion * step * k),
  );
  // The first month begins today, where the deviation is 0.
  const clock = Float64Array.from(
    { length: months - 1 },
    (_, k) => shortRateVariance(model, (k + 1) * step) / (keeps[k + 1] as number) ** 2,
  );
  const bridge = months > 1 ? brownianBridge(clock) : null;
  const stepLoading = rateLoading(model.meanReversion, step);
  const payLoading = rateLoading(model.meanReversion, wait);
  const centre = meanDiscounts(model, months, stepLoading, payLoading);
  const coordinates = new Float64Array(Math.max(0, months - 1));
  const motion = new Float64Array(coordinates.length);
  const deviations = new Float64Array(count * months);
  const discounts = new Float64Array(count * months);
  let [lowest, highest] = [0, 0];
  for (let path = 0; path < count; path++) {
    if (bridge !== null) {
      points.fill(path, coordinates);
      for (let d = 0; d < coordinates.length; d++) {
        coordinates[d] = inverseNormal(coordinates[d] as number);
      }
      drawMotion(bridge, coordinates, motion);
    }
    let sum = 0;
    for (let k = 0; k < months; k++) {
      const deviation = k === 0 ? 0 : (keeps[k] as number) * (motion[k - 1] as number);
      const place = k * count + path;
      if (deviation < lowest) lowest = deviation;
      else if (deviation > highest) highest = deviation;
      deviations[place] = deviation;
      discounts[place] = exp(-stepLoading * sum - payLoading * deviation - (centre[k] as number));
      sum += deviation;
    }
  }
  return { count, months, deviations, lowest, highest, discounts };
}

/** Logarithm of the mean of each month's discounting: half the variance of its exponent. */
function meanDiscounts(
  model: HullWhite,
  months: number,
  stepLoading: number,
  payLoading: number,
): Float64Array {
  const { variances, sumVariances, covariances } = moments(model, months);
  return variances.map((variance, k) => {
    const sum = sumVariances[k] as number;
    const both = covariances[k] as number;
    return (
      (stepLoading ** 2 * sum + 2 * stepLoading * payLoading * both + payLoading ** 2 * variance) /
      2
    );
  });
}

/** Variances of deviations, of the sums of those before, and the covariances of both, by month. */
function moments(model: HullWhite, months: number) {
  const keep = exp(-model.meanReversion / 12);
  const variances = new Float64Array(months);
  const sumVariances = new Float64Array(months);
  const covariances = new Float64Array(months);
  for (let k = 1; k < months; k++) {
    const before = variances[k - 1] as number;
    const both = covariances[k - 1] as number;
    variances[k] = shortRateVariance(model, k / 12);
    sumVariances[k] = (sumVariances[k - 1] as number) + 2 * both + before;
    covariances[k] = keep * (both + before);
  }
  return { variances, sumVariances, covariances };
}
