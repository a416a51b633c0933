// Backtests and their inference: what a page or a cell waits for.
// @ts-check

/** Ten years of business days. */
const LOOK_BACK = 2_520;

/**
 * @param {(contenders: Record<string, () => void>, runs: number) => Record<string, number>} race
 *   milliseconds a call
 * @param {Float64Array} history 10,000 values, for one pass of ZSCORE
 */
function validationRace(race, history) {
  const { backtest } = require("../../src/calc/backtest/backtest");
  const { gapPositions } = require("../../src/calc/backtest/gapRule");
  const { backtestOverfitting } = require("../../src/calc/backtest/overfitting");
  const { pctRank } = require("../../src/calc/history/pctRank");
  const { rollingRank } = require("../../src/calc/history/rollingRank");
  const { zScore } = require("../../src/calc/history/zScore");
  const { normalStream } = require("../../src/calc/numeric/random");
  const { bp } = require("../../src/calc/units");
  const { sharpeCiCard } = require("../../src/functions/validation");
  const shock = normalStream(7);
  const days = 6_300;
  const gap = history.slice(0, days);
  const returns = Float64Array.from({ length: days }, () => 0.0004 * shock());
  const rule = { window: 252, enter: 1.5, exit: 0.5 };
  const settings = { cost: bp(10), lag: 1, overlap: 1, periods: 252 };
  const months = Array.from({ length: 300 }, () => [0.004 * shock()]);
  const strategies = Array.from({ length: 50 }, () =>
    Float64Array.from({ length: 300 }, () => 0.004 * shock()),
  );
  return race(
    {
      backtest: () => backtest(gapPositions(gap, rule), returns, settings),
      z: () => zScore(history),
      rank: () => rollingRank(history, LOOK_BACK),
      naiveRank: () => {
        for (let t = LOOK_BACK; t < history.length; t++) {
          pctRank(history.subarray(t - LOOK_BACK, t), history[t]);
        }
      },
      sharpe: () => sharpeCiCard(months, 12, 12, 2_000),
      overfitting: () => backtestOverfitting(strategies, 10),
    },
    10,
  );
}

module.exports = { validationRace };
