import { invalid } from "../errors";
import { normalProbability } from "../numeric/normalDistribution";

/** The right to buy, or to sell. */
export type OptionType = "call" | "put";

/**
 * Black's formula: an option on a forward that is lognormal at expiry, not discounted.
 *
 * @param type - Call or put.
 * @param forward - The forward, above 0, in any unit.
 * @param strike - The strike in the same unit, above 0.
 * @param deviation - Standard deviation of the forward's logarithm at expiry: volatility times the
 *   square root of the years; 0 gives the intrinsic value.
 * @returns The option's expected payment in the forward's unit.
 * @throws CalcError `invalid` when forward or strike are not above 0, or the deviation is below 0.
 * @see F. Black, "The pricing of commodity contracts", Journal of Financial Economics 3, 1976
 *
 * @example
 * black("call", 0.0474, 0.0424, 0.25 * Math.sqrt(2)).toFixed(10); // => "0.0091071658"
 */
export function black(
  type: OptionType,
  forward: number,
  strike: number,
  deviation: number,
): number {
  if (!(forward > 0)) throw invalid(`forward is ${forward}; it must be a number above 0`);
  if (!(strike > 0)) throw invalid(`strike is ${strike}; it must be a number above 0`);
  requireDeviation(deviation);
  const sign = type === "call" ? 1 : -1;
  if (deviation === 0) return Math.max(0, sign * (forward - strike));
  const upper = Math.log(forward / strike) / deviation + deviation / 2;
  const lower = upper - deviation;
  return (
    sign * (forward * normalProbability(sign * upper) - strike * normalProbability(sign * lower))
  );
}

/**
 * Bachelier's formula: an option on a forward that is normal at expiry, not discounted.
 *
 * @param type - Call or put.
 * @param forward - The forward, in any unit, of any sign.
 * @param strike - The strike in the same unit.
 * @param deviation - Standard deviation of the forward at expiry, in its unit: normal volatility
 *   times the square root of the years; 0 gives the intrinsic value.
 * @returns The option's expected payment in the forward's unit.
 * @throws CalcError `invalid` when the deviation is below 0.
 * @see L. Bachelier, "Théorie de la spéculation", 1900
 *
 * @example
 * bachelier("put", 0.04, 0.04, 0.01).toFixed(10); // => (0.01 / Math.sqrt(2 * Math.PI)).toFixed(10)
 */
export function bachelier(
  type: OptionType,
  forward: number,
  strike: number,
  deviation: number,
): number {
  requireDeviation(deviation);
  const inside = type === "call" ? forward - strike : strike - forward;
  if (deviation === 0) return Math.max(0, inside);
  const scaled = inside / deviation;
  const density = Math.exp((-scaled * scaled) / 2) / Math.sqrt(2 * Math.PI);
  return inside * normalProbability(scaled) + deviation * density;
}

function requireDeviation(deviation: number): void {
  if (deviation >= 0) return;
  throw invalid(`deviation is ${deviation}; it must be a standard deviation of 0 or more`);
}
