import { invalid } from "../errors";

const { abs, sqrt } = Math;

/** A pivot that is a smaller share of its variance than this is 0 but for rounding in the cells. */
const ZERO_PIVOT = 1e-11;

/**
 * The Cholesky factor of a positive semidefinite matrix: lower triangular L with L·Lᵀ = M. A
 * direction without variance has a column of zeros.
 *
 * @param matrix - Square; only what is on and below the diagonal is read.
 * @param name - The argument's name, for the message.
 * @returns L by rows, its diagonal 0 or more.
 * @throws CalcError `invalid` when a mix of the rows would have a variance below 0.
 *
 * @example
 * semidefiniteFactor([[4, 2], [2, 1]], "covariance").map((row) => [...row]); // => [[2, 0], [1, 0]]
 */
export function semidefiniteFactor(
  matrix: readonly ArrayLike<number>[],
  name: string,
): Float64Array[] {
  const n = matrix.length;
  const factor = Array.from({ length: n }, () => new Float64Array(n));
  const rest = (i: number, j: number) => {
    let value = (matrix[i] as ArrayLike<number>)[j] as number;
    for (let k = 0; k < j; k++) value -= entry(factor, i, k) * entry(factor, j, k);
    return value;
  };
  const variance = (i: number) => abs(entry(matrix, i, i));
  for (let j = 0; j < n; j++) {
    const pivot = rest(j, j);
    const least = ZERO_PIVOT * variance(j);
    if (!(pivot >= -least)) throw contradiction(name, j);
    for (let i = j; i < n; i++) {
      if (pivot > least) {
        (factor[i] as Float64Array)[j] = i === j ? sqrt(pivot) : rest(i, j) / sqrt(pivot);
      } else if (!(abs(rest(i, j)) <= sqrt(ZERO_PIVOT * variance(i) * variance(j)))) {
        throw contradiction(name, i);
      }
    }
  }
  return factor;
}

const entry = (matrix: readonly ArrayLike<number>[], i: number, j: number) =>
  (matrix[i] as ArrayLike<number>)[j] as number;

const contradiction = (name: string, i: number) =>
  invalid(
    `${name}, row ${i + 1}, contradicts the rows before it: a mix would have a variance below 0; a positive semidefinite matrix was expected`,
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
      `${name} is a range of ${matrix.length}×${matrix[0]?.length ?? 0} cells; ${size}×${size} were expected`,
    );
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [entry(matrix, i, j), entry(matrix, j, i)];
      const scale = sqrt(abs(entry(matrix, i, i) * entry(matrix, j, j)));
      if (abs(below - above) <= 1e-9 * scale) continue;
      throw invalid(
        `${name}, row ${i + 1}, column ${j + 1} is ${below} but row ${j + 1}, column ${i + 1} is ${above}; the same was expected`,
      );
    }
  }
}
