import { readFlag, readNumber, readSpread } from "../assumptions/humanValues";
import { backtest, compoundedDrawdowns, drawdowns } from "../calc/backtest/backtest";
import { positionsOf } from "../calc/backtest/gapRule";
import { spreadReturns } from "../calc/backtest/spreadReturns";
import { invalid } from "../calc/errors";
import {
  choice,
  countFrom,
  optional,
  positive,
  required,
  tenor,
  zeroIsBlank,
} from "./excel/oneCell";
import { sameLength, series as readSeries } from "./excel/series";
import { card, forExcel, type Measure } from "./excel/results";
import { returnsOf } from "./terms/returnSeries";
import { columns, numberOr } from "./excel/tables";

/**
 * What a rule would have earned: the signal of a row times the return some rows later, less the cost of changing the position. A sum of basis points; no look-ahead with a lag of 1.
 * @customfunction BACKTEST
 * @param {any[][]} signal Positions or scores, −1 to 1, one row or column, oldest first; blank or #N/A where missing.
 * @param {any[][]} returns Returns of the same rows as decimals, best over Treasuries; blank or #N/A where missing.
 * @param {any} costBp Cost of taking up or giving up a position of 1 in basis points; a flip costs it twice.
 * @param {any} [lag] Rows from a signal to the return that it earns; 1 by default, 0 looks ahead.
 * @param {any} [enter] Enter a position of ±1 where the signal is at least this in size, a decimal such as 0.5; without it the signal is the position.
 * @param {any} [exit] Leave it within this size, a decimal; half of enter by default.
 * @param {any} [field] "ALL" (default) for the card, or one measure: gross and net in basis points, turnover, hit (share of rows held that earned), maxDrawdown in basis points, sharpe a year with low and high of its 95% interval, t, n rows. "path" spills row, position, net, cumulative; "cumulative" and "drawdown" spill that column, in basis points.
 * @param {any} [overlap] Rows over which returns overlap; 1 by default. t is divided by its root and the interval is wider by it.
 * @param {any} [periods] Rows a year; 12 by default.
 * @param {any} [closing] TRUE: what is held in the last row is given up at its end, at its cost. FALSE (default): it is still held.
 * @param {any} [compounded] TRUE: maxDrawdown and "drawdown" are falls of a value that the net returns compound, in basis points of its peak. FALSE (default): of the sum of the net.
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
  closing?: any,
  compounded?: any,
): any[][] {
  return forExcel(() => {
    const compounds = optional(compounded, "compounded", readFlag, false);
    const scores = readSeries(signal, "signal");
    const earned = returnsOf(returns, "returns");
    sameLength({ signal: scores, returns: earned });
    const from = optional(enter, "enter", zeroIsBlank<number, null>(readNumber, null), null);
    const to = optional(exit, "exit", readNumber, null);
    if (from === null && to !== null && to !== 0) {
      throw invalid(`exit is ${to} without enter; give both or neither`);
    }
    const it = backtest(
      from === null ? scores : positionsOf(scores, from, to ?? from / 2),
      earned,
      {
        cost: required(costBp, "costBp", readSpread),
        lag: optional(lag, "lag", countFrom(0), 1),
        overlap: optional(overlap, "overlap", zeroIsBlank(countFrom(1), 1), 1),
        periods: optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12),
        closes: optional(closing, "closing", readFlag, false),
        compounds,
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
    const words = ["ALL", "path", "cumulative", "drawdown", ...measures.map(([name]) => name)];
    const wanted = optional(field, "field", choice(words), "ALL");
    const lacks = "the row lacks its signal or its return";
    const { positions, net, cumulative } = path;
    switch (wanted) {
      case "path":
        return columns(lacks, positions, net, cumulative).map((row, t) => [t + 1, ...row]);
      case "cumulative":
        return columns(lacks, cumulative);
      case "drawdown":
        return columns(lacks, compounds ? compoundedDrawdowns(net) : drawdowns(cumulative));
      default:
        return card(measures, field);
    }
  });
}

/**
 * Excess returns over Treasuries that a spread's history implies: its carry, the spread before divided by the rows a year, less duration × its change. A proxy of constant duration, without convexity, defaults or paydowns: never an index's performance.
 * @customfunction SPREADRETURNS
 * @param {any[][]} spreads Spreads in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any} duration Spread duration in years, held constant.
 * @param {any} [periods] Rows a year; 12 by default.
 * @returns {any[][]} A decimal a row; #N/A in the first and beside a missing one.
 */
export function spreadReturnsColumn(spreads: any[][], duration: any, periods?: any): any[][] {
  return forExcel(() =>
    columns(
      "the row or the one before it has no spread",
      spreadReturns(
        readSeries(spreads, "spreads"),
        required(duration, "duration", tenor),
        optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12),
      ),
    ),
  );
}
