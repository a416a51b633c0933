import { semidefiniteFactor, type SemidefiniteFactor } from "./semidefinite";
import type { Numbers } from "./statistics";

const { abs, max } = Math;

/** A move of the free coordinates. */
export interface FreeStep {
  readonly move: Float64Array;
  /** The move may go on for ever: the function falls along it in a straight line. */
  readonly isEndless: boolean;
}

/** A slope that is a smaller share of the gradient than this is rounding. */
const NO_SLOPE = 1e-10;

/**
 * The move p that makes ½·pᵀHp + gᵀp least while its components sum to 0 and all but the free ones
 * are 0. Where the Hessian is flat along a direction that the gradient falls along, that direction.
 *
 * The last free coordinate takes what the others leave, so that the sum needs no multiplier.
 *
 * @param hessian - Symmetric and positive semidefinite, by rows.
 * @param gradient - One value a coordinate.
 * @param free - The coordinates that may move, rising.
 * @returns The move.
 *
 * @example
 * freeStep([[2, 0], [0, 2]], [-4, 0], [0, 1]).move; // => Float64Array.of(1, -1)
 */
export function freeStep(
  hessian: readonly Numbers[],
  gradient: Numbers,
  free: readonly number[],
): FreeStep {
  const move = new Float64Array(gradient.length);
  const last = free.at(-1);
  const others = free.slice(0, -1);
  if (last === undefined || others.length === 0) return { move, isEndless: false };
  const h = (i: number, j: number) => (hessian[i] as Numbers)[j] as number;
  const reduced = others.map((i) =>
    Float64Array.from(others, (j) => h(i, j) - h(i, last) - h(last, j) + h(last, last)),
  );
  // A row is a difference of two: it is judged by their size, not by what they leave.
  const factor = semidefiniteFactor(reduced, "hessian", (row) => {
    return h(others[row] as number, others[row] as number) + h(last, last);
  });
  const slope = others.map((i) => (gradient[i] as number) - (gradient[last] as number));
  const steepest = max(...slope.map(abs));
  const { solution, isEndless } = solved(factor, slope, NO_SLOPE * steepest);
  let sum = 0;
  others.forEach((i, row) => {
    move[i] = solution[row] as number;
    sum += solution[row] as number;
  });
  move[last] = 0 - sum;
  return { move, isEndless };
}

/** Solves L·Lᵀ·y = −slope; where a row has no pivot but a slope, the flat direction it rules. */
function solved(
  { rows, pivots }: SemidefiniteFactor,
  slope: readonly number[],
  noSlope: number,
): { solution: Float64Array; isEndless: boolean } {
  const l = (i: number, k: number) => (rows[i] as Float64Array)[k] as number;
  const forward = new Float64Array(pivots.length);
  const rest = (i: number) =>
    forward.reduce((sum, value, k) => sum - l(i, k) * value, -(slope[i] as number));
  pivots.forEach((i, k) => {
    forward[k] = rest(i) / l(i, k);
  });
  const y = new Float64Array(slope.length);
  const flat = slope.findIndex((_, i) => !pivots.includes(i) && abs(rest(i)) > noSlope);
  // Along a flat direction Lᵀ·y is 0.
  if (flat >= 0) y[flat] = Math.sign(rest(flat));
  for (let k = pivots.length - 1; k >= 0; k--) {
    const i = pivots[k] as number;
    const right = flat < 0 ? (forward[k] as number) : 0;
    y[i] = y.reduce((sum, value, j) => sum - l(j, k) * value, right) / l(i, k);
  }
  return { solution: y, isEndless: flat >= 0 };
}
