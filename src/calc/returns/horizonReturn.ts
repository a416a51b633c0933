import { invalid } from "../errors";
import { rate, type Bp, type Rate, type Years } from "../units";

/** A bond or pool, and what happens to it over a horizon. */
export interface HorizonCase {
  /** Yield a year. */
  readonly yld: Rate;
  readonly duration: Years;
  /** Raw years²; many screens show it divided by 100. */
  readonly convexity: number;
  /** Parallel change of the Treasury curve. */
  readonly rateShiftBp: Bp;
  /** Change of its spread; the rate shift is not part of it. */
  readonly spreadChangeBp: Bp;
  readonly horizon: Years;
  /** Null: the same as the duration. */
  readonly spreadDuration: Years | null;
  /** Return from rolling down the curve over the horizon. */
  readonly rollBp: Bp;
  /** Expected loss a year. */
  readonly lossBp: Bp;
  /** Paid once. */
  readonly costBp: Bp;
  /** Whether the durations shorten by the horizon: a bond's do, a pool's hardly. */
  readonly aged: boolean;
}

/**
 * Return over a horizon, to second order in the rate shift.
 *
 * y·h + roll − D·dy − SD·ds + ½·C·dy² − loss·h − cost, with D and SD less h when the asset ages.
 * An approximation: within about ±100 bp; beyond, value the cash flows. The convexity belongs to
 * the start and does not age. A spread duration that is shorter than the horizon ends at 0.
 *
 * @param it - Yield and loss a year, changes in basis points, durations and horizon in years.
 * @returns The return over the horizon as a decimal, not annualised.
 * @throws CalcError `invalid` when the horizon is below 0, or an aged asset's duration is not
 * above it.
 * @see The method notes, horizon return: five scenarios for a pool, a corporate and a Treasury
 *
 * @example
 * horizonReturn({ yld: 0.0503, duration: 5.6, convexity: -160, rateShiftBp: -50, spreadChangeBp: 5, horizon: 1, spreadDuration: null, rollBp: 0, lossBp: 0, costBp: 0, aged: false }).toFixed(4); // => "0.0735"
 */
export function horizonReturn(it: HorizonCase): Rate {
  const { yld, duration, convexity, horizon, spreadDuration, aged } = it;
  if (!(horizon >= 0)) throw invalid(`horizon is ${horizon}; years, 0 or more, were expected`);
  if (aged && !(horizon < duration)) {
    throw invalid(
      `horizon is ${horizon} years but duration is ${duration}; an aged asset needs a longer duration, or aged FALSE`,
    );
  }
  const ageing = aged ? horizon : 0;
  const endDuration = duration - ageing;
  const endSpreadDuration =
    spreadDuration === null ? endDuration : Math.max(0, spreadDuration - ageing);
  const shift = it.rateShiftBp / 10_000;
  return rate(
    yld * horizon +
      it.rollBp / 10_000 -
      endDuration * shift -
      (endSpreadDuration * it.spreadChangeBp) / 10_000 +
      0.5 * convexity * shift * shift -
      (it.lossBp * horizon) / 10_000 -
      it.costBp / 10_000,
  );
}
