import { invalid } from "../errors";
import { requireSymmetric, semidefiniteFactor } from "../numeric/semidefinite";
import type { Numbers } from "../numeric/statistics";
import type { Bp, Rate } from "../units";

/** A view on one mix of assets. */
export interface View {
  /** How much of each asset is in the mix: {0, 1, −1} is mortgages less corporates. */
  readonly pick: Numbers;
  /** What the mix is expected to return, basis points. */
  readonly view: Bp;
  /** 0: nothing is known, 1: it is certain. */
  readonly confidence: Rate;
}

/**
 * Expected returns after a view, by Black and Litterman: the prior, moved along S·Pᵀ.
 *
 * With the view's variance Ω = τ·P·S·Pᵀ·(1 − c)/c the posterior is
 * prior + c·S·Pᵀ·(Q − P·prior) / (P·S·Pᵀ): the view's mix moves by the confidence's share of the way
 * to the view, and τ, the uncertainty of the prior, cancels. It stays an argument because other
 * statements of the method need it.
 *
 * @param prior - Expected returns, basis points.
 * @param covariance - Decimals squared, by rows; only its proportions count.
 * @param view - The mix, its expected return, and how sure that is.
 * @param tau - Above 0.
 * @returns Expected returns, basis points.
 * @throws CalcError `invalid` when sizes do not fit, the covariances are none, the mix has no risk,
 * or the confidence is outside 0 to 1.
 * @see F. Black and R. Litterman, Global Portfolio Optimization, Financial Analysts Journal 48(5),
 * 1992; T. Idzorek, A Step-by-Step Guide to the Black–Litterman Model, 2005
 *
 * @example
 * [...viewPosterior([35, 45], [[4, 0], [0, 4]], { pick: [1, -1], view: bp(-30), confidence: rate(0.5) }, 0.05)]; // => [30, 50]
 */
export function viewPosterior(
  prior: Numbers,
  covariance: readonly Numbers[],
  { pick, view, confidence }: View,
  tau: number,
): Float64Array {
  const n = prior.length;
  requireSymmetric(covariance, n, "covariance");
  semidefiniteFactor(covariance, "covariance");
  if (!(tau > 0)) throw invalid(`tau is ${tau}; it must be a number above 0`);
  if (!(confidence >= 0 && confidence <= 1)) {
    throw invalid(`confidence is ${confidence}; it must be a share from 0 to 1`);
  }
  const along = Float64Array.from({ length: n }, (_, i) => dot(covariance[i] as Numbers, pick));
  const variance = dot(pick, along);
  const size = covariance.reduce(
    (sum, row, i) => sum + (pick[i] as number) ** 2 * (row[i] as number),
    0,
  );
  if (!(variance > 1e-12 * size)) {
    throw invalid("pick is a mix without risk; a view on it would not move anything");
  }
  const surprise = view - dot(pick, prior);
  return along.map((value, i) => (prior[i] as number) + (confidence * surprise * value) / variance);
}

function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
