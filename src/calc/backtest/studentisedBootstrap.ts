import { mean, median, sampleStandardDeviation } from "../numeric/statistics";
import { SLICE_ROWS, type Sliced } from "../numeric/sliced";
import { invalid } from "../errors";
import { biasCorrectedCoefficient, shockPaths } from "../timeseries/shockPaths";
import { middle95 } from "./stationaryBootstrap";

const { abs, exp, log, sqrt } = Math;

/** How a series is drawn again. */
export interface StudentisedSettings {
  /** Mean length of the blocks of shocks in rows, 1 or more; null: chosen from the series. */
  readonly block: number | null;
  readonly draws: number;
  readonly seed: number;
}

/** A statistic whose interval can be had. */
export interface Studentised {
  readonly of: (values: Float64Array) => number;
  /** Fills `into` with the influence of each row on the statistic, or on its logarithm. */
  readonly influence: (values: Float64Array, into: Float64Array) => void;
  /** Its value for a process of a mean and a standard deviation; null: taken from a long path. */
  readonly truth: ((mean: number, deviation: number) => number) | null;
  /** Above 0 by its nature: the interval is one of its logarithm. */
  readonly isScale: boolean;
}

const copied = (values: Float64Array, into: Float64Array) => {
  into.set(values);
};

/** The mean of a series. */
export const MEAN: Studentised = {
  of: mean,
  influence: copied,
  truth: (centre) => centre,
  isScale: false,
};

/** The median; the mean's error is its yardstick, for a studentised ratio needs no more than the scale. */
export const MEDIAN: Studentised = { of: median, influence: copied, truth: null, isScale: false };

/** The sample's standard deviation. */
export const DEVIATION: Studentised = {
  of: sampleStandardDeviation,
  influence: (values, into) => {
    const [centre, deviation] = [mean(values), sampleStandardDeviation(values)];
    for (let t = 0; t < values.length; t++) {
      into[t] = (((values[t] as number) - centre) / deviation) ** 2 / 2;
    }
  },
  truth: (_, deviation) => deviation,
  isScale: true,
};

/**
 * Mean over standard deviation, times a factor.
 *
 * @param factor - The root of the rows a year.
 * @returns The statistic.
 *
 * @example
 * ratioTimes(2).of(Float64Array.of(1, 2, 3)); // => 4
 */
export const ratioTimes = (factor: number): Studentised => ({
  of: (values) => (factor * mean(values)) / sampleStandardDeviation(values),
  influence: (values, into) => {
    const [centre, deviation] = [mean(values), sampleStandardDeviation(values)];
    const half = centre / deviation / 2;
    for (let t = 0; t < values.length; t++) {
      const z = ((values[t] as number) - centre) / deviation;
      into[t] = factor * (z - half * z * z);
    }
  },
  truth: (centre, deviation) => (factor * centre) / deviation,
  isScale: false,
});

/** Standard error of a mean of rows that follow a first-order autoregression. */
function longRunError(rows: Float64Array): number {
  const n = rows.length;
  const centre = mean(rows);
  const phi = biasCorrectedCoefficient(rows, centre);
  let squares = 0;
  for (let t = 1; t < n; t++) {
    const shock = (rows[t] as number) - centre - phi * ((rows[t - 1] as number) - centre);
    squares += shock * shock;
  }
  return sqrt(squares / (n - 2) / n) / (1 - phi);
}

/** Rows of the path that stands for the process, a row of the series. */
const LONG = 50;

/**
 * The 95% interval of a statistic by a studentised bootstrap: the series is taken for a first-order
 * autoregression, whose shocks are drawn again in blocks, and the statistic's ratio to its own standard error
 * is what is read off the draws.
 *
 * @param values - Oldest first, without missing rows; four or more.
 * @param statistic - The statistic.
 * @param settings - Block length, draws, seed.
 * @returns The work; it looks at draws × rows, and gives the ends of the interval. A series without shocks has no
 *   width.
 * @throws CalcError `invalid` when a block is shorter than a row.
 * @see P. Bühlmann, "Sieve bootstrap for time series", Bernoulli 3(2), 1997; P. Hall, "The Bootstrap and Edgeworth
 * Expansion", 1992, section 3.2; coverage in docs/calibration.md
 *
 * @example
 * const settings = { block: 1, draws: 100, seed: 1 };
 * studentisedInterval(Float64Array.of(7, 7, 7), MEAN, settings).next().value; // => [7, 7]
 */
export function* studentisedInterval(
  values: Float64Array,
  statistic: Studentised,
  { block, draws, seed }: StudentisedSettings,
): Sliced<readonly [low: number, high: number]> {
  if (block !== null && !(block >= 1)) throw invalid(`block is ${block}; it must be 1 row or more`);
  const n = values.length;
  const scratch = new Float64Array(n);
  const errorOf = (rows: Float64Array) => {
    statistic.influence(rows, scratch);
    return longRunError(scratch);
  };
  const scaled = statistic.isScale ? log : (value: number) => value;
  const found = statistic.of(values);
  const error = errorOf(values);
  if (!(error > 1e-12 * abs(found))) return [found, found];
  const draw = shockPaths(values, block, seed);
  const truth = scaled(
    statistic.truth?.(draw.centre, draw.deviation) ??
      statistic.of(draw.path(new Float64Array(LONG * n))),
  );
  const ratios = new Float64Array(draws);
  const drawn = new Float64Array(n);
  let looked = LONG * n;
  for (let i = 0; i < draws; i++) {
    draw.path(drawn);
    const ratio = (scaled(statistic.of(drawn)) - truth) / errorOf(drawn);
    // A draw of one shock over and over has no error: it says nothing.
    ratios[i] = Number.isFinite(ratio) ? ratio : 0;
    looked += n;
    if (looked < SLICE_ROWS) continue;
    yield looked;
    looked = 0;
  }
  const [low, high] = middle95(ratios.sort());
  const ends = [scaled(found) - high * error, scaled(found) - low * error] as const;
  return statistic.isScale ? [exp(ends[0]), exp(ends[1])] : ends;
}
