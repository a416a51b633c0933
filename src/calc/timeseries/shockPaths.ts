/* Paths of the autoregression that a series is taken for. */
import { uniformStream } from "../numeric/random";
import { mean } from "../numeric/statistics";
import { blockLength } from "./blockLength";

const { abs, ceil, log, max, min, sqrt } = Math;

/** A coefficient nearer to 1 makes of a few dozen rows an interval without end. */
const MOST_PHI = 0.97;

/**
 * The coefficient of a first-order autoregression with the bias of least squares taken off.
 *
 * @param values - Oldest first, without missing rows.
 * @param centre - Their mean.
 * @returns The coefficient, at most .97 in size.
 * @see M. Kendall, "Note on bias in the estimation of autocorrelation", Biometrika 41, 1954: (1 + 3φ) ÷ n
 *
 * @example
 * biasCorrectedCoefficient(Float64Array.of(1, 2, 1, 2, 1, 2), 1.5).toFixed(4); // => "-0.9700"
 */
export function biasCorrectedCoefficient(values: Float64Array, centre: number): number {
  const n = values.length;
  let [products, squares] = [0, 0];
  for (let t = 1; t < n; t++) {
    const before = (values[t - 1] as number) - centre;
    products += ((values[t] as number) - centre) * before;
    squares += before * before;
  }
  const slope = squares > 0 ? products / squares : 0;
  return max(-MOST_PHI, min(MOST_PHI, slope + (1 + 3 * slope) / n));
}

/** A share of a start that is as good as forgotten. */
const FORGOTTEN = 0.02;

/** The autoregression that a series is taken for. */
export interface ShockPaths {
  readonly centre: number;
  readonly deviation: number;
  /** Fills rows with another path of it; each call goes on from the draws before. */
  readonly path: (into: Float64Array) => Float64Array;
}

/**
 * The first-order autoregression that a series is taken for, and paths of it whose shocks are the series' own,
 * drawn again in blocks.
 *
 * @param values - Oldest first, without missing rows; four or more.
 * @param block - Mean length of a block in rows, 1 or more; null: chosen from the shocks.
 * @param seed - Of the draws.
 * @returns Mean, standard deviation and paths.
 * @see P. Bühlmann, "Sieve bootstrap for time series", Bernoulli 3(2), 1997
 *
 * @example
 * shockPaths(Float64Array.of(1, 2, 4, 3, 1, 2), 1, 1).path(new Float64Array(9)).length; // => 9
 */
export function shockPaths(values: Float64Array, block: number | null, seed: number): ShockPaths {
  const n = values.length;
  const centre = mean(values);
  const phi = biasCorrectedCoefficient(values, centre);
  const shocks = new Float64Array(n - 1);
  for (let t = 1; t < n; t++) {
    shocks[t - 1] = (values[t] as number) - centre - phi * ((values[t - 1] as number) - centre);
  }
  const middle = mean(shocks);
  // As many degrees of freedom are lost as there are parameters.
  const wider = sqrt((n - 1) / (n - 3));
  let squares = 0;
  for (let t = 0; t < n - 1; t++) {
    const shock = wider * ((shocks[t] as number) - middle);
    shocks[t] = shock;
    squares += shock * shock;
  }
  const ends = 1 / (block ?? blockLength(shocks));
  const uniform = uniformStream(seed);
  const before = ceil(log(FORGOTTEN) / log(max(0.02, abs(phi))));
  const path = (into: Float64Array): Float64Array => {
    let [place, level] = [0, 0];
    for (let t = -before; t < into.length; t++) {
      if (t === -before || ends >= 1 || uniform() < ends) place = (uniform() * (n - 1)) | 0;
      else place = place + 1 === n - 1 ? 0 : place + 1;
      level = phi * level + (shocks[place] as number);
      if (t >= 0) into[t] = centre + level;
    }
    return into;
  };
  return { centre, deviation: sqrt(squares / (n - 1) / (1 - phi * phi)), path };
}
