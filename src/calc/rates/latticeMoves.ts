import { rateLoading, shortRateVariance, type ShortRate } from "./hullWhite";

/**
 * Moves over one step, by node: to the node `centre` and the two beside it. Each weight is the
 * probability of the move times the node's discount factor over the step, the curve's part left out;
 * of a lognormal rate the probability alone.
 * Steps of one length share one object.
 */
export interface Moves {
  readonly centre: Int32Array;
  readonly up: Float64Array;
  readonly middle: Float64Array;
  readonly down: Float64Array;
}

/**
 * The nodes of a lattice, the same at all its times: apart by √3 standard deviations of a step, where
 * three moves have a normal's kurtosis too.
 *
 * @param model - The model.
 * @param times - Years from today, rising, the first 0.
 * @param reach - How far nodes reach, in standard deviations of the short rate at the last time.
 * @returns Deviations of the short rate, decimal, equally far apart, the middle one 0; three at least.
 *
 * @example
 * Array.from(latticeNodes({ meanReversion: 0, volatility: 0 }, Float64Array.of(0, 1), 6)); // => [0, 0, 0]
 */
export function latticeNodes(model: ShortRate, times: Float64Array, reach: number): Float64Array {
  const steps = times.length - 1;
  const horizon = times[steps] as number;
  let longest = 0;
  for (let i = 0; i < steps; i++) {
    longest = Math.max(longest, (times[i + 1] as number) - (times[i] as number));
  }
  const spacing = Math.sqrt(
    Math.max(
      3 * shortRateVariance(model, horizon / steps),
      // The most that three moves with probabilities above 0 can spread.
      (4 / 3) * shortRateVariance(model, longest),
    ),
  );
  // Weighted by discount factors, the mean of the deviations moves down by their covariance.
  const drift =
    model.isLognormal === true
      ? 0
      : (model.volatility * rateLoading(model.meanReversion, horizon)) ** 2 / 2;
  const width = reach * Math.sqrt(shortRateVariance(model, horizon)) + drift;
  const half = spacing > 0 ? Math.max(1, Math.ceil(width / spacing)) : 1;
  return Float64Array.from({ length: 2 * half + 1 }, (_, j) => (j - half) * spacing || 0);
}

/**
 * The moves over a step from every node: with the mean and the variance of the exact normal move.
 *
 * @param model - The model.
 * @param length - Of the step, in years.
 * @param deviations - The nodes.
 * @returns The moves.
 *
 * @example
 * const nodes = latticeNodes({ meanReversion: 0, volatility: 0.01 }, Float64Array.of(0, 1, 2), 2);
 * movesOver({ meanReversion: 0, volatility: 0.01 }, 1, nodes).middle[2].toFixed(4); // => "0.6667"
 */
export function movesOver(model: ShortRate, length: number, deviations: Float64Array): Moves {
  const count = deviations.length;
  const half = (count - 1) / 2;
  const spacing = deviations[half + 1] as number;
  const keeps = Math.exp(-model.meanReversion * length);
  const loading = model.isLognormal === true ? 0 : rateLoading(model.meanReversion, length);
  const variance = spacing > 0 ? shortRateVariance(model, length) / (spacing * spacing) : 1 / 3;
  const moves = {
    centre: new Int32Array(count),
    up: new Float64Array(count),
    middle: new Float64Array(count),
    down: new Float64Array(count),
  };
  for (let j = 0; j < count; j++) {
    const mean = (j - half) * keeps;
    const centre = Math.min(Math.max(Math.round(mean), 1 - half), half - 1);
    // From the centre to the mean in spacings: half of one at most, but at the edges.
    const off = Math.min(Math.max(mean - centre, -1), 1);
    const size = Math.abs(off);
    // At the edges, and over very short steps, the least variance that three moves can have.
    const least = size * (1 - size);
    const second = (size > 0.5 ? least : Math.max(variance, least)) + off * off;
    const discount = Math.exp(-loading * (deviations[j] as number));
    moves.centre[j] = centre + half;
    moves.up[j] = (discount * (second + off)) / 2;
    moves.middle[j] = discount * (1 - second);
    moves.down[j] = (discount * (second - off)) / 2;
  }
  return moves;
}
