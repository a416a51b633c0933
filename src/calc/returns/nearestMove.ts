import { invalid, missing } from "../errors";
import { requireSymmetric, semidefiniteFactor } from "../numeric/semidefinite";
import type { Numbers } from "../numeric/statistics";
import { rate, type Bp, type Rate, type Years } from "../units";
import { assetResponse, type Asset } from "./asset";
import { nearestOnParabola, probabilityAbove } from "./parabola";

/** What may move over the horizon, in this order. */
export const FACTORS = ["rate", "spreadA", "spreadB", "speed"] as const;

/** How the factors move together over the horizon. */
export interface FactorRisk {
  /** Standard deviations: rate and the two spreads in basis points, speed in percent. */
  readonly sds: Numbers;
  /** Correlations by rows, in the same order. */
  readonly correlations: readonly Numbers[];
}

/** The nearest joint move after which the second asset is ahead. */
export interface NearestMove {
  /** In the order of {@link FACTORS}: basis points, and percent of speed. */
  readonly moves: Float64Array;
  /** The moves in their standard deviations; 0 where a factor does not move. */
  readonly inSds: Float64Array;
  /** Mahalanobis distance: standard deviations of the joint distribution. */
  readonly distance: number;
  /** That asset B is ahead by the target or more at the horizon, moves being normal. */
  readonly probability: Rate;
}

/**
 * What must happen for asset B to return more than asset A by a target: of all joint moves that do
 * it, the nearest in Mahalanobis distance, by which the likelier of two moves is the nearer.
 *
 * Both returns are quadratic in the rate and linear in the rest. In coordinates of standard
 * deviations, the rate's first, what must be reached is a parabola in two dimensions: the rate, and
 * the steepest direction of the rest. The points at which its distance is stationary solve a cubic
 * equation; all of them are compared, because a negative convexity can be met from both sides. Of
 * two that are equally near the one with the higher rate is given.
 *
 * @param a - The asset that is held.
 * @param b - The asset that must come out ahead.
 * @param horizon - Years.
 * @param risk - Standard deviations over the horizon and correlations.
 * @param target - By how much B must be ahead, basis points.
 * @returns The move; no move where B is ahead by the target already.
 * @throws CalcError `missing` when no move of these factors does it; `invalid` when a deviation is
 * below 0 or the correlations are none.
 *
 * @example
 * const asset = (yld, duration, convexity, lossBp, aged) => ({ yld, duration, convexity, spreadDuration: null, lossBp, aged, speedBp: 0 });
 * const risk = { sds: [90, 0, 0, 0], correlations: [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]] };
 * nearestMove(asset(0.0503, 5.6, -160, 0, false), asset(0.0459, 6.1, 45, 3.6, true), years(1), risk, bp(0)).moves[0].toFixed(1); // => "48.0"
 */
export function nearestMove(
  a: Asset,
  b: Asset,
  horizon: Years,
  risk: FactorRisk,
  target: Bp,
): NearestMove {
  const factor = riskFactor(risk);
  const [held, other] = [assetResponse(a, horizon, "assetA"), assetResponse(b, horizon, "assetB")];
  // B's return less A's after moves x, basis points: ahead + slopes·x + ½·curvature·rate².
  const ahead = (other.still - held.still) * 10_000;
  const slopes = [
    held.duration - other.duration,
    Number(held.spreadDuration),
    0 - other.spreadDuration,
    (b.speedBp - a.speedBp) / 10,
  ];
  const curvature = (other.convexity - held.convexity) / 10_000;
  // The same in independent standard moves z, x = L·z: only z of the rate is squared.
  const n = FACTORS.length;
  const gradient = Float64Array.from({ length: n }, (_, j) =>
    slopes.reduce((sum, slope, i) => sum + slope * (factor[i]?.[j] as number), 0),
  );
  const rest = Math.hypot(...gradient.subarray(1));
  const rateSd = factor[0]?.[0] as number;
  const parabola = {
    needed: target - ahead,
    slope: gradient[0] as number,
    curvature: curvature * rateSd * rateSd,
    across: rest,
  };
  const nearest = nearestOnParabola(parabola);
  if (nearest === null) {
    throw missing(
      `no move of the given factors puts assetB ahead of assetA by ${target} bp or more`,
    );
  }
  const [along, across] = nearest;
  const z = gradient.map((slope, j) => (j === 0 ? along : rest > 0 ? (across * slope) / rest : 0));
  const moves = Float64Array.from({ length: n }, (_, i) =>
    z.reduce((sum, it, j) => sum + (factor[i]?.[j] as number) * it, 0),
  );
  return {
    moves,
    inSds: moves.map((move, i) => (move === 0 ? 0 : move / (risk.sds[i] as number))),
    distance: Math.hypot(along, across),
    probability: rate(probabilityAbove(parabola)),
  };
}

/** L with L·Lᵀ the covariance of the factors; the rate stands in the first column alone. */
function riskFactor({ sds, correlations }: FactorRisk): Float64Array[] {
  const n = FACTORS.length;
  if (sds.length !== n) {
    throw invalid(`sds has ${sds.length} values; it must have ${n}: ${FACTORS.join(", ")}`);
  }
  requireSymmetric(correlations, n, "correlations");
  FACTORS.forEach((name, i) => {
    const sd = sds[i] as number;
    if (!(sd >= 0)) throw invalid(`sds, ${name}, is ${sd}; it must be 0 or more`);
    const own = correlations[i]?.[i] as number;
    if (Math.abs(own - 1) > 1e-9) {
      throw invalid(`correlations, row ${i + 1}, column ${i + 1} is ${own}; it must be 1`);
    }
  });
  // Diagonals of exactly 1: of equal variances the first, the rate's, is eliminated first.
  const { rows } = semidefiniteFactor(
    correlations.map((row, i) => Float64Array.from(row, (value, j) => (i === j ? 1 : value))),
    "correlations",
  );
  return rows.map((row, i) =>
    Float64Array.from({ length: n }, (_, k) => (row[k] ?? 0) * (sds[i] as number)),
  );
}
