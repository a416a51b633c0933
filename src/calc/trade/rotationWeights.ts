import { CalcError, invalid } from "../errors";
import { boundedQuadratic, type QuadraticMinimum } from "../numeric/boundedQuadratic";
import { freeStep } from "../numeric/freeStep";
import { quadraticRoots } from "../numeric/polynomialRoots";
import { requireSymmetric, semidefiniteFactor } from "../numeric/semidefinite";
import type { Numbers } from "../numeric/statistics";
import { bp, type Bp } from "../units";

const { abs, max, min, sqrt } = Math;

/** What may be tilted, and how far. */
export interface TiltProblem {
  /** Expected excess returns, basis points. */
  readonly expected: Numbers;
  /** Covariances of returns, decimals squared, by rows. */
  readonly covariance: readonly Numbers[];
  /** Most that the tilt may deviate, basis points a year. */
  readonly trackingError: Bp;
  /** Bounds of each tilt, decimals; −∞ and ∞ for none. */
  readonly lower: Numbers;
  readonly upper: Numbers;
}

/** The best tilt, and its parts. */
export interface Tilt {
  /** Decimals; they sum to 0. */
  readonly weights: Float64Array;
  /** Share of each in the expected return, basis points. */
  readonly returns: Float64Array;
  /** Share of each in the tracking error, basis points. */
  readonly risks: Float64Array;
  readonly expected: Bp;
  readonly trackingError: Bp;
}

/** More than a rotation has; the search takes the third power of it. */
export const MOST_ASSETS = 40;
const SAME = 1e-12;

/**
 * The tilt with the highest expected return whose weights sum to 0, whose tracking error stays
 * within a budget and each of whose weights stays within its bounds.
 *
 * For each price of risk the best tilt solves a quadratic programme; as risk gets cheaper the
 * tracking error rises, and between two changes of the bounds that bind the tilt moves along a
 * line. On the line that meets the budget the point is solved for exactly. Without bounds it is
 * S⁻¹(a − 1·(1ᵀS⁻¹a)/(1ᵀS⁻¹1)), scaled to the budget.
 *
 * @param problem - Expected returns, covariances, budget and bounds, each of one length.
 * @returns Tilt with its parts; where the bounds bind first, less than the budget is used.
 * @throws CalcError `invalid` when the covariances are none, the bounds leave no tilt that sums to
 * 0 or need more than the budget, or a riskless mix has no bound.
 *
 * @example
 * // Without the bound of 5% the tilt would be ±10%.
 * const S = [[0.0001, 0], [0, 0.0001]];
 * [...rotationTilt({ expected: [10, 0], covariance: S, trackingError: bp(14.142135623730951), lower: [-1, -1], upper: [0.05, 1] }).weights].map((w) => w.toFixed(9)); // => ["0.050000000", "-0.050000000"]
 */
export function rotationTilt(problem: TiltProblem): Tilt {
  const { covariance, lower, upper } = problem;
  const n = problem.expected.length;
  if (n > MOST_ASSETS) throw invalid(`expected has ${n} rows; it must have at most ${MOST_ASSETS}`);
  requireSymmetric(covariance, n, "covariance");
  semidefiniteFactor(covariance, "covariance");
  const budget = problem.trackingError / 10_000;
  if (!(budget > 0)) {
    throw invalid(
      `trackingError is ${problem.trackingError}; it must be a number of basis points above 0`,
    );
  }
  const expected = Float64Array.from(problem.expected, (value) => value / 10_000);
  const dearest = tiltAt(expected, covariance, lower, upper, 0, feasible(lower, upper));
  const least = deviation(covariance, dearest.at);
  if (least > budget * (1 + SAME)) {
    throw invalid(
      `bounds need a tracking error of ${(least * 10_000).toPrecision(4)} bp or more; trackingError is ${problem.trackingError}`,
    );
  }
  const weights =
    max(...expected) - min(...expected) > 0
      ? onBudget({ expected, covariance, lower, upper, budget }, dearest)
      : dearest.at;
  return partsOf(weights, expected, covariance);
}

/** Any tilt within the bounds that sums to 0: as near to none as the first bounds let it. */
function feasible(lower: Numbers, upper: Numbers): Float64Array {
  const weights = Float64Array.from(lower, (low, i) => {
    const high = upper[i] as number;
    if (!(low <= high)) {
      throw invalid(`bounds, row ${i + 1}, are ${low} and ${high}; low must be at most high`);
    }
    return min(high, max(low, 0));
  });
  let missing = 0 - weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length && missing !== 0; i++) {
    const weight = weights[i] as number;
    const moved = min(upper[i] as number, max(lower[i] as number, weight + missing));
    missing -= moved - weight;
    weights[i] = moved;
  }
  if (abs(missing) > SAME) {
    throw invalid("bounds leave no tilt whose weights sum to 0; give wider ones");
  }
  return weights;
}

/** The best tilt where a unit of variance costs 1/(2·appetite) of expected return. */
function tiltAt(
  expected: Float64Array,
  covariance: readonly Numbers[],
  lower: Numbers,
  upper: Numbers,
  appetite: number,
  start: Float64Array,
): QuadraticMinimum {
  const linear = expected.map((value) => -appetite * value);
  try {
    return boundedQuadratic({ hessian: covariance, linear, lower, upper }, start);
  } catch (error) {
    if (!(error instanceof CalcError) || !error.message.startsWith("nothing bounds")) throw error;
    throw invalid(
      "covariance says that a mix of the assets has no risk but an expected return; give bounds",
    );
  }
}

interface Search {
  readonly expected: Float64Array;
  readonly covariance: readonly Numbers[];
  readonly lower: Numbers;
  readonly upper: Numbers;
  readonly budget: number;
}

/** Appetites tried from the first, each ten times the one before: beyond, the bounds bind. */
const MOST_DECADES = 13;
const MOST_STEPS = 200;

function onBudget(search: Search, dearest: QuadraticMinimum): Float64Array {
  const { expected, covariance, lower, upper, budget } = search;
  const solve = (appetite: number, start: Float64Array) =>
    tiltAt(expected, covariance, lower, upper, appetite, start);
  const used = (point: QuadraticMinimum) => deviation(covariance, point.at);
  // Of the size of the appetite that spends the budget on one asset.
  const volatility = sqrt(max(...covariance.map((row, i) => row[i] as number)));
  const first = (budget * volatility) / max(...expected.map(abs)) || 1;
  let [low, lowPoint] = [0, dearest];
  let high = first;
  let highPoint = solve(high, dearest.at);
  for (let decade = 0; used(highPoint) < budget; decade++) {
    if (decade === MOST_DECADES) return highPoint.at;
    [low, lowPoint] = [high, highPoint];
    high *= 10;
    highPoint = solve(high, highPoint.at);
  }
  for (let step = 0; step < MOST_STEPS; step++) {
    const between = [
      low + alongLine(search, lowPoint),
      high + alongLine(search, highPoint),
      (low + high) / 2,
    ];
    const appetite = between[step % 3] as number;
    if (!(appetite > low && appetite < high)) continue;
    const point = solve(appetite, lowPoint.at);
    const error = used(point) / budget - 1;
    if (abs(error) <= SAME) return point.at;
    if (error < 0) [low, lowPoint] = [appetite, point];
    else [high, highPoint] = [appetite, point];
  }
  return lowPoint.at;
}

/** By how much the appetite must change, the free weights staying free, to meet the budget. */
function alongLine({ expected, covariance, budget }: Search, point: QuadraticMinimum): number {
  const { move, isEndless } = freeStep(
    covariance,
    expected.map((value) => -value),
    point.free,
  );
  if (isEndless) return NaN;
  const changes = quadraticRoots(
    product(covariance, move, move),
    2 * product(covariance, point.at, move),
    product(covariance, point.at, point.at) - budget * budget,
  );
  // The variance rises with the appetite: the later root is the one on this side of its least.
  return changes.at(-1) ?? NaN;
}

function product(matrix: readonly Numbers[], a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      sum += (a[i] as number) * ((matrix[i] as Numbers)[j] as number) * (b[j] as number);
    }
  }
  return sum;
}

const deviation = (covariance: readonly Numbers[], weights: Float64Array) =>
  sqrt(max(0, product(covariance, weights, weights)));

function partsOf(
  weights: Float64Array,
  expected: Float64Array,
  covariance: readonly Numbers[],
): Tilt {
  const risk = deviation(covariance, weights);
  const returns = weights.map((weight, i) => weight * (expected[i] as number) * 10_000);
  const risks = weights.map((weight, i) => {
    const beside = weights.reduce(
      (sum, other, j) => sum + other * ((covariance[i] as Numbers)[j] as number),
      0,
    );
    return risk > 0 ? (weight * beside * 10_000) / risk : 0;
  });
  return {
    weights,
    returns,
    risks,
    expected: bp(returns.reduce((sum, it) => sum + it, 0)),
    trackingError: bp(risk * 10_000),
  };
}
