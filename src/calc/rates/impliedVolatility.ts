import { bachelier, black, type OptionType } from "./black";

const { abs, exp, log, sqrt, PI } = Math;

/** How a market quotes an option on a rate: a volatility of the rate itself, or of its logarithm. */
export const VOLATILITY_KINDS = ["normal", "lognormal"] as const;
export type VolatilityKind = (typeof VOLATILITY_KINDS)[number];

/** Standard normal density. */
const density = (x: number): number => exp((-x * x) / 2) / sqrt(2 * PI);

/**
 * An option's expected payment by its market's formula: Bachelier's or Black's.
 *
 * @param kind - Normal or lognormal.
 * @param type - Call or put.
 * @param forward - The forward; above 0 where lognormal.
 * @param strike - The strike in the same unit.
 * @param deviation - Volatility times the square root of the years to expiry.
 * @returns The expected payment, not discounted.
 *
 * @example
 * optionValue("normal", "call", 0.04, 0.04, 0.01).toFixed(10); // => (0.01 / Math.sqrt(2 * Math.PI)).toFixed(10)
 */
export function optionValue(
  kind: VolatilityKind,
  type: OptionType,
  forward: number,
  strike: number,
  deviation: number,
): number {
  return (kind === "normal" ? bachelier : black)(type, forward, strike, deviation);
}

/**
 * How an option's expected payment grows with the deviation: its vega.
 *
 * @param kind - Normal or lognormal.
 * @param forward - The forward.
 * @param strike - The strike.
 * @param deviation - Above 0.
 * @returns The derivative by the deviation; the same for calls and puts.
 *
 * @example
 * optionVega("normal", 0.04, 0.04, 0.01).toFixed(10); // => (1 / Math.sqrt(2 * Math.PI)).toFixed(10)
 */
export function optionVega(
  kind: VolatilityKind,
  forward: number,
  strike: number,
  deviation: number,
): number {
  if (kind === "normal") return density((forward - strike) / deviation);
  return forward * density(log(forward / strike) / deviation + deviation / 2);
}

const MOST_STEPS = 100;
/** Newton's error is of the order of the square of its last step. */
const LAST_STEP = 1e-9;

/**
 * The deviation at which an option out of the money, or at it, has a value. Newton's method goes one
 * way from where it starts: the normal value is convex in the deviation and the start lies above, the
 * lognormal one has its inflection there (or is concave, at the money, with the start below).
 *
 * @param kind - Normal or lognormal.
 * @param forward - The forward.
 * @param strike - The strike.
 * @param value - The expected payment, above 0, not discounted.
 * @returns The deviation; NaN where there is none.
 *
 * @example
 * const value = optionValue("lognormal", "call", 0.04, 0.05, 0.3);
 * impliedDeviation("lognormal", 0.04, 0.05, value).toFixed(12); // => "0.300000000000"
 */
export function impliedDeviation(
  kind: VolatilityKind,
  forward: number,
  strike: number,
  value: number,
): number {
  if (!(value > 0)) return NaN;
  const type: OptionType = strike >= forward ? "call" : "put";
  const atTheMoney = sqrt(2 * PI) * value;
  let deviation =
    kind === "normal"
      ? atTheMoney + sqrt(PI / 2) * abs(forward - strike)
      : sqrt(2 * abs(log(forward / strike))) || atTheMoney / forward;
  for (let step = 0; step < MOST_STEPS; step++) {
    const error = optionValue(kind, type, forward, strike, deviation) - value;
    const move = error / optionVega(kind, forward, strike, deviation);
    deviation -= move;
    if (!Number.isFinite(deviation) || deviation <= 0) return NaN;
    if (abs(move) < LAST_STEP * deviation) return deviation;
  }
  return NaN;
}
