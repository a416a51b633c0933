import { invalid, missing } from "../errors";
import type { Bp } from "../units";

/** The two legs of a switch and what they cost. */
export interface SwitchLegs {
  /** Market values, any currency, 0 or more. */
  readonly mvFrom: number;
  readonly mvTo: number;
  /** Round-trip costs, cents per 100 of market value. */
  readonly centsFrom: number;
  readonly centsTo: number;
}

/**
 * Cost of a switch: half of each leg's round trip, because each is traded once.
 *
 * @param legs - Market values and round-trip costs.
 * @returns In the currency of the market values.
 * @throws CalcError `invalid` when a market value or a cost is below 0.
 *
 * @example
 * tradeCost({ mvFrom: 99_750_000, mvTo: 91_573_770, centsFrom: 2, centsTo: 18 }).toFixed(0); // => "92391"
 */
export function tradeCost(legs: SwitchLegs): number {
  for (const name of ["mvFrom", "mvTo", "centsFrom", "centsTo"] as const) {
    if (!(legs[name] >= 0)) throw invalid(`${name} is ${legs[name]}; it must be 0 or more`);
  }
  return (legs.mvFrom * legs.centsFrom + legs.mvTo * legs.centsTo) / 2 / 10_000;
}

/**
 * Days of carry that a cost is worth.
 *
 * @param cost - Basis points, paid once.
 * @param carry - Basis points a year; its sign does not matter.
 * @returns Days of 365 a year.
 * @throws CalcError `missing` when there is no carry.
 *
 * @example
 * daysOfCarry(bp(10), bp(39)).toFixed(0); // => "94"
 */
export function daysOfCarry(cost: Bp, carry: Bp): number {
  if (carry === 0) throw missing("the gap is 0: no number of days repays the cost");
  return (cost / Math.abs(carry)) * 365;
}
