import { invalid, missing } from "../errors";

/** 184,756 ways to choose half of twenty blocks would take too long. */
const MOST_BLOCKS = 16;

/**
 * Probability of backtest overfitting, by combinatorially symmetric cross-validation: the share of all
 * ways to split the rows into halves of blocks in which the strategy that is best in one half is in
 * the lower half of the strategies in the other; in the middle itself it counts half.
 *
 * @param strategies - Returns of each strategy, of the same rows.
 * @param blocks - Even, 2 to 16; they differ by one row at most.
 * @returns 0 to 1: ½ where the choice among them is luck.
 * @throws CalcError `invalid` when lengths differ or blocks is no such number; `missing` when there are
 *   fewer than two strategies or than two rows a block.
 * @see D. Bailey, J. Borwein, M. López de Prado, Q. Zhu, "The probability of backtest overfitting", Journal of Computational Finance 20(4), 2017
 *
 * @example
 * const good = Float64Array.of(1, 2, 1, 2, 1, 2, 1, 2);
 * backtestOverfitting([good, good.map((it) => it - 3)], 4); // => 0
 */
export function backtestOverfitting(strategies: readonly Float64Array[], blocks: number): number {
  const rows = strategies[0]?.length ?? 0;
  if (!(Number.isInteger(blocks) && blocks >= 2 && blocks <= MOST_BLOCKS && blocks % 2 === 0)) {
    throw invalid(`blocks is ${blocks}; it must be an even number from 2 to ${MOST_BLOCKS}`);
  }
  if (strategies.length < 2) {
    throw missing(`there is ${strategies.length} strategy; a choice needs two or more`);
  }
  if (rows < 2 * blocks) {
    throw missing(
      `there are ${rows} rows; there must be ${2 * blocks} or more for ${blocks} blocks`,
    );
  }
  const count = strategies.length;
  // Number of rows, sum and sum of squares of each block and strategy.
  const sums = new Float64Array(blocks * count);
  const squares = new Float64Array(blocks * count);
  const lengths = new Float64Array(blocks);
  for (let b = 0; b < blocks; b++) {
    const [from, to] = [Math.floor((b * rows) / blocks), Math.floor(((b + 1) * rows) / blocks)];
    lengths[b] = to - from;
    strategies.forEach((returns, s) => {
      if (returns.length !== rows) {
        throw invalid(
          `strategy ${s + 1} has ${returns.length} rows and the first ${rows}; both must have the same length`,
        );
      }
      let [sum, square] = [0, 0];
      for (let t = from; t < to; t++) {
        const value = returns[t] as number;
        sum += value;
        square += value * value;
      }
      sums[b * count + s] = sum;
      squares[b * count + s] = square;
    });
  }
  const inside = new Float64Array(count);
  const outside = new Float64Array(count);
  let [low, splits] = [0, 0];
  for (let chosen = 0; chosen < 1 << blocks; chosen++) {
    if (bitsOf(chosen) !== blocks / 2) continue;
    fillSharpe(chosen, inside);
    fillSharpe(~chosen, outside);
    let best = 0;
    for (let s = 1; s < count; s++) {
      if ((inside[s] as number) > (inside[best] as number)) best = s;
    }
    // Its rank among the strategies in the other half; ties count half.
    let rank = 1;
    for (let s = 0; s < count; s++) {
      if (s === best) continue;
      const [other, own] = [outside[s] as number, outside[best] as number];
      rank += other < own ? 1 : other === own ? 0.5 : 0;
    }
    // In the middle itself, which an odd number of strategies has, it is neither: that counts half.
    const middle = (count + 1) / 2;
    low += rank < middle ? 1 : rank === middle ? 0.5 : 0;
    splits++;
  }
  return low / splits;

  /** Sharpe ratios of all strategies over the blocks whose bits are set. */
  function fillSharpe(bits: number, into: Float64Array): void {
    for (let s = 0; s < count; s++) {
      let [n, sum, square] = [0, 0, 0];
      for (let b = 0; b < blocks; b++) {
        if (((bits >> b) & 1) === 0) continue;
        n += lengths[b] as number;
        sum += sums[b * count + s] as number;
        square += squares[b * count + s] as number;
      }
      const mean = sum / n;
      const variance = square / n - mean * mean;
      // A strategy that does nothing has no risk and no return.
      into[s] = variance > 0 ? mean / Math.sqrt(variance) : 0;
    }
  }
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
