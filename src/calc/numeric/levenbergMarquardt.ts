import { dampedStep } from "./dampedStep";

const { max, min, sqrt } = Math;

/** A sum of squares to make small, its parameters within bounds. */
export interface SquaresProblem {
  /** How many residuals there are; no fewer than parameters. */
  readonly residuals: number;
  /** Least and greatest value of each parameter; one that may not move has the same twice. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /**
   * Writes the residuals and their derivatives at a point: those by parameter j stand from
   * j · residuals on. A residual that is no finite number refuses the point.
   */
  readonly evaluate: (at: Float64Array, residuals: Float64Array, jacobian: Float64Array) => void;
  /** A step that promises and brings a smaller share of the sum than this is the last; 10⁻¹⁴ unless given. */
  readonly leastGain?: number;
  /** Damping of the first step; 10⁻² unless given, less where residuals are nearly linear. */
  readonly firstDamping?: number;
}

/** Where the search ended. */
export interface SquaresMinimum {
  readonly at: Float64Array;
  readonly residuals: Float64Array;
  /** Infinite where even the start has no finite residuals. */
  readonly sumOfSquares: number;
}

const MOST_STEPS = 200;
const LEAST_GAIN = 1e-14;
const FIRST_DAMPING = 1e-2;
const MOST_DAMPING = 1e16;

/**
 * A local minimum of a sum of squares, by the method of Levenberg and Marquardt with Moré's scaling
 * and Nielsen's damping; a parameter at a bound that would leave it stays there for that step.
 *
 * Same start, same answer: nothing in it is random.
 *
 * @param problem - The residuals with their derivatives, and the bounds.
 * @param start - One value a parameter; brought within the bounds.
 * @returns The point with its residuals.
 * @see J. J. Moré, The Levenberg–Marquardt algorithm, LNM 630, 1978; K. Madsen, H. B. Nielsen,
 * O. Tingleff, Methods for non-linear least squares problems, DTU 2004, section 3.2
 *
 * @example
 * // The bottom of Rosenbrock's valley.
 * const valley = { residuals: 2, lower: Float64Array.of(-9, -9), upper: Float64Array.of(9, 9), evaluate: ([x, y], r, j) => { r.set([10 * (y - x * x), 1 - x]); j.set([-20 * x, -1, 10, 0]); } };
 * Array.from(levenbergMarquardt(valley, Float64Array.of(-1.2, 1)).at, (x) => x.toFixed(9)); // => ["1.000000000", "1.000000000"]
 */
export function levenbergMarquardt(problem: SquaresProblem, start: Float64Array): SquaresMinimum {
  const { residuals: m, lower, upper, evaluate, leastGain = LEAST_GAIN } = problem;
  const n = start.length;
  let [at, trial] = [start.map((x, j) => within(x, lower, upper, j)), new Float64Array(n)];
  let [residuals, trialResiduals] = [new Float64Array(m), new Float64Array(m)];
  let [jacobian, trialJacobian] = [new Float64Array(m * n), new Float64Array(m * n)];
  const scale = new Float64Array(n);
  const isFree = new Uint8Array(n);
  const move = new Float64Array(n);
  const room = new Float64Array((m + n) * (n + 1));

  evaluate(at, residuals, jacobian);
  let sum = sumOfSquares(residuals);
  let damping = problem.firstDamping ?? FIRST_DAMPING;
  let growth = 2;
  for (let step = 0; step < MOST_STEPS && sum > 0 && sum < Infinity; step++) {
    markFree(problem, at, residuals, jacobian, scale, isFree);
    dampedStep({ m, jacobian, residuals, scale, isFree, damping }, move, room);
    const hoped = sum - linearSum(residuals, jacobian, move);
    for (let j = 0; j < n; j++) {
      trial[j] = within((at[j] as number) + (move[j] as number), lower, upper, j);
      move[j] = (trial[j] as number) - (at[j] as number);
    }
    const promised = sum - linearSum(residuals, jacobian, move);
    evaluate(trial, trialResiduals, trialJacobian);
    const gain = sum - sumOfSquares(trialResiduals);
    if (gain > 0) {
      const isLast = gain < leastGain * sum && promised < leastGain * sum;
      [at, trial] = [trial, at];
      [residuals, trialResiduals] = [trialResiduals, residuals];
      [jacobian, trialJacobian] = [trialJacobian, jacobian];
      sum -= gain;
      if (isLast) break;
      damping *= max(1 / 3, 1 - ((2 * gain) / max(promised, gain) - 1) ** 3);
      growth = 2;
    } else {
      // At the bottom rounding decides, and no shorter step will do better.
      if (!(hoped > leastGain * sum) || damping > MOST_DAMPING) break;
      damping *= growth;
      growth *= 2;
    }
  }
  return { at, residuals, sumOfSquares: sumOfSquares(residuals) };
}

const within = (x: number, lower: Float64Array, upper: Float64Array, j: number): number =>
  min(max(x, lower[j] as number), upper[j] as number);

/** The sum of squares; infinite where a residual is no finite number. */
function sumOfSquares(residuals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < residuals.length; i++) sum += (residuals[i] as number) ** 2;
  return Number.isFinite(sum) ? sum : Infinity;
}

/** Marks the parameters that may move, and keeps each one's steepest column so far as its scale. */
function markFree(
  { residuals: m, lower, upper }: SquaresProblem,
  at: Float64Array,
  residuals: Float64Array,
  jacobian: Float64Array,
  scale: Float64Array,
  isFree: Uint8Array,
): void {
  for (let j = 0; j < at.length; j++) {
    let gradient = 0;
    let length = 0;
    for (let i = 0; i < m; i++) {
      const slope = jacobian[j * m + i] as number;
      gradient += slope * (residuals[i] as number);
      length += slope * slope;
    }
    scale[j] = max(scale[j] as number, sqrt(length));
    const [x, least, most] = [at[j] as number, lower[j] as number, upper[j] as number];
    isFree[j] = (x > least || gradient < 0) && (x < most || gradient > 0) && least < most ? 1 : 0;
  }
}

/** The sum of squares after a move, were the residuals linear. */
function linearSum(residuals: Float64Array, jacobian: Float64Array, move: Float64Array): number {
  const m = residuals.length;
  let sum = 0;
  for (let i = 0; i < m; i++) {
    let value = residuals[i] as number;
    for (let j = 0; j < move.length; j++) {
      value += (jacobian[j * m + i] as number) * (move[j] as number);
    }
    sum += value * value;
  }
  return sum;
}
