import type { Remaining } from "./remaining";

const { exp, expm1, log, log1p } = Math;

/*
 * Present value of what a bond pays, in closed form. With v the discount factor of one period,
 * n coupons c from time w on, the first of them c1, a final payment F at T and simple interest over
 * the time s before all that, at the yield i a period:
 *
 *   dirty price = (c v^w (1 − v^n)/(1 − v) + (c1 − c) v^w + F v^T) / (1 + s i)
 *
 * Its logarithm is nearly a straight line in ln(1 + i): Newton's method solves it there in two or
 * three steps, and since it is convex there, from any start.
 */

/**
 * The dirty price at a yield.
 *
 * @param remaining - What is paid.
 * @param periodYield - Yield over one coupon period, above −1.
 * @returns Price with accrued interest, per 100 of face value.
 */
export function dirtyPrice(remaining: Remaining, periodYield: number): number {
  const force = log1p(periodYield);
  const n = remaining.count;
  const simple = 1 + remaining.simpleTime * periodYield;
  if (n === 0) return (remaining.finalAmount * exp(-remaining.finalTime * force)) / simple;
  const vn = exp(-n * force);
  const vw = exp(-remaining.firstTime * force);
  // 1 − v = i v, without the digits that a subtraction would lose.
  const annuity = isNearZero(n * force)
    ? periodYield === 0
      ? n
      : (-expm1(-n * force) * (1 + periodYield)) / periodYield
    : ((1 - vn) * (1 + periodYield)) / periodYield;
  const final = isRegular(remaining)
    ? vw * vn * (1 + periodYield)
    : exp(-remaining.finalTime * force);
  const coupons = vw * (remaining.coupon * annuity + remaining.firstExtra);
  return (coupons + remaining.finalAmount * final) / simple;
}

/**
 * The yield at a dirty price.
 *
 * @param remaining - What is paid.
 * @param dirty - Price with accrued interest, above 0.
 * @returns Yield over one coupon period; NaN when there is none.
 */
export function periodYieldAt(remaining: Remaining, dirty: number): number {
  const {
    count: n,
    firstTime: w,
    finalTime: T,
    coupon: c,
    finalAmount: F,
    simpleTime: s,
  } = remaining;
  const extra = remaining.firstExtra;
  if (T === 0) return (F + n * c + extra - dirty) / (dirty * s);
  const regular = isRegular(remaining);
  const target = log(dirty);
  // The yield that coupons and the pull to redemption give, to begin with.
  const guess = (c + (F - dirty) / (T + s)) / (0.5 * (F + dirty));
  let force = log1p(Math.max(guess, -0.5));
  for (let step = 0; step < MOST_STEPS; step++) {
    const v = exp(-force);
    const vn = exp(-n * force);
    const vw = exp(-w * force);
    const vT = regular ? (vw * vn) / v : exp(-T * force);
    const near = isNearZero(force);
    const discount = near ? -expm1(-force) : 1 - v;
    const annuity = near ? annuityNearZero(n, force) : (1 - vn) / discount;
    const times = near ? 0.5 * n * (n - 1) : (v * annuity - n * vn) / discount;
    const value = vw * (c * annuity + extra) + F * vT;
    const slope = vw * (c * (w * annuity + times) + extra * w) + F * T * vT;
    const simple = s === 0 ? 1 : 1 + s * (1 / v - 1);
    const simpleSlope = s === 0 ? 0 : s / (v * simple);
    const move = (log(value / simple) - target) / (slope / value + simpleSlope);
    force += move;
    // Newton's error is of the order of the square of its last step.
    if (Math.abs(move) < LAST_STEP) return expm1(force);
  }
  return NaN;
}

const MOST_STEPS = 100;
const LAST_STEP = 1e-8;
const isNearZero = (x: number): boolean => x < 1e-4 && x > -1e-4;
/** Whether the redemption comes with the last coupon of the grid. */
export const isRegular = (remaining: Remaining): boolean =>
  remaining.finalTime === remaining.firstTime + remaining.count - 1;

/** Σ v^j for j = 0..n−1. */
const annuityNearZero = (n: number, force: number): number =>
  force === 0 ? n : expm1(-n * force) / expm1(-force);
