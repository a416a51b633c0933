import { invalid } from "../errors";

const { abs, sqrt } = Math;

/** A variance that is a smaller share of the row's own than this is 0 but for rounding. */
const ZERO_PIVOT = 1e-11;
/** By so much of it cells that were rounded may contradict each other. */
const ROUNDING = 1e-9;

/** L with L·Lᵀ = M. */
export interface SemidefiniteFactor {
  /** By rows, in the order of M's; a column for each pivot. */
  readonly rows: readonly Float64Array[];
  /** The rows whose pivots the columns are; the others are combinations of them. */
  readonly pivots: readonly number[];
}

/**
 * The Cholesky factor of a positive semidefinite matrix. The row with the largest share of its
 * variance left is eliminated next (of equal ones the first), which keeps nearly singular matrices
 * free of rounding's contradictions.
 *
 * @param matrix - Square and symmetric.
 * @param name - The argument's name, for the message.
 * @param scale - What the variance left of a row is judged against; its own diagonal by default.
 * Larger where the matrix itself is made of differences.
 * @returns The factor; the row of pivot k is 0 in the columns after k.
 * @throws CalcError `invalid` when a mix of the rows would have a variance below 0.
 *
 * @example
 * semidefiniteFactor([[4, 2], [2, 1]], "covariance").rows.map((row) => [...row]); // => [[2], [1]]
 */
export function semidefiniteFactor(
  matrix: readonly ArrayLike<number>[],
  name: string,
  scale: (row: number) => number = (row) => abs(entry(matrix, row, row)),
): SemidefiniteFactor {
  const n = matrix.length;
  const left = matrix.map((row) => Float64Array.from(row));
  const rows = matrix.map(() => [] as number[]);
  const pivots: number[] = [];
  const others = new Set(matrix.keys());
  const share = (i: number) => (scale(i) > 0 ? entry(left, i, i) / scale(i) : 0);
  while (others.size > 0) {
    const next = [...others].reduce((best, i) => (share(i) > share(best) ? i : best));
    if (!(share(next) > ZERO_PIVOT)) break;
    others.delete(next);
    const root = sqrt(entry(left, next, next));
    for (let i = 0; i < n; i++) {
      const isDone = i !== next && !others.has(i);
      (rows[i] as number[]).push(isDone ? 0 : i === next ? root : entry(left, i, next) / root);
    }
    const column = pivots.push(next) - 1;
    for (const i of others) {
      for (const j of others) {
        (left[i] as Float64Array)[j] =
          entry(left, i, j) - entry(rows, i, column) * entry(rows, j, column);
      }
    }
  }
  for (const i of others) {
    for (const j of others) {
      const isRounding = abs(entry(left, i, j)) <= ROUNDING * sqrt(scale(i) * scale(j));
      if (!isRounding) throw contradiction(name, i);
    }
  }
  return { rows: rows.map((row) => Float64Array.from(row)), pivots };
}

const entry = (matrix: readonly ArrayLike<number>[], i: number, j: number) =>
  (matrix[i] as ArrayLike<number>)[j] as number;

const contradiction = (name: string, i: number) =>
  invalid(
    `${name}, row ${i + 1}, contradicts the other rows: a mix would have a variance below 0; the matrix must be positive semidefinite`,
  );

/**
 * Checks a matrix of covariances, or of correlations.
 *
 * @param matrix - By rows.
 * @param size - How many rows and columns it must have.
 * @param name - The argument's name.
 * @throws CalcError `invalid` when it has another size or is not symmetric.
 *
 * @example
 * requireSymmetric([[1, 0.5], [0.5, 1]], 2, "correlations"); // => undefined
 */
export function requireSymmetric(
  matrix: readonly ArrayLike<number>[],
  size: number,
  name: string,
): void {
  if (matrix.length !== size || matrix.some(({ length }) => length !== size)) {
    throw invalid(
      `${name} is a range of ${matrix.length}×${matrix[0]?.length ?? 0} cells; it must be ${size}×${size}`,
    );
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [entry(matrix, i, j), entry(matrix, j, i)];
      const scale = sqrt(abs(entry(matrix, i, i) * entry(matrix, j, j)));
      if (abs(below - above) <= 1e-9 * scale) continue;
      throw invalid(
        `${name}, row ${i + 1}, column ${j + 1} is ${below} but row ${j + 1}, column ${i + 1} is ${above}; both must be the same`,
      );
    }
  }
}
