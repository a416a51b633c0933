import { zScore } from "../../src/calc/history/zScore";
import { normalStream } from "../../src/calc/numeric/random";
import { mean, sampleStandardDeviation } from "../../src/calc/numeric/statistics";

/** A z-score at each row of a walk. */
type Scores = (row: number) => number;

/** What the add-in does: a row is judged by the rows before it. */
const expanding =
  (walk: Float64Array): Scores =>
  (row) =>
    zScore(walk.subarray(0, row + 1));

/** The mistake: mean and standard deviation of the whole sample, which no row can know. */
export function fullSample(walk: Float64Array): Scores {
  const centre = mean(walk);
  const spread = sampleStandardDeviation(walk, centre);
  return (row) => ((walk[row] as number) - centre) / spread;
}

/** A random walk of a gap, by which nobody can earn anything. */
function randomWalk(seed: number, steps: number): Float64Array {
  const shock = normalStream(seed);
  let level = 0;
  return Float64Array.from({ length: steps }, () => (level += shock()));
}

/** Months of a walk, the first that is traded, and how much is held for a z-score. */
interface Trade {
  readonly steps: number;
  readonly from: number;
  /** The z-score itself, or its sign. */
  readonly hold: "score" | "sign";
}

/** Annualised Sharpe ratio of holding mortgages as far as the gap is wide: a narrowing earns. */
function sharpe(walk: Float64Array, scores: Scores, { from, hold }: Trade): number {
  const earned = new Float64Array(walk.length - 1 - from);
  for (let i = 0; i < earned.length; i++) {
    const row = from + i;
    const held = hold === "sign" ? Math.sign(scores(row)) : scores(row);
    earned[i] = -held * ((walk[row + 1] as number) - (walk[row] as number));
  }
  return (mean(earned) / sampleStandardDeviation(earned)) * Math.sqrt(12);
}

/** Mean Sharpe ratios over the walks of seeds 1 to `seeds`, by what the z-score knows. */
export function lookAhead(seeds: number, trade: Trade) {
  let [known, seen] = [0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const walk = randomWalk(seed, trade.steps);
    known += sharpe(walk, expanding(walk), trade) / seeds;
    seen += sharpe(walk, fullSample(walk), trade) / seeds;
  }
  return { expanding: known, fullSample: seen };
}
