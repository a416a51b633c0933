import { solveQP } from "quadprog";
import type { BoundedQuadratic } from "../../src/calc/numeric/boundedQuadratic";

type Numbers = ArrayLike<number>;
const at = (values: Numbers, i: number) => values[i] as number;
const entry = (matrix: readonly Numbers[], i: number, j: number) => at(matrix[i] as Numbers, j);

/** The least ½·xᵀHx + cᵀx at a sum and within finite bounds, by Goldfarb and Idnani's method. */
export function byGoldfarbIdnani(
  it: BoundedQuadratic,
  sum: number,
  atLeast?: { readonly along: Numbers; readonly value: number },
): number[] {
  const n = it.linear.length;
  const columns: number[][] = [Array.from({ length: n }, () => 1)];
  const right = [sum];
  if (atLeast !== undefined) {
    columns.push(Array.from(atLeast.along));
    right.push(atLeast.value);
  }
  for (let i = 0; i < n; i++) {
    for (const sign of [1, -1]) {
      const bound = sign > 0 ? at(it.lower, i) : -at(it.upper, i);
      if (bound === -Infinity) continue;
      columns.push(Array.from({ length: n }, (_, j) => (i === j ? sign : 0)));
      right.push(bound);
    }
  }
  // From 1, as the package counts.
  const shifted = (values: readonly number[]) => [0, ...values];
  const { solution, message } = solveQP(
    [[], ...it.hessian.map((row) => shifted(Array.from(row)))],
    shifted(Array.from(it.linear, (value) => -value)),
    [[], ...Array.from({ length: n }, (_, i) => shifted(columns.map((column) => at(column, i))))],
    shifted(right),
    1,
  );
  if (message !== "") throw new Error(message);
  return solution.slice(1);
}

/** Solves a small system by elimination with pivots; null when it is singular. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] | null {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  for (let k = 0; k < n; k++) {
    const best = rows
      .slice(k)
      .reduce((a, row) => (Math.abs(at(row, k)) > Math.abs(at(a, k)) ? row : a));
    if (Math.abs(at(best, k)) < 1e-13) return null;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(k, 0, best);
    rows.forEach((row, i) => {
      if (i === k) return;
      const share = at(row, k) / at(best, k);
      for (let j = k; j <= n; j++) row[j] = at(row, j) - share * at(best, j);
    });
  }
  return rows.map((row, i) => at(row, n) / at(row, i));
}

/**
 * For every choice of coordinates that stand at their lower bound, at their upper bound or at
 * none: the stationary point of ½·xᵀHx + cᵀx at a sum for two linear terms, as c = 0 and as the
 * change by c.
 */
export function* activeSets(
  it: BoundedQuadratic,
  sum: number,
): Generator<{ still: number[]; change: number[] }> {
  const n = it.linear.length;
  for (let code = 0; code < 3 ** n; code++) {
    const states = Array.from({ length: n }, (_, i) => Math.floor(code / 3 ** i) % 3);
    const held = states.map((state, i) =>
      state === 0 ? null : at(state === 1 ? it.lower : it.upper, i),
    );
    if (held.some((value) => value !== null && !Number.isFinite(value))) continue;
    const free = states.flatMap((state, i) => (state === 0 ? [i] : []));
    const fixed = held.map((value) => value ?? 0);
    const missing = sum - fixed.reduce((a, b) => a + b);
    if (free.length === 0) {
      if (Math.abs(missing) < 1e-12) yield { still: fixed, change: fixed.map(() => 0) };
      continue;
    }
    const system = [
      ...free.map((i) => [...free.map((j) => entry(it.hessian, i, j)), 1]),
      [...free.map(() => 1), 0],
    ];
    const pull = free.map((i) => -fixed.reduce((a, x, j) => a + entry(it.hessian, i, j) * x, 0));
    const still = solved(system, [...pull, missing]);
    const change = solved(system, [...free.map((i) => -at(it.linear, i)), 0]);
    if (still === null || change === null) continue;
    const spread = (values: readonly number[], base: readonly number[]) =>
      base.map((value, i) => (free.includes(i) ? at(values, free.indexOf(i)) : value));
    yield {
      still: spread(still, fixed),
      change: spread(
        change,
        fixed.map(() => 0),
      ),
    };
  }
}

/** The least value by trying every active set. */
export function byEnumeration(it: BoundedQuadratic, sum: number): number[] {
  let [best, least] = [[] as number[], Infinity];
  for (const { still, change } of activeSets(it, sum)) {
    const x = still.map((value, i) => value + at(change, i));
    if (x.some((value, i) => value < at(it.lower, i) - 1e-10 || value > at(it.upper, i) + 1e-10)) {
      continue;
    }
    const value = x.reduce(
      (total, xi, i) =>
        total +
        at(it.linear, i) * xi +
        0.5 * xi * x.reduce((a, xj, j) => a + entry(it.hessian, i, j) * xj, 0),
      0,
    );
    if (value < least) [best, least] = [x, value];
  }
  return best;
}
