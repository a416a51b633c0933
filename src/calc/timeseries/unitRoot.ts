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

/** What a series may revert to: 0, a mean, or a line. */
export const UNIT_ROOT_TRENDS = ["none", "constant", "trend"] as const;
export type UnitRootTrend = (typeof UNIT_ROOT_TRENDS)[number];

/** A test of "wanders without a mean" against "reverts to one". */
export interface UnitRoot {
  /** Augmented Dickey–Fuller t-ratio; the further below 0, the more reversion. */
  readonly statistic: number;
  /** Probability of a statistic as low when nothing reverts. */
  readonly p: number;
  readonly verdict: UnitRootVerdict;
}

/**
 * The augmented Dickey–Fuller test.
 *
 * Regresses the change on the level before it and on earlier changes; the statistic is the level's
 * t-ratio, which does not follow Student's law.
 *
 * @param history - Oldest first, NaN where missing; missing rows are dropped.
 * @param lags - Earlier changes in the regression, 0 or more (1).
 * @param trend - What the series may revert to ("constant").
 * @returns Statistic, probability, verdict.
 * @throws CalcError `invalid` when lags is no such number; `missing` when there are too few values
 * or they do not vary.
 * @see J. D. Hamilton, Time Series Analysis, 1994, section 17.7; test/golden/meanReversion.csv
 *
 * @example
 * unitRoot(Float64Array.of(3, 8, 2, 7, 4, 6, 3, 7, 4, 5), 0).verdict; // => "unit root rejected at 1%"
 */
export function unitRoot(history: History, lags = 1, trend: UnitRootTrend = "constant"): UnitRoot {
  refuseLags(lags, "lags");
  const values = observed(history);
  const constants = UNIT_ROOT_TRENDS.indexOf(trend);
  // Two degrees of freedom at least are left for the residuals.
  const needed = 2 * lags + 4 + constants;
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
  const columns = [
    values.subarray(lags, lags + n),
    ...[new Float64Array(n).fill(1), Float64Array.from({ length: n }, (_, t) => t + 1)].slice(
      0,
      constants,
    ),
    ...earlier,
  ];
  const { coefficients, standardErrors, residualDeviation } = leastSquares(
    columns,
    steps.subarray(lags),
  );
  const largest = steps.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
  if (!(residualDeviation > NO_NOISE * largest)) {
    throw missing("the series follows from its own past without noise; there is nothing to test");
  }
  const statistic = (coefficients[0] as number) / (standardErrors[0] as number);
  if (!Number.isFinite(statistic)) {
    throw invalid("the values of the series are too large to test; check their unit");
  }
  const p = unitRootProbability(statistic, trend);
  return { statistic, p, verdict: verdictOf(p) };
}

/**
 * Refuses what is no number of earlier changes of a unit root test.
 *
 * @param lags - The number.
 * @param name - Of the argument.
 * @throws CalcError `invalid` when it is no whole number from 0 to 24.
 *
 * @example
 * refuseLags(24, "lags"); // => undefined
 */
export function refuseLags(lags: number, name: string): void {
  if (Number.isInteger(lags) && lags >= 0 && lags <= MOST_LAGS) return;
  throw invalid(`${name} is ${lags}; it must be a whole number of rows from 0 to ${MOST_LAGS}`);
}

function verdictOf(p: number): UnitRootVerdict {
  const [at1, at5, at10, not] = UNIT_ROOT_VERDICTS;
  if (p < 0.01) return at1;
  if (p < 0.05) return at5;
  return p < 0.1 ? at10 : not;
}

interface Surface {
  /** Below this statistic the left-hand polynomial holds, above it the right-hand one. */
  readonly meet: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Beyond these the polynomials turn; the probability there is 0 and 1 to four digits. */
  readonly lowest: number;
  readonly highest: number;
}

/** MacKinnon's surfaces for one series. */
const SURFACES: Readonly<Record<UnitRootTrend, Surface>> = {
  none: {
    meet: -1.04,
    left: [0.6344, 1.2378, 0.032496],
    right: [0.4797, 0.93557, -0.06999, 0.033066],
    lowest: -19.04,
    highest: Infinity,
  },
  constant: {
    meet: -1.61,
    left: [2.1659, 1.4412, 0.038269],
    right: [1.7339, 0.93202, -0.12745, -0.010368],
    lowest: -18.83,
    highest: 2.74,
  },
  trend: {
    meet: -2.89,
    left: [3.2512, 1.6047, 0.049588],
    right: [2.5261, 0.61654, -0.37956, -0.060285],
    lowest: -16.18,
    highest: 0.7,
  },
};

/**
 * Probability of a Dickey–Fuller statistic as low or lower when there is a unit root.
 *
 * MacKinnon's regression surface for one series, in large samples: the normal
 * probability of a polynomial of the statistic. Good to about three digits in the left tail.
 *
 * @param statistic - The t-ratio of the level.
 * @param trend - What the series may revert to ("constant").
 * @returns A probability, 0 to 1.
 * @see J. G. MacKinnon, "Approximate asymptotic distribution functions for unit-root and
 * cointegration tests", Journal of Business & Economic Statistics 12(2), 1994; critical values
 * against which it is checked: the same, Queen's Economics Department Working Paper 1227, 2010
 *
 * @example
 * unitRootProbability(-2.86154).toFixed(3); // => "0.050"
 */
export function unitRootProbability(statistic: number, trend: UnitRootTrend = "constant"): number {
  const { meet, left, right, lowest, highest } = SURFACES[trend];
  if (statistic > highest) return 1;
  if (statistic < lowest) return 0;
  return normalProbability(
    (statistic <= meet ? left : right).reduceRight(
      (sum, coefficient) => sum * statistic + coefficient,
      0,
    ),
  );
}
