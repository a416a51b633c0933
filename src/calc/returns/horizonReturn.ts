import { invalid } from "../errors";
import { rate, years, type Bp, type Rate, type Years } from "../units";

/** A bond or pool over a horizon in which nothing moves. */
export interface Holding {
  /** Yield a year. */
  readonly yld: Rate;
  readonly duration: Years;
  /** Raw years²; many screens show it divided by 100. */
  readonly convexity: number;
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

/** A bond or pool, and what happens to it over a horizon. */
export interface HorizonCase extends Holding {
  /** Parallel change of the Treasury curve. */
  readonly rateShiftBp: Bp;
  /** Change of its spread; the rate shift is not part of it. */
  readonly spreadChangeBp: Bp;
}

/** How a return over a horizon answers to rates and to the asset's spread, to second order. */
export interface HorizonResponse {
  /** The return when nothing moves. */
  readonly still: Rate;
  /** At the horizon. */
  readonly duration: Years;
  readonly spreadDuration: Years;
  readonly convexity: number;
}

/**
 * What a holding earns when nothing moves, and how a move changes that.
 *
 * @param holding - Yield and loss a year, costs in basis points, durations and horizon in years.
 * @returns The response, for {@link returnAfter}.
 * @throws CalcError `invalid` when the horizon is below 0, or an aged asset's duration is not
 * above it.
 *
 * @example
 * horizonResponse({ yld: rate(0.0459), duration: years(6.1), convexity: 45, horizon: years(1), spreadDuration: null, rollBp: bp(0), lossBp: bp(3.6), costBp: bp(0), aged: true }).duration.toFixed(9); // => "5.100000000"
 */
export function horizonResponse(holding: Holding): HorizonResponse {
  const { yld, duration, convexity, horizon, spreadDuration, aged } = holding;
  if (!(horizon >= 0))
    throw invalid(`horizon is ${horizon}; it must be a number of years, 0 or more`);
  if (aged && !(horizon < duration)) {
    throw invalid(
      `horizon is ${horizon} years but duration is ${duration}; an aged asset needs a longer duration, or aged FALSE`,
    );
  }
  const ageing = aged ? horizon : 0;
  const endDuration = duration - ageing;
  return {
    still: rate(
      yld * horizon +
        holding.rollBp / 10_000 -
        (holding.lossBp * horizon) / 10_000 -
        holding.costBp / 10_000,
    ),
    duration: years(endDuration),
    spreadDuration: years(
      spreadDuration === null ? endDuration : Math.max(0, spreadDuration - ageing),
    ),
    convexity,
  };
}

/**
 * The return after a move of rates and of the spread.
 *
 * @param response - The response of {@link horizonResponse}.
 * @param rateShift - Parallel change of the Treasury curve, basis points.
 * @param spreadChange - Change of the asset's spread, basis points.
 * @returns A decimal over the horizon.
 *
 * @example
 * returnAfter({ still: rate(0.0503), duration: years(5.6), spreadDuration: years(5.6), convexity: -160 }, bp(-50), bp(5)).toFixed(4); // => "0.0735"
 */
export function returnAfter(response: HorizonResponse, rateShift: Bp, spreadChange: Bp): Rate {
  const shift = rateShift / 10_000;
  return rate(
    response.still -
      response.duration * shift -
      (response.spreadDuration * spreadChange) / 10_000 +
      0.5 * response.convexity * shift * shift,
  );
}

/**
 * Return over a horizon, to second order in the rate shift.
 *
 * y·h + roll − D·dy − SD·ds + ½·C·dy² − loss·h − cost, with D and SD less h when the asset ages.
 * An approximation: within about ±100 bp; beyond, value the cash flows. The convexity belongs to
 * the start and does not age. A spread duration that is shorter than the horizon ends at 0.
 *
 * @param horizonCase - Yield and loss a year, changes in basis points, durations and horizon in years.
 * @returns The return over the horizon as a decimal, not annualised.
 * @throws CalcError `invalid` when the horizon is below 0, or an aged asset's duration is not
 * above it.
 * @see The method notes, horizon return: five scenarios for a pool, a corporate and a Treasury
 *
 * @example
 * horizonReturn({ yld: 0.0503, duration: 5.6, convexity: -160, rateShiftBp: -50, spreadChangeBp: 5, horizon: 1, spreadDuration: null, rollBp: 0, lossBp: 0, costBp: 0, aged: false }).toFixed(4); // => "0.0735"
 */
export const horizonReturn = (horizonCase: HorizonCase): Rate =>
  returnAfter(horizonResponse(horizonCase), horizonCase.rateShiftBp, horizonCase.spreadChangeBp);
