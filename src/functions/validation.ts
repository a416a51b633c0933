import { readCount, readNumber, readSpread } from "../assumptions/written";
import { backtest } from "../calc/backtest/backtest";
import { backtestOverfitting } from "../calc/backtest/overfitting";
import { deflatedSharpe, momentsOf } from "../calc/backtest/sharpe";
import {
  middle95,
  stationaryBootstrap,
  type BootstrapSettings,
} from "../calc/backtest/stationaryBootstrap";
import { invalid, missing } from "../calc/errors";
import { observed } from "../calc/history/observed";
import { mean, median, sampleStandardDeviation } from "../calc/numeric/statistics";
import { hysteresis } from "../calc/signal/hysteresis";
import { choice, optional, positive, required, zeroIsBlank, type Reader } from "./cell";
import { grid, size, width, type Argument } from "./grid";
import { complete, sameLength, series as readSeries } from "./ranges";
import { card, finite, forExcel, type Measure, type ResultCell } from "./results";
import { notThere, numberOr } from "./tables";

const atLeast =
  (low: number): Reader<number> =>
  (written, where) =>
    readCount(written, where, low);
const plainNumber: Reader<number> = (written, where) => readNumber(written, where);

/** Returns are decimals: one above 1 in size is percent. */
function returnsOf(argument: Argument, name: string): Float64Array {
  const values = readSeries(argument, name);
  values.forEach((value, i) => {
    if (!(Math.abs(value) > 1)) return;
    throw invalid(
      `${name}, row ${i + 1}, is ${value}; returns are decimals, did you mean ${value / 100}?`,
    );
  });
  return values;
}

/**
 * What a rule would have earned: the signal of a row times the return some rows later, less the cost of changing the position. Additive, in basis points; no look-ahead with a lag of 1.
 * @customfunction BACKTEST
 * @param {any[][]} signal Positions or scores, −1 to 1, one row or column, oldest first; blank or #N/A where missing.
 * @param {any[][]} returns Returns of the same rows as decimals, best over Treasuries; blank or #N/A where missing.
 * @param {any} costBp Cost of taking up or giving up a position of 1 in basis points; a flip costs it twice.
 * @param {any} [lag] Rows from a signal to the return that it earns; 1 by default, 0 looks ahead.
 * @param {any} [enter] Enter a position of ±1 where the signal is at least this in size, a decimal such as 0.5; without it the signal is the position.
 * @param {any} [exit] Leave it within this size, a decimal; half of enter by default.
 * @param {any} [field] "ALL" (default) for the card, or one measure: gross and net in basis points, turnover, hit (share of rows held that earned), maxDrawdown in basis points, sharpe a year with low and high of its 95% interval, t, n rows. "path" spills row, position, net, cumulative.
 * @param {any} [overlap] Rows over which returns overlap; 1 by default. t is divided by its root and the interval is wider by it.
 * @param {any} [periods] Rows a year; 12 by default.
 * @returns {any[][]} A card, the one measure, or the path.
 */
export function backtestCard(
  signal: any[][],
  returns: any[][],
  costBp: any,
  lag?: any,
  enter?: any,
  exit?: any,
  field?: any,
  overlap?: any,
  periods?: any,
): any[][] {
  return forExcel("BACKTEST", () => {
    const scores = readSeries(signal, "signal");
    const earned = returnsOf(returns, "returns");
    sameLength({ signal: scores, returns: earned });
    const from = optional(enter, "enter", zeroIsBlank<number, null>(plainNumber, null), null);
    const to = optional(exit, "exit", plainNumber, null);
    if (from === null && to !== null && to !== 0) {
      throw invalid(`exit is ${to} without enter; both or neither were expected`);
    }
    const it = backtest(
      from === null ? scores : new Float64Array(hysteresis(scores, from, to ?? from / 2)),
      earned,
      {
        cost: required(costBp, "costBp", readSpread),
        lag: optional(lag, "lag", atLeast(0), 1),
        overlap: optional(overlap, "overlap", zeroIsBlank(atLeast(1), 1), 1),
        periods: optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12),
      },
    );
    const { sharpe, path } = it;
    const noRisk = "the net does not vary, or there are fewer than three rows";
    const measures: Measure[] = [
      ["gross", it.gross],
      ["net", it.net],
      ["turnover", it.turnover],
      ["hit", numberOr(it.hit, "no row has a position")],
      ["maxDrawdown", it.maxDrawdown],
      ["sharpe", numberOr(sharpe?.sharpe ?? null, noRisk)],
      ["low", numberOr(sharpe?.low ?? null, noRisk)],
      ["high", numberOr(sharpe?.high ?? null, noRisk)],
      ["t", numberOr(sharpe?.t ?? null, noRisk)],
      ["n", it.rows],
    ];
    const words = ["ALL", "path", ...measures.map(([name]) => name)];
    if (optional(field, "field", choice(words), "ALL") !== "path") return card(measures, field);
    const cell = (value: number): ResultCell =>
      Number.isNaN(value) ? notThere("the row lacks its signal or its return") : finite(value);
    return Array.from(path.positions, (position, t) => [
      t + 1,
      cell(position),
      cell(path.net[t] as number),
      cell(path.cumulative[t] as number),
    ]);
  });
}

/** The arguments of a bootstrap, with their defaults. */
const bootstrapSettings = (block: any, draws: any, seed: any): BootstrapSettings => ({
  block: optional(block, "block", zeroIsBlank(positive("rows"), 12), 12),
  draws: optional(draws, "draws", zeroIsBlank(atLeast(100), 2000), 2000),
  seed: optional(seed, "seed", atLeast(0), 1),
});

const FEWEST_ROWS = 8;

/** The values of a series, enough of them to be drawn anew. */
function enough(values: Float64Array, name: string): Float64Array {
  const there = observed(values);
  if (there.length >= FEWEST_ROWS) return there;
  throw missing(`${name} has ${there.length} values; ${FEWEST_ROWS} or more are needed`);
}

/**
 * Sharpe ratio a year with its 95% interval by the stationary bootstrap, which keeps together what moves together.
 * @customfunction SHARPECI
 * @param {any[][]} returns Returns over cash or Treasuries as decimals, one row or column; blank or #N/A where missing.
 * @param {any} [periods] Rows a year; 12 by default.
 * @param {any} [block] Mean length of the blocks in rows; 12 by default.
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
  return forExcel("SHARPECI", () => {
    const values = enough(returnsOf(returns, "returns"), "returns");
    const year = Math.sqrt(
      optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12),
    );
    const ratio = (drawn: Float64Array) => {
      const { mean: average, deviation } = momentsOf(drawn);
      // A draw of one row over and over has no risk; it says nothing.
      return deviation > 0 ? (average / deviation) * year : 0;
    };
    if (momentsOf(values).deviation === 0) throw missing("the returns do not vary");
    const settings = bootstrapSettings(block, draws, seed);
    const [low, high] = middle95(stationaryBootstrap(values, ratio, settings));
    return card([
      ["sharpe", ratio(values)],
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
 * @returns {any} The probability as a decimal.
 */
export function deflatedSharpeCell(
  sharpe: any,
  n: any,
  skew: any,
  kurtosis: any,
  trials?: any,
  varSharpe?: any,
): any {
  return forExcel("DEFLATEDSHARPE", () =>
    finite(
      deflatedSharpe({
        sharpe: required(sharpe, "sharpe", plainNumber),
        n: required(n, "n", atLeast(2)),
        skew: required(skew, "skew", plainNumber),
        kurtosis: required(kurtosis, "kurtosis", plainNumber),
        trials: optional(trials, "trials", zeroIsBlank(atLeast(1), 1), 1),
        variance: optional(varSharpe, "varSharpe", plainNumber, null),
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
  return forExcel("PBO", () => {
    const cells = grid(matrix, "matrix");
    if (cells === null) throw missing("matrix is missing; returns were expected");
    const count = width(cells);
    if (count > MOST_STRATEGIES) {
      throw invalid(
        `matrix is a range of ${size(cells)}; at most ${MOST_STRATEGIES} strategies were expected`,
      );
    }
    const strategies = Array.from({ length: count }, (_, j) =>
      complete(
        cells.map((row) => [row[j]]),
        `matrix, column ${j + 1}`,
      ),
    );
    const wanted = optional(blocks, "blocks", zeroIsBlank(atLeast(2), 10), 10);
    return finite(backtestOverfitting(strategies, wanted));
  });
}

const STATISTICS = new Map<string, (values: Float64Array) => number>([
  ["mean", mean],
  ["median", median],
  ["sd", (values) => sampleStandardDeviation(values)],
  ["last", (values) => values[values.length - 1] as number],
]);

/**
 * A statistic of a series with its 95% interval by the stationary bootstrap, which keeps together what moves together.
 * @customfunction BOOTCI
 * @param {any[][]} series Values in their unit, one row or column, oldest first; blank or #N/A where missing, in its unit.
 * @param {any} [statistic] "mean" (default), "median", "sd" or "last" (where a value stands among its kind).
 * @param {any} [block] Mean length of the blocks in rows; 12 by default.
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
  return forExcel("BOOTCI", () => {
    const values = enough(readSeries(series, "series"), "series");
    const word = optional(statistic, "statistic", choice([...STATISTICS.keys()]), "mean");
    const of = STATISTICS.get(word) as (drawn: Float64Array) => number;
    const [low, high] = middle95(
      stationaryBootstrap(values, of, bootstrapSettings(block, draws, seed)),
    );
    return card([
      ["value", of(values)],
      ["low", low],
      ["high", high],
    ]);
  });
}
