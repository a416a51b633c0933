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
 * @param it - The return and its sources.
 * @returns The parts in basis points.
 * @throws CalcError `invalid` when months is not above 0.
 *
 * @example
 * attribution({ totalReturn: rate(0.0201), yld: rate(0.0503), months: 1, duration: years(5.6), convexity: -160, spreadDuration: null, parallel: bp(-12), spreadChange: bp(-15), roll: bp(3.36), curve: bp(2), paydown: bp(0) }).residual.toFixed(1); // => "3.7"
 */
export function attribution(it: Realised): Attribution {
  if (!(it.months > 0)) throw invalid(`months is ${it.months}; months above 0 were expected`);
  const carry = (it.yld * it.months * 10_000) / 12;
  const parallel = 0 - it.duration * it.parallel;
  const spread = 0 - (it.spreadDuration ?? it.duration) * it.spreadChange;
  const convexity = (0.5 * it.convexity * it.parallel * it.parallel) / 10_000 + 0;
  const total = it.totalReturn * 10_000;
  const explained = carry + it.roll + parallel + it.curve + spread + convexity + it.paydown;
  const residual = total - explained;
  return {
    carry: bp(carry),
    roll: it.roll,
    parallel: bp(parallel),
    curve: it.curve,
    spread: bp(spread),
    convexity: bp(convexity),
    paydown: it.paydown,
    residual: bp(residual),
    total: bp(total),
    flag: flagOf(Math.abs(residual), it.months, Math.abs(total)),
  };
}

function flagOf(residual: number, months: number, total: number): string | null {
  if (residual > MOST_A_MONTH * months) return `above ${MOST_A_MONTH} bp a month`;
  if (residual > MOST_OF_TOTAL * total) return `above ${100 * MOST_OF_TOTAL}% of the total`;
  return null;
}
