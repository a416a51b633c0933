import { missing } from "../errors";
import { mean } from "../numeric/statistics";
import { observed, type History } from "../series/observed";

/** Sums that the likelihood of a first-order autoregression is made of, about the history's own mean. */
export interface AutoregressiveSums {
  readonly n: number;
  readonly mean: number;
  readonly first: number;
  /** Sums of the rows but the first, and but the last. */
  readonly after: number;
  readonly before: number;
  /** Sums of their squares, and of their products. */
  readonly afterSquares: number;
  readonly beforeSquares: number;
  readonly products: number;
}

/** What the history says if its coefficient is a given one. */
export interface RestrictedFit {
  /** Of the restricted likelihood, up to a constant. */
  readonly logLikelihood: number;
  /** Level by generalised least squares. */
  readonly level: number;
  /** Variance of that level over the variance of a shock; infinite without reversion. */
  readonly levelVariance: number;
  /** Variance of a shock, on n − 1 degrees of freedom. */
  readonly shockVariance: number;
}

/** Values for a likelihood of three parameters, one more than an autoregression by least squares. */
const FEWEST = 6;
/** Shocks below this share of the history's own movement are rounding. */
const NO_NOISE = 1e-12;

/**
 * The sums of a history.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @returns The sums.
 * @throws CalcError `missing` when there are fewer than six values, or they follow from each other without
 *   noise.
 *
 * @example
 * autoregressiveSums(Float64Array.of(1, 2, 1, 2, 1, 2)).products; // => -1.25
 */
export function autoregressiveSums(history: History): AutoregressiveSums {
  const values = observed(history);
  const n = values.length;
  if (n < FEWEST) {
    throw missing(`the series has ${n} values; the likelihood of a reversion needs ${FEWEST}`);
  }
  const centre = mean(values);
  const off = values.map((value) => value - centre);
  let [after, before, afterSquares, beforeSquares, products, steps] = [0, 0, 0, 0, 0, 0];
  for (let t = 1; t < n; t++) {
    const [x, y] = [off[t - 1] as number, off[t] as number];
    before += x;
    after += y;
    beforeSquares += x * x;
    afterSquares += y * y;
    products += x * y;
    steps += (y - x) ** 2;
  }
  const sums = {
    n,
    mean: centre,
    first: off[0] as number,
    after,
    before,
    afterSquares,
    beforeSquares,
    products,
  };
  const isNoisy = (phi: number) =>
    restrictedFit(sums, phi).shockVariance > NO_NOISE * (beforeSquares + afterSquares);
  if (!(steps > 0 && [0, 0.5, 0.9, 1].every(isNoisy))) {
    throw missing("the values of the series follow from each other without noise");
  }
  return sums;
}

/**
 * The restricted likelihood of a first-order autoregression about a level: the likelihood of what is left
 * when the unknown level is taken out. It is the exact likelihood of a process in its long-run law, and
 * runs without a step into that of a random walk at φ = 1; the coefficient at its peak has almost none of
 * the bias of least squares, and likelihood ratios keep their χ² law up to a unit root.
 *
 * @param sums - Of the history.
 * @param phi - The coefficient, 0 to 1.
 * @returns Its likelihood, with the level and the shocks that belong to it.
 * @see W. W. Chen, R. S. Deo, "Bias reduction and likelihood-based almost exactly sized hypothesis testing in
 * predictive regressions using the restricted likelihood", Econometric Theory 25(5), 2009
 *
 * @example
 * restrictedFit(autoregressiveSums(Float64Array.of(1, 2, 1, 2, 1, 2)), 0).level; // => 1.5
 */
export function restrictedFit(sums: AutoregressiveSums, phi: number): RestrictedFit {
  const { n, first } = sums;
  const gone = 1 - phi;
  // The level's precision and its weighted sum, both divided by 1 − φ: they stay at a unit root.
  const precision = 1 + phi + (n - 1) * gone;
  const weighted = (1 + phi) * first + sums.after - phi * sums.before;
  const squares =
    gone * (1 + phi) * first * first +
    sums.afterSquares -
    2 * phi * sums.products +
    phi * phi * sums.beforeSquares -
    (gone * weighted * weighted) / precision;
  return {
    logLikelihood:
      0.5 * Math.log((1 + phi) / precision) - ((n - 1) / 2) * Math.log(Math.max(squares, 0)),
    level: sums.mean + weighted / precision,
    levelVariance: 1 / (gone * precision),
    shockVariance: squares / (n - 1),
  };
}
