import { invalid, missing } from "../errors";
import { backSubstitute, norm, takeOff } from "./orthogonal";
import type { Numbers } from "./statistics";

/** A linear regression by least squares. */
export interface LeastSquares {
  /** One for each column. */
  readonly coefficients: Float64Array;
  /** Ordinary standard errors of the coefficients, divisor n − k. */
  readonly standardErrors: Float64Array;
  readonly residuals: Float64Array;
  /** Standard error of the regression: of the residuals, divisor n − k. */
  readonly residualDeviation: number;
  /** (X′X)⁻¹, row by row: what robust standard errors are built from. */
  readonly inverse: readonly Float64Array[];
}

/** A column that keeps less of its length than this beside the others is a combination of them. */
const LEAST_PIVOT = 1e-10;

/**
 * Ordinary least squares of several variables.
 *
 * The columns are made orthogonal one after the other, each twice, so that nearly parallel columns
 * cost no digits (Gram–Schmidt with reorthogonalisation); X′X is never formed. A constant is a
 * column of ones.
 *
 * @param columns - Explaining variables, each as long as y.
 * @param y - Explained variable; more values than there are columns.
 * @returns Coefficients with their standard errors, residuals, (X′X)⁻¹.
 * @throws CalcError `invalid` when a column has another length; `missing` when there are too few
 * values, or a column is a combination of those before it.
 * @see Å. Björck, Numerical Methods for Least Squares Problems, SIAM 1996, section 2.4
 *
 * @example
 * [...leastSquares([[1, 1, 1, 1], [1, 2, 3, 4]], [3, 5, 7, 9]).coefficients].map((b) => b.toFixed(9)); // => ["1.000000000", "2.000000000"]
 */
export function leastSquares(columns: readonly Numbers[], y: Numbers): LeastSquares {
  const [n, k] = [y.length, columns.length];
  if (n <= k) {
    throw missing(`a regression on ${k} columns needs ${k + 1} rows or more; there are ${n}`);
  }
  const directions: Float64Array[] = [];
  const triangle = columns.map((column, j) => {
    if (column.length !== n) {
      throw invalid(
        `column ${j + 1} has ${column.length} rows but y has ${n}; both must have the same length`,
      );
    }
    const rest = Float64Array.from(column);
    const length = norm(rest);
    const row = takeOff(directions, rest);
    const pivot = norm(rest);
    if (!(pivot > LEAST_PIVOT * length)) {
      throw missing(`column ${j + 1} of the regression is a combination of the columns before it`);
    }
    directions.push(rest.map((value) => value / pivot));
    row.push(pivot);
    return row;
  });
  const residuals = Float64Array.from(y);
  const coefficients = backSubstitute(triangle, takeOff(directions, residuals));
  const residualDeviation = norm(residuals) / Math.sqrt(n - k);
  const inverse = inverseOfSquare(triangle);
  const standardErrors = Float64Array.from(
    inverse,
    (row, j) => residualDeviation * Math.sqrt(row[j] as number),
  );
  return { coefficients, standardErrors, residuals, residualDeviation, inverse };
}

/** (R′R)⁻¹ from the columns of R⁻¹. */
function inverseOfSquare(triangle: readonly number[][]): Float64Array[] {
  const columns = triangle.map((_, j) =>
    backSubstitute(
      triangle,
      triangle.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  return triangle.map((_, i) =>
    Float64Array.from(triangle, (_, j) =>
      columns.reduce((sum, column) => sum + (column[i] as number) * (column[j] as number), 0),
    ),
  );
}
