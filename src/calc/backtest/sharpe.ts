import { invalid } from "../errors";
import { inverseNormal } from "../numeric/normal";
import { normalProbability } from "../numeric/normalDistribution";
import { tidy } from "../numeric/tidy";

const { E, max, sqrt } = Math;

/** Mean, standard deviation (n − 1), skewness and kurtosis of the rows that are there. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
  readonly skew: number;
  /** 3 for a normal distribution. */
  readonly kurtosis: number;
}

/**
 * Moments of a series.
 *
 * @param values - NaN where missing.
 * @returns The moments; skewness and kurtosis are those of the sample, without correction.
 *
 * @example
 * [momentsOf(Float64Array.of(1, NaN, 3)).mean, momentsOf(Float64Array.of(1, 3)).kurtosis]; // => [2, 1]
 */
export function momentsOf(values: Float64Array): Moments {
  let [n, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // NaN alone is not itself; in these loops the test costs a third of isNaN.
    if (value !== value) continue;
    n++;
    sum += value;
  }
  const mean = sum / n;
  let [second, third, fourth] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    const off = value - mean;
    const square = off * off;
    second += square;
    third += square * off;
    fourth += square * square;
  }
  const variance = second / n;
  return {
    n,
    mean,
    deviation: sqrt(second / (n - 1)),
    skew: third / n / variance ** 1.5,
    kurtosis: fourth / n / (variance * variance),
  };
}

/**
 * The Sharpe ratio of returns a year: mean over standard deviation, times the root of the rows a year.
 *
 * @param returns - In any unit, NaN where missing.
 * @param periods - Rows a year.
 * @returns The ratio; 0 where the returns do not vary, or there are fewer than two.
 *
 * @example
 * sharpeRatio(Float64Array.of(1, 2, 3), 12).toFixed(6); // => "6.928203"
 */
export function sharpeRatio(returns: Float64Array, periods: number): number {
  const { mean, deviation } = momentsOf(returns);
  return deviation > 0 ? (mean / deviation) * sqrt(periods) : 0;
}

/** A Sharpe ratio a year with its interval. */
export interface SharpeInterval {
  readonly sharpe: number;
  /** Ends of the 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Of the mean, divided by the root of the overlap (Hjalmarsson). */
  readonly t: number;
}

/**
 * Variance of an estimated Sharpe ratio a row: (1 − skew·SR + (kurtosis − 1)/4·SR²)/(n − 1).
 *
 * @param sharpe - A row.
 * @param n - Rows.
 * @param skew - Of the returns.
 * @param kurtosis - Of the returns, 3 when they are normal.
 * @returns The variance.
 * @see E. Mertens, "Comments on variance of the IID estimator in Lo (2002)", 2002
 */
function sharpeVariance(sharpe: number, n: number, skew: number, kurtosis: number): number {
  return max(0, 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe) / (n - 1);
}

/** 97.5% of a normal distribution lie below so many standard deviations. */
const TWO_SIDED_95 = inverseNormal(0.975);

/**
 * The Sharpe ratio of returns, and how unsure it is: its asymptotic interval, wider by the root of the
 * overlap.
 *
 * @param returns - In any unit, NaN where missing.
 * @param periods - Rows a year.
 * @param overlap - Rows over which returns overlap; 1 when they do not.
 * @returns Ratio, interval and t; null where fewer than three rows are there or they do not vary.
 * @see E. Hjalmarsson, "New methods for inference in long-horizon regressions", JFQA 46(3), 2011
 *
 * @example
 * sharpeInterval(Float64Array.of(1, 2, 3), 12, 1)?.sharpe.toFixed(6); // => "6.928203"
 */
export function sharpeInterval(
  returns: Float64Array,
  periods: number,
  overlap: number,
): SharpeInterval | null {
  const { n, mean, deviation, skew, kurtosis } = momentsOf(returns);
  if (!(n >= 3 && deviation > 1e-12 * Math.abs(mean))) return null;
  const ratio = mean / deviation;
  const error = sqrt(sharpeVariance(ratio, n, skew, kurtosis) * overlap);
  const year = sqrt(periods);
  return {
    sharpe: ratio * year,
    low: (ratio - TWO_SIDED_95 * error) * year,
    high: (ratio + TWO_SIDED_95 * error) * year,
    t: (ratio * sqrt(n)) / sqrt(overlap),
  };
}

/** The constant of Euler and Mascheroni. */
const EULER = 0.5772156649015329;

/**
 * The Sharpe ratio that the best of some worthless variants shows on average.
 *
 * @param trials - Variants tried, 1 or more.
 * @param variance - Of the variants' Sharpe ratios, a row.
 * @returns A row: √V·((1 − γ)·Z(1 − 1/N) + γ·Z(1 − 1/(N·e))); 0 for one trial.
 *
 * @example
 * expectedBest(50, 0.01).toFixed(4); // => "0.2276"
 */
export function expectedBest(trials: number, variance: number): number {
  if (trials <= 1) return 0;
  const best = inverseNormal(1 - 1 / trials);
  const second = inverseNormal(1 - 1 / (trials * E));
  return sqrt(variance) * ((1 - EULER) * best + EULER * second);
}

/** What a Sharpe ratio is estimated from. */
export interface SharpeEvidence {
  /** A row, not annualised. */
  readonly sharpe: number;
  readonly n: number;
  readonly skew: number;
  /** 3 for a normal distribution. */
  readonly kurtosis: number;
  /** Variants tried before this one was chosen. */
  readonly trials: number;
  /** Variance of the variants' ratios, a row; null: that of the estimate itself. */
  readonly variance: number | null;
  /** The ratio that it is to be above, a row; 0 by default. */
  readonly benchmark?: number;
}

/**
 * Probability that a strategy is better than a benchmark, and than what the best of so many that are no
 * better than it would show: with one trial the probabilistic Sharpe ratio.
 *
 * @param evidence - Ratio, moments, trials.
 * @returns 0 to 1.
 * @throws CalcError `invalid` when a value is out of range.
 * @see D. Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio Management 40(5), 2014
 * @see D. Bailey, M. López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15(2), 2012
 *
 * @example
 * deflatedSharpe({ sharpe: 0.25, n: 120, skew: -0.4, kurtosis: 4.5, trials: 50, variance: 0.01 }).toFixed(3); // => "0.590"
 */
export function deflatedSharpe(evidence: SharpeEvidence): number {
  const { sharpe, n, skew, kurtosis, trials, variance, benchmark = 0 } = evidence;
  if (!(n >= 2)) throw invalid(`n is ${n}; it must be 2 rows or more`);
  // Of any distribution the kurtosis is at least this; two values alone reach it, but for rounding.
  const least = 1 + skew * skew;
  if (!(kurtosis >= least * (1 - 1e-12))) {
    throw invalid(
      `kurtosis is ${kurtosis} with a skew of ${skew}; it must be at least ${tidy(least)} (a normal distribution has 3, not 0)`,
    );
  }
  const own = sharpeVariance(sharpe, n, skew, kurtosis);
  if (!(variance === null || variance >= 0)) {
    throw invalid(`varSharpe is ${variance}; it must be a variance of 0 or more`);
  }
  const threshold = benchmark + expectedBest(trials, variance ?? own);
  return normalProbability((sharpe - threshold) / sqrt(own));
}
