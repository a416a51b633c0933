import { invalid, missing } from "../errors";
import { leastSquares } from "../numeric/leastSquares";
import { fitLine } from "../numeric/line";
import { neweyWest } from "../numeric/neweyWest";
import { changes } from "../series/changes";
import type { History } from "../series/observed";

/** Half a year of days: more would cost time and find nothing. */
const MOST_LAGS = 126;

/** How one spread moves with another. */
export interface SpreadBeta {
  /** Basis points of the first for one basis point of the second. */
  readonly beta: number;
  readonly correlation: number;
  /** Standard error of beta. */
  readonly se: number;
  /** Changes used. */
  readonly n: number;
}

/**
 * Beta of mortgage spreads to corporate spreads, by a regression of changes on changes.
 *
 * Changes, because levels of two drifting spreads correlate whether or not they have anything to
 * do with each other. Rows that lack either side are dropped, and the change then spans the hole.
 *
 * @param mbs - MBS spreads, basis points, oldest first, NaN where missing.
 * @param corporate - Corporate spreads on the same dates.
 * @param lags - 0: the ordinary standard error; above 0: Newey and West's with so many lags.
 * @returns Beta, correlation, standard error of beta, number of changes.
 * @throws CalcError `invalid` when the lengths differ or lags is no whole number of 0 or more;
 * `missing` when there are fewer than three changes, too few for the lags, or the corporate spread
 * does not vary.
 *
 * @example
 * spreadBeta(Float64Array.of(10, 12, 11, 14, 15), Float64Array.of(5, 6, 5, 7, 8)).beta.toFixed(2); // => "1.32"
 */
export function spreadBeta(mbs: History, corporate: History, lags = 0): SpreadBeta {
  if (mbs.length !== corporate.length) {
    throw invalid(
      `corporate has ${corporate.length} rows but mbs has ${mbs.length}; both must have the same length`,
    );
  }
  if (!(Number.isInteger(lags) && lags >= 0 && lags <= MOST_LAGS)) {
    throw invalid(`lags is ${lags}; it must be a whole number of rows from 0 to ${MOST_LAGS}`);
  }
  const both = (_: number, i: number) => !Number.isNaN(mbs[i]) && !Number.isNaN(corporate[i]);
  const [y, x] = [changes(mbs.filter(both)), changes(corporate.filter(both))];
  if (y.length < 3) {
    throw missing(`the series have ${y.length} changes in common; a beta needs 3`);
  }
  if (lags >= y.length) {
    throw missing(`lags is ${lags} but the series have only ${y.length} changes in common`);
  }
  const { slope, correlation, slopeError, n } = fitLine(x, y);
  return { beta: slope, correlation, se: lags === 0 ? slopeError : robustError(x, y, lags), n };
}

function robustError(x: Float64Array, y: Float64Array, lags: number): number {
  const columns = [new Float64Array(x.length).fill(1), x];
  return neweyWest(columns, leastSquares(columns, y), lags)[1] as number;
}
