import { invalid } from "../errors";
import { bp, type Bp, type Rate, type Years } from "../units";

/** A realised return, and what is known of where it came from. */
export interface Realised {
  readonly totalReturn: Rate;
  /** Yield a year at the start. */
  readonly yld: Rate;
  readonly months: number;
  readonly duration: Years;
  readonly convexity: number;
  /** Null: the same as the duration. */
  readonly spreadDuration: Years | null;
  /** Changes of the parallel rate and of the spread. */
  readonly parallel: Bp;
  readonly spreadChange: Bp;
  /** Contributions to the return. */
  readonly roll: Bp;
  readonly curve: Bp;
  readonly paydown: Bp;
}

/** A return in parts, basis points; they sum to the total. */
export interface Attribution {
  readonly carry: Bp;
  readonly roll: Bp;
  readonly parallel: Bp;
  readonly curve: Bp;
  readonly spread: Bp;
  readonly convexity: Bp;
  readonly paydown: Bp;
  /** What the parts leave unexplained. */
  readonly residual: Bp;
  readonly total: Bp;
  /** What is wrong with the residual; null when it is small. */
  readonly flag: string | null;
}

/** Residuals beyond them say that a part is missing: basis points a month, share of the return. */
const MOST_A_MONTH = 5;
const MOST_OF_TOTAL = 0.1;

/**
 * A realised return in parts: carry, roll, parallel shift, curve, spread, convexity, paydown, and
 * the residual that makes them sum.
 *
 * @param realised - The return and its sources.
 * @returns The parts in basis points.
 * @throws CalcError `invalid` when months is not above 0.
 *
 * @example
 * attribution({ totalReturn: rate(0.0201), yld: rate(0.0503), months: 1, duration: years(5.6), convexity: -160, spreadDuration: null, parallel: bp(-12), spreadChange: bp(-15), roll: bp(3.36), curve: bp(2), paydown: bp(0) }).residual.toFixed(1); // => "3.7"
 */
export function attribution(realised: Realised): Attribution {
  if (!(realised.months > 0))
    throw invalid(`months is ${realised.months}; it must be a number of months above 0`);
  const carry = (realised.yld * realised.months * 10_000) / 12;
  const parallel = 0 - realised.duration * realised.parallel;
  const spread = 0 - (realised.spreadDuration ?? realised.duration) * realised.spreadChange;
  const convexity = (0.5 * realised.convexity * realised.parallel * realised.parallel) / 10_000 + 0;
  const total = realised.totalReturn * 10_000;
  const explained =
    carry + realised.roll + parallel + realised.curve + spread + convexity + realised.paydown;
  const residual = total - explained;
  return {
    carry: bp(carry),
    roll: realised.roll,
    parallel: bp(parallel),
    curve: realised.curve,
    spread: bp(spread),
    convexity: bp(convexity),
    paydown: realised.paydown,
    residual: bp(residual),
    total: bp(total),
    flag: flagOf(Math.abs(residual), realised.months, Math.abs(total)),
  };
}

function flagOf(residual: number, months: number, total: number): string | null {
  if (residual > MOST_A_MONTH * months) return `above ${MOST_A_MONTH} bp a month`;
  if (residual > MOST_OF_TOTAL * total) return `above ${100 * MOST_OF_TOTAL}% of the total`;
  return null;
}
