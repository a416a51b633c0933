import { CalcError } from "../errors";
import { freeStep } from "./freeStep";
import type { Numbers } from "./statistics";

const { abs, max, min } = Math;

/** A convex quadratic ½·xᵀHx + cᵀx within bounds; the sum of x stays what it is at the start. */
export interface BoundedQuadratic {
  /** Symmetric and positive semidefinite, by rows. */
  readonly hessian: readonly Numbers[];
  readonly linear: Numbers;
  /** −∞ and ∞ where there is no bound. */
  readonly lower: Numbers;
  readonly upper: Numbers;
}

/** Where the quadratic is least. */
export interface QuadraticMinimum {
  readonly at: Float64Array;
  /** The coordinates that stand at no bound, rising. */
  readonly free: readonly number[];
}

/** A multiplier that is a smaller share of the gradient than this has no sign. */
const NO_SIGN = 1e-11;

/**
 * The least value of a convex quadratic within bounds at a fixed sum, by a primal active-set
 * method: on the coordinates that are free one Newton step, cut short where it meets a bound; then
 * the bound that holds the worst back is let go. Ends at the exact minimum, not near it.
 *
 * After many steps the first bound that holds back is taken instead of the worst (Bland's rule),
 * which no degenerate corner can send in circles.
 *
 * @param problem - The quadratic and its bounds.
 * @param start - A point within the bounds; its sum is kept.
 * @returns The minimum, unique where the Hessian is positive definite.
 * @throws CalcError `unsolved` when there is no least value, because nothing bounds it.
 * @see J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, 2006, section 16.5
 *
 * @example
 * // The point nearest to (3, 1, −1) with sum 0 and no coordinate above 1.
 * const identity = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
 * [...boundedQuadratic({ hessian: identity, linear: [-3, -1, 1], lower: [-9, -9, -9], upper: [1, 1, 1] }, [0, 0, 0]).at].map((x) => x.toFixed(9)); // => ["1.000000000", "0.500000000", "-1.500000000"]
 */
export function boundedQuadratic(problem: BoundedQuadratic, start: Numbers): QuadraticMinimum {
  const { hessian, linear, lower, upper } = problem;
  const n = start.length;
  const at = Float64Array.from(start);
  const low = (i: number) => lower[i] as number;
  const high = (i: number) => upper[i] as number;
  const value = (i: number) => at[i] as number;
  const isFree = Uint8Array.from(at, (x, i) => Number(x > low(i) && x < high(i)));
  const freeOnes = () => Array.from(at.keys()).filter((i) => isFree[i] === 1);
  const careful = 20 * n;
  for (let round = 0; round < 2 * careful + n * n * n; round++) {
    const gradient = gradientAt(hessian, linear, at);
    const free = freeOnes();
    const step = freeStep(hessian, gradient, free);
    const blocked = walk(step.move, step.isEndless ? Infinity : 1, free);
    if (blocked) continue;
    const released = toRelease(gradientAt(hessian, linear, at), free, round > careful);
    if (released.length === 0) return { at, free };
    for (const i of released) isFree[i] = 1;
  }
  throw new CalcError("unsolved", "the search among the bounds did not end");

  /** Goes along a move until its end or the first bound; says whether a bound was met. */
  function walk(move: Float64Array, most: number, free: readonly number[]): boolean {
    let [length, hit] = [most, -1];
    for (const i of free) {
      const by = move[i] as number;
      if (by === 0) continue;
      const room = ((by > 0 ? high(i) : low(i)) - value(i)) / by;
      if (room < length) [length, hit] = [max(0, room), i];
    }
    if (length === Infinity) {
      throw new CalcError("unsolved", "nothing bounds the search: it has no least value");
    }
    for (const i of free) {
      at[i] = max(low(i), min(high(i), value(i) + length * (move[i] as number)));
    }
    if (hit < 0) return false;
    at[hit] = (move[hit] as number) > 0 ? high(hit) : low(hit);
    isFree[hit] = 0;
    return true;
  }

  /** The coordinates at bounds that would lower the value: one beside free ones, else a pair. */
  function toRelease(gradient: Float64Array, free: readonly number[], first: boolean): number[] {
    const g = (i: number) => gradient[i] as number;
    const least = NO_SIGN * max(...gradient.map(abs));
    const held = Array.from(at.keys()).filter((i) => isFree[i] === 0 && low(i) < high(i));
    const mayRise = held.filter((i) => value(i) < high(i));
    const mayFall = held.filter((i) => value(i) > low(i));
    if (free.length === 0) {
      const up = mayRise.reduce<number>((a, i) => (a < 0 || g(i) < g(a) ? i : a), -1);
      const down = mayFall.reduce<number>((a, i) => (a < 0 || g(i) > g(a) ? i : a), -1);
      return up >= 0 && down >= 0 && g(down) - g(up) > least ? [up, down] : [];
    }
    const level = free.reduce((sum, i) => sum + g(i), 0) / free.length;
    const gain = (i: number) => (value(i) < high(i) ? level - g(i) : g(i) - level);
    const better = held.filter((i) => gain(i) > least);
    if (better.length === 0) return [];
    return [first ? (better[0] as number) : better.reduce((a, i) => (gain(i) > gain(a) ? i : a))];
  }
}

const gradientAt = (hessian: readonly Numbers[], linear: Numbers, at: Float64Array) =>
  Float64Array.from(at, (_, i) => {
    let sum = linear[i] as number;
    for (let j = 0; j < at.length; j++) {
      sum += ((hessian[i] as Numbers)[j] as number) * (at[j] as number);
    }
    return sum;
  });
