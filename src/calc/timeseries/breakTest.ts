import { invalid, missing } from "../errors";
import { mean } from "../numeric/statistics";
import { breakProbability, reversionOf } from "./breakProbability";
import { TRIMS } from "./breakTable";
import { autoregression } from "./meanReversion";
import { observed, type History } from "../series/observed";

/** Probability at and below which a break counts as found: what a gate on breaks asks for. */
export const BREAK_LEVEL = 0.05;

/** A test for one shift of the mean at an unknown row. */
export interface BreakTest {
  /**
   * First row of the new regime where the shift is most likely, found or not: the row in the
   * history as it was given, from 1, missing rows counted.
   */
  readonly row: number;
  /** Largest F over the rows that are tried. */
  readonly f: number;
  /** Probability of an F as large without a break; 0.001 stands for anything below. */
  readonly p: number;
}

/** Share of rows left out at either end, and whether autocorrelation is allowed for. */
export interface BreakOptions {
  readonly trim?: number;
  readonly robust?: boolean;
}

const FEWEST_VALUES = 20;

/**
 * Has the mean of a history shifted, and where?
 *
 * Robust: at each row the AR(1) filter and the shift of the filtered series are fitted together,
 * and the largest F is judged by simulated critical values for the length of the history and the
 * reversion it shows. Naive: the largest F on the history as it stands, which finds breaks in
 * every autocorrelated series that has none.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param options - `trim`: smallest share of rows on either side of a break, 0.05 to 0.25 (0.15);
 * `robust` (TRUE).
 * @returns Row, F and probability.
 * @throws CalcError `invalid` when trim is out of range; `missing` when there are fewer than 20
 * values, or they do not vary, or a shift explains them without noise.
 * @see D. Andrews, Econometrica 61(4), 1993; test/study/RESULTS.md for measured sizes and powers
 *
 * @example
 * breakTest(Float64Array.from({ length: 30 }, (_, i) => (i < 14 ? 5 : 9) + (i % 3))).row; // => 15
 */
export function breakTest(
  history: History,
  { trim = 0.15, robust = true }: BreakOptions = {},
): BreakTest {
  const [least, most] = [TRIMS[0], TRIMS[TRIMS.length - 1]] as [number, number];
  if (!(trim >= least && trim <= most)) {
    throw invalid(`trim is ${trim}; it must be a share of the rows from ${least} to ${most}`);
  }
  const values = observed(history);
  const rows = values.length;
  if (rows < FEWEST_VALUES) {
    throw missing(`the series has ${rows} values; a break test needs ${FEWEST_VALUES}`);
  }
  const statistics = robust ? filteredShiftStatistics(values) : shiftStatistics(values);
  const { at, f } = largest(statistics, trim);
  const reversion = robust ? reversionOf(autoregression(values).correctedPhi, rows - 1) : null;
  return {
    // The filtered series begins with the second value.
    row: rowInHistory(history, robust ? at + 1 : at),
    f,
    p: breakProbability(f, { rows, trim, reversion }),
  };
}

/**
 * The largest of the statistics that are `trim` away from both ends.
 *
 * @param statistics - One for each row that a new regime may begin with, from row 0.
 * @param trim - Smallest share of the rows on either side.
 * @returns The row, from 0, and its statistic.
 * @throws CalcError `missing` when there is none.
 *
 * @example
 * largest(Float64Array.of(NaN, 9, 3, 4, 2, 9), 0.3); // => { at: 3, f: 4 }
 */
export function largest(statistics: Float64Array, trim: number): { at: number; f: number } {
  const n = statistics.length;
  const margin = Math.max(1, Math.ceil(trim * n - 1e-9));
  let [at, f] = [-1, -Infinity];
  for (let k = margin; k <= n - margin; k++) {
    const statistic = statistics[k] as number;
    if (statistic > f) [at, f] = [k, statistic];
  }
  if (!Number.isFinite(f)) {
    throw missing("the series does not vary, or a shift explains it without noise");
  }
  return { at, f };
}

/**
 * F of a shift of the mean, for each row that a new regime may begin with.
 *
 * @param values - Without missing rows.
 * @returns F with 1 and n − 2 degrees of freedom; NaN at row 0, infinite where no noise is left.
 *
 * @example
 * shiftStatistics(Float64Array.of(1, 2, 5, 6))[2]; // => 32
 */
export function shiftStatistics(values: Float64Array): Float64Array {
  const n = values.length;
  const centre = mean(values);
  let total = 0;
  for (const value of values) total += (value - centre) ** 2;
  const statistics = new Float64Array(n).fill(NaN);
  let sum = 0;
  for (let k = 1; k < n; k++) {
    sum += (values[k - 1] as number) - centre;
    const explained = (sum * sum * n) / (k * (n - k));
    statistics[k] = fRatio(explained, total, n - 2);
  }
  return statistics;
}

/**
 * F of a shift of the mean of the AR(1)-filtered series, the filter fitted together with the shift.
 *
 * It is the F of a step in the regression of each value on a constant, the value before it and the
 * step. A filter fitted without the step would take a real shift for persistence, filter it away
 * and find almost none: 3% of shifts of two standard deviations at φ = 0.85 and 60 rows.
 *
 * @param values - Without missing rows.
 * @returns F with 1 and n − 4 degrees of freedom for n values, by row of the filtered series, whose
 * row 0 is the second value; NaN where there is none.
 *
 * @example
 * filteredShiftStatistics(Float64Array.of(5, 6, 5, 6, 9, 8, 9, 8)).length; // => 7
 */
export function filteredShiftStatistics(values: Float64Array): Float64Array {
  const n = values.length - 1;
  const [before, after] = [values.subarray(0, n), values.subarray(1)];
  const [meanBefore, meanAfter] = [mean(before), mean(after)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = (before[i] as number) - meanBefore;
    const y = (after[i] as number) - meanAfter;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const statistics = new Float64Array(n).fill(NaN);
  if (!(xx > 0)) return statistics;
  const phi = xy / xx;
  const total = yy - phi * xy;
  let [sumBefore, sumAfter] = [0, 0];
  for (let k = 1; k < n; k++) {
    sumBefore += (before[k - 1] as number) - meanBefore;
    sumAfter += (after[k - 1] as number) - meanAfter;
    // The step and the series, each with its regression on the value before taken off.
    const whole = (k * (n - k)) / n;
    const step = whole - (sumBefore * sumBefore) / xx;
    if (!(step > LEAST_STEP * whole)) continue;
    const together = sumAfter - phi * sumBefore;
    statistics[k] = fRatio((together * together) / step, total, n - 3);
  }
  return statistics;
}

/** A step that keeps less than this beside the value before it cannot be told from it. */
const LEAST_STEP = 1e-9;
/** What is left unexplained below this share of the whole is rounding. */
const NO_NOISE = 1e-12;

function fRatio(explained: number, total: number, freedom: number): number {
  const rest = total - explained;
  return rest > NO_NOISE * total ? explained / (rest / freedom) : Infinity;
}

/** The row of a history, from 1 and with missing rows, of one of its values, from 0. */
function rowInHistory(history: History, value: number): number {
  let left = value;
  for (const [i, it] of history.entries()) {
    if (Number.isNaN(it)) continue;
    if (left-- === 0) return i + 1;
  }
  return history.length;
}

/** What a break test can say. */
export const BREAK_VERDICTS = [
  "break, p < 0.001",
  "break at 1%",
  "break at 5%",
  "no break at 5%",
] as const;
export type BreakVerdict = (typeof BREAK_VERDICTS)[number];

/**
 * A break test in words.
 *
 * @param p - Its probability.
 * @returns Words from a closed list.
 *
 * @example
 * breakVerdict(0.2); // => "no break at 5%"
 */
export function breakVerdict(p: number): BreakVerdict {
  const [beyond, at1, at5, none] = BREAK_VERDICTS;
  if (p > BREAK_LEVEL) return none;
  if (p > 0.01) return at5;
  return p > 0.001 ? at1 : beyond;
}
