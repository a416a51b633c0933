import { rate, type Rate } from "../units";

const { exp, expm1 } = Math;

/**
 * The curve of Nelson and Siegel (1987) with Svensson's second hump (1994). With x₁ = t/τ₁ and
 * x₂ = t/τ₂ its instantaneous forward rate is
 *
 *   β₀ + β₁ e^−x₁ + β₂ x₁ e^−x₁ + β₃ x₂ e^−x₂
 *
 * β₀ is the rate far out, β₀ + β₁ the rate at time 0, β₂ and β₃ the heights of two humps. Where β₃ is
 * 0 it is Nelson and Siegel's, and τ₂ means nothing.
 */
export interface NelsonSiegel {
  /** Decimals a year, continuously compounded. */
  readonly beta0: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly beta3: number;
  /** Years, above 0. */
  readonly tau1: number;
  readonly tau2: number;
}

/** Below it 1 − e^−x has no digits left that the series does not have. */
const NEAR_ZERO = 1e-8;

/**
 * The mean of e^−s for s from 0 to x: how much of the slope β₁ is in the zero rate.
 *
 * @param x - Time over τ, 0 or more.
 * @returns (1 − e^−x)/x, from 1 down to 0.
 *
 * @example
 * slopeLoading(1).toFixed(12); // => (1 - Math.exp(-1)).toFixed(12)
 */
export function slopeLoading(x: number): number {
  return x < NEAR_ZERO ? 1 - 0.5 * x : -expm1(-x) / x;
}

/**
 * Zero rate, continuously compounded.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns Decimal a year.
 * @see L. E. O. Svensson, Estimating and interpreting forward interest rates, NBER 4871, 1994
 *
 * @example
 * const curve = { beta0: 0.05, beta1: -0.02, beta2: 0, beta3: 0, tau1: 2, tau2: 1 };
 * nelsonSiegelZero(curve, 2).toFixed(12); // => (0.05 - 0.02 * (1 - Math.exp(-1))).toFixed(12)
 */
export function nelsonSiegelZero(curve: NelsonSiegel, time: number): Rate {
  const { beta0, beta1, beta2, beta3 } = curve;
  const [x1, x2] = [time / curve.tau1, time / curve.tau2];
  const [slope1, slope2] = [slopeLoading(x1), slopeLoading(x2)];
  return rate(beta0 + beta1 * slope1 + beta2 * (slope1 - exp(-x1)) + beta3 * (slope2 - exp(-x2)));
}

/**
 * Instantaneous forward rate, continuously compounded.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns Decimal a year.
 *
 * @example
 * const curve = { beta0: 0.05, beta1: -0.02, beta2: 0, beta3: 0, tau1: 2, tau2: 1 };
 * nelsonSiegelForward(curve, 0).toFixed(12); // => "0.030000000000"
 */
export function nelsonSiegelForward(curve: NelsonSiegel, time: number): Rate {
  const { beta0, beta1, beta2, beta3 } = curve;
  const [x1, x2] = [time / curve.tau1, time / curve.tau2];
  return rate(beta0 + (beta1 + beta2 * x1) * exp(-x1) + beta3 * x2 * exp(-x2));
}

/**
 * Discount factor.
 *
 * @param curve - The curve.
 * @param time - Years, 0 or more.
 * @returns Value today of 1 paid then.
 *
 * @example
 * const curve = { beta0: 0.05, beta1: 0, beta2: 0, beta3: 0, tau1: 2, tau2: 1 };
 * nelsonSiegelDiscount(curve, 10).toFixed(12); // => Math.exp(-0.5).toFixed(12)
 */
export function nelsonSiegelDiscount(curve: NelsonSiegel, time: number): number {
  const exponent: number = nelsonSiegelZero(curve, time) * time;
  return exp(-exponent);
}
