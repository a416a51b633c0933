import { invalid, missing } from "../errors";
import { leastSquares } from "../numeric/leastSquares";
import { normalProbability } from "../numeric/normalDistribution";
import { changes } from "../series/changes";
import { observed, type History } from "../series/observed";

/** Two years of months: more lags would cost time and leave nothing to find. */
const MOST_LAGS = 24;
/** Residuals below this share of the largest change are rounding. */
const NO_NOISE = 1e-10;

/** What a test for a unit root can say, from the strongest finding to none. */
export const UNIT_ROOT_VERDICTS = [
  "unit root rejected at 1%",
  "unit root rejected at 5%",
  "unit root rejected at 10%",
  "unit root not rejected",
] as const;
export type UnitRootVerdict = (typeof UNIT_ROOT_VERDICTS)[number];

/** A test of "wanders without a mean" against "reverts to one". */
export interface UnitRoot {
  /** Augmented Dickey–Fuller t-ratio; the further below 0, the more reversion. */
  readonly statistic: number;
  /** Probability of a statistic as low when nothing reverts. */
  readonly p: number;
  readonly verdict: UnitRootVerdict;
}

/**
 * The augmented Dickey–Fuller test with a constant.
 *
 * Regresses the change on the level before it and on earlier changes; the statistic is the level's
 * t-ratio, which does not follow Student's law.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param lags - Earlier changes in the regression, 0 or more (1).
 * @returns Statistic, probability, verdict.
 * @throws CalcError `invalid` when lags is no such number; `missing` when there are too few values
 * or they do not vary.
 * @see J. D. Hamilton, Time Series Analysis, 1994, section 17.7; test/golden/meanReversion.csv
 *
 * @example
 * unitRoot(Float64Array.of(3, 8, 2, 7, 4, 6, 3, 7, 4, 5), 0).verdict; // => "unit root rejected at 1%"
 */
export function unitRoot(history: History, lags = 1): UnitRoot {
  if (!(Number.isInteger(lags) && lags >= 0 && lags <= MOST_LAGS)) {
    throw invalid(`lags is ${lags}; it must be a whole number of rows from 0 to ${MOST_LAGS}`);
  }
  const values = observed(history);
  // Two degrees of freedom at least are left for the residuals.
  const needed = 2 * lags + 5;
  if (values.length < needed) {
    throw missing(
      `the series has ${values.length} values; a unit root test with lags ${lags} needs ${needed}`,
    );
  }
  if (values.every((value) => value === values[0])) {
    throw missing(`the ${values.length} values of the series do not vary`);
  }
  const steps = changes(values);
  const n = steps.length - lags;
  const earlier = Array.from({ length: lags }, (_, lag) =>
    steps.subarray(lags - 1 - lag, lags - 1 - lag + n),
  );
  const columns = [new Float64Array(n).fill(1), values.subarray(lags, lags + n), ...earlier];
  const { coefficients, standardErrors, residualDeviation } = leastSquares(
    columns,
    steps.subarray(lags),
  );
  const largest = steps.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
  if (!(residualDeviation > NO_NOISE * largest)) {
    throw missing("the series follows from its own past without noise; there is nothing to test");
  }
  const statistic = (coefficients[1] as number) / (standardErrors[1] as number);
  if (!Number.isFinite(statistic)) {
    throw invalid("the values of the series are too large to test; check their unit");
  }
  const p = unitRootProbability(statistic);
  return { statistic, p, verdict: verdictOf(p) };
}

function verdictOf(p: number): UnitRootVerdict {
  const [at1, at5, at10, not] = UNIT_ROOT_VERDICTS;
  if (p < 0.01) return at1;
  if (p < 0.05) return at5;
  return p < 0.1 ? at10 : not;
}

/** Below this statistic the left-hand surface holds, above it the right-hand one. */
const SURFACES_MEET = -1.61;
const LEFT_SURFACE = [2.1659, 1.4412, 0.038269];
const RIGHT_SURFACE = [1.7339, 0.93202, -0.12745, -0.010368];
/** Beyond these the polynomials turn; the probability there is 0 and 1 to four digits. */
const [LOWEST, HIGHEST] = [-18.83, 2.74];

/**
 * Probability of a Dickey–Fuller statistic as low or lower when there is a unit root.
 *
 * MacKinnon's regression surface for one series and a constant, in large samples: the normal
 * probability of a polynomial of the statistic. Good to about three digits in the left tail.
 *
 * @param statistic - The t-ratio of the level.
 * @returns A probability, 0 to 1.
 * @see J. G. MacKinnon, "Approximate asymptotic distribution functions for unit-root and
 * cointegration tests", Journal of Business & Economic Statistics 12(2), 1994; critical values
 * against which it is checked: the same, Queen's Economics Department Working Paper 1227, 2010
 *
 * @example
 * unitRootProbability(-2.86154).toFixed(3); // => "0.050"
 */
export function unitRootProbability(statistic: number): number {
  if (statistic > HIGHEST) return 1;
  if (statistic < LOWEST) return 0;
  const surface = statistic <= SURFACES_MEET ? LEFT_SURFACE : RIGHT_SURFACE;
  return normalProbability(
    surface.reduceRight((sum, coefficient) => sum * statistic + coefficient, 0),
  );
}
