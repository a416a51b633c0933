import { readNumber } from "../assumptions/humanValues";
import { backtestOverfitting } from "../calc/backtest/overfitting";
import { deflatedSharpe, momentsOf, sharpeRatio } from "../calc/backtest/sharpe";
import { middle95, stationaryDraws } from "../calc/backtest/stationaryBootstrap";
import {
  DEVIATION,
  MEAN,
  MEDIAN,
  ratioTimes,
  studentisedInterval,
  type Studentised,
  type StudentisedSettings,
} from "../calc/backtest/studentisedBootstrap";
import { invalid, missing } from "../calc/errors";
import { observed } from "../calc/series/observed";
import { atOnce } from "../calc/numeric/sliced";
import { choice, countFrom, optional, positive, required, zeroIsBlank } from "./excel/oneCell";
import { grid, size, width } from "./excel/grid";
import { complete, series as readSeries } from "./excel/series";
import { returnsOf } from "./terms/returnSeries";
import { card, finiteCell, forExcel } from "./excel/results";

/** Draws × rows; more would keep a cell busy too long. */
const MOST_WORK = 600_000;

/** What the arguments of a bootstrap say, for so many rows; a block of null is chosen from the series. */
function bootstrapOf(rows: number, block: any, draws: any, seed: any): StudentisedSettings {
  const settings = {
    block: optional(block, "block", zeroIsBlank<number, null>(positive("rows"), null), null),
    draws: optional(draws, "draws", zeroIsBlank(countFrom(100), 2000), 2000),
    seed: optional(seed, "seed", countFrom(0), 1),
  };
  const work = settings.draws * rows;
  if (work > MOST_WORK) {
    throw invalid(
      `draws is ${settings.draws} for ${rows} rows, together ${work}; it must be at most ${MOST_WORK}`,
    );
  }
  return settings;
}

const FEWEST_ROWS = 8;

/** The values of a series, enough of them to be drawn again. */
function enough(values: Float64Array, name: string): Float64Array {
  const there = observed(values);
  if (there.length >= FEWEST_ROWS) return there;
  throw missing(`${name} has ${there.length} values; ${FEWEST_ROWS} or more are needed`);
}

/**
 * Sharpe ratio a year with its 95% interval by a studentised bootstrap of a first-order autoregression. Of simulated intervals at 60 and 120 rows 93% to 97% hold the truth, with rows that are independent or follow on from each other (AR up to .85).
 * @customfunction SHARPECI
 * @param {any[][]} returns Returns over cash or Treasuries as decimals, one row or column; blank or #N/A where missing.
 * @param {any} [periods] Rows a year; 12 by default.
 * @param {any} [block] Mean length in rows of the blocks of shocks that are drawn together; chosen from the series by default (Politis and White).
 * @param {any} [draws] Draws, 100 or more; 2,000 by default; draws × rows at most 600,000.
 * @param {any} [seed] Seed of the draws as a whole number of rows; 1 by default. The same seed gives the same interval.
 * @returns {any[][]} A card: sharpe, low, high.
 */
export function sharpeCiCard(
  returns: any[][],
  periods?: any,
  block?: any,
  draws?: any,
  seed?: any,
): any[][] {
  return forExcel(() => {
    const values = enough(returnsOf(returns, "returns"), "returns");
    const year = optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12);
    if (momentsOf(values).deviation === 0) throw missing("the returns do not vary");
    const settings = bootstrapOf(values.length, block, draws, seed);
    const statistic = ratioTimes(Math.sqrt(year));
    const [low, high] = atOnce(studentisedInterval(values, statistic, settings));
    return card([
      ["sharpe", sharpeRatio(values, year)],
      ["low", low],
      ["high", high],
    ]);
  });
}

/**
 * Probability that a Sharpe ratio is more than the luck of the best of so many variants that were tried.
 * @customfunction DEFLATEDSHARPE
 * @param {any} sharpe Sharpe ratio a row, not a year, as a decimal.
 * @param {any} n Rows that it was estimated from.
 * @param {any} skew Skewness of the returns as a decimal; 0 for a normal distribution.
 * @param {any} kurtosis Kurtosis of the returns as a decimal; 3 for a normal distribution, not 0.
 * @param {any} [trials] Variants tried, this one included, as rows of a list of them; 1 by default: no deflation.
 * @param {any} [varSharpe] Variance of the variants' ratios a row as a decimal; that of the estimate by default.
 * @param {any} [benchmark] Sharpe ratio a row that it is to be above, as a decimal; 0 by default. With one trial the answer is the probabilistic Sharpe ratio.
 * @returns {any} The probability as a decimal.
 */
export function deflatedSharpeCell(
  sharpe: any,
  n: any,
  skew: any,
  kurtosis: any,
  trials?: any,
  varSharpe?: any,
  benchmark?: any,
): any {
  return forExcel(() =>
    finiteCell(
      deflatedSharpe({
        sharpe: required(sharpe, "sharpe", readNumber),
        n: required(n, "n", countFrom(2)),
        skew: required(skew, "skew", readNumber),
        kurtosis: required(kurtosis, "kurtosis", readNumber),
        trials: optional(trials, "trials", zeroIsBlank(countFrom(1), 1), 1),
        variance: optional(varSharpe, "varSharpe", readNumber, null),
        benchmark: optional(benchmark, "benchmark", readNumber, 0),
      }),
    ),
  );
}

/** Columns of a matrix; more strategies would keep a cell busy too long. */
const MOST_STRATEGIES = 100;

/**
 * Probability of backtest overfitting: how often the strategy that is best in one half of the rows is below the middle in the other. ½ is what luck gives.
 * @customfunction PBO
 * @param {any[][]} matrix Returns as decimals: a row a period, a column a strategy, 2 to 100 of them, without gaps.
 * @param {any} [blocks] Blocks of rows that are split into halves in every way, even, 2 to 16; 10 by default.
 * @returns {any} The probability as a decimal.
 */
export function pboCell(matrix: any[][], blocks?: any): any {
  return forExcel(() => {
    const cells = grid(matrix, "matrix");
    if (cells === null) throw missing("matrix is missing; give returns");
    const count = width(cells);
    if (count > MOST_STRATEGIES) {
      throw invalid(
        `matrix is a range of ${size(cells)}; it must be at most ${MOST_STRATEGIES} strategies`,
      );
    }
    const strategies = Array.from({ length: count }, (_, j) =>
      complete(
        cells.map((row) => [row[j]]),
        `matrix, column ${j + 1}`,
      ),
    );
    const wanted = optional(blocks, "blocks", zeroIsBlank(countFrom(2), 10), 10);
    return finiteCell(backtestOverfitting(strategies, wanted));
  });
}

const STATISTICS = new Map<string, Studentised>([
  ["mean", MEAN],
  ["median", MEDIAN],
  ["sd", DEVIATION],
]);

const lastOf = (values: Float64Array): number => values[values.length - 1] as number;

/** The middle 95% of the values that a last row of the kind may have. */
function rangeOfLast(values: Float64Array, settings: StudentisedSettings) {
  const asTheyStand = { ...settings, block: settings.block ?? 1 };
  return middle95(atOnce(stationaryDraws(values, lastOf, asTheyStand)));
}

/**
 * A statistic of a series with its 95% interval by a studentised bootstrap of a first-order autoregression. Of simulated intervals at 60 and 120 rows 93% to 97% hold the truth for the mean, 90% to 95% for the median and 91% to 95% for the standard deviation; where rows follow on closely (AR .85) that of the standard deviation holds 83% at 60 rows and 90% at 120.
 * @customfunction BOOTCI
 * @param {any[][]} series Values in their unit, one row or column, oldest first; blank or #N/A where missing, in its unit.
 * @param {any} [statistic] "mean" (default), "median", "sd" or "last" (where a value stands among its kind).
 * @param {any} [block] Mean length in rows of the blocks of shocks that are drawn together; chosen from the series by default (Politis and White).
 * @param {any} [draws] Draws, 100 or more rows; 2,000 by default; draws × rows at most 600,000.
 * @param {any} [seed] Seed of the draws, any whole number of rows; 1 by default. The same seed gives the same interval.
 * @returns {any[][]} A card: value, low, high, in the series' unit.
 */
export function bootCiCard(
  series: any[][],
  statistic?: any,
  block?: any,
  draws?: any,
  seed?: any,
): any[][] {
  return forExcel(() => {
    const values = enough(readSeries(series, "series"), "series");
    const word = optional(statistic, "statistic", choice([...STATISTICS.keys(), "last"]), "mean");
    const settings = bootstrapOf(values.length, block, draws, seed);
    const known = STATISTICS.get(word);
    const [low, high] =
      known === undefined
        ? rangeOfLast(values, settings)
        : atOnce(studentisedInterval(values, known, settings));
    return card([
      ["value", (known?.of ?? lastOf)(values)],
      ["low", low],
      ["high", high],
    ]);
  });
}
