import { invalid } from "../errors";
import { rate, type Bp, type Rate, type Years } from "../units";

/** What the size of a position is decided by. */
export interface Sizing {
  /** Expected result after costs over the horizon. */
  readonly edge: Bp;
  /** Its standard deviation over the horizon. */
  readonly sd: Bp;
  /** Share of Kelly's growth-optimal size that is dared. */
  readonly kelly: Rate;
  /** Most that is ever taken, as a share of what could be switched. */
  readonly cap: number;
  /** Most deviation a year, basis points; null for no limit. */
  readonly trackingError: Bp | null;
  readonly horizon: Years;
}

/**
 * Size of a position as a share of what could be switched: a fraction of Kelly's size, within a cap
 * and a tracking-error budget.
 *
 * Kelly's size edge ÷ sd² of a spread trade is absurd (36 times the mortgages for 6.8 ± 43.7 bp):
 * the cap or the budget decides. An edge of 0 or below has no position; the reverse trade has an
 * edge of its own.
 *
 * @param sizing - Edge and deviation over the horizon, basis points.
 * @returns The share, 0 or more.
 * @throws CalcError `invalid` when the deviation or the horizon is not above 0, or Kelly's share,
 * the cap or the budget is below 0.
 *
 * @example
 * positionSize({ edge: bp(6.8), sd: bp(43.7), kelly: rate(0.25), cap: 1, trackingError: bp(30), horizon: years(0.5) }).toFixed(3); // => "0.485"
 */
export function positionSize(sizing: Sizing): Rate {
  const { edge, sd, kelly, cap, trackingError, horizon } = sizing;
  if (!(sd > 0)) throw invalid(`sd is ${sd}; it must be a number of basis points above 0`);
  if (!(horizon > 0)) throw invalid(`horizon is ${horizon}; it must be a number of years above 0`);
  if (!(kelly >= 0)) throw invalid(`kelly is ${kelly}; it must be a share of 0 or more`);
  if (!(cap >= 0)) throw invalid(`cap is ${cap}; it must be 0 or more`);
  if (trackingError !== null && !(trackingError >= 0)) {
    throw invalid(
      `trackingError is ${trackingError}; it must be a number of basis points, 0 or more`,
    );
  }
  if (!(edge > 0)) return rate(0);
  const growthOptimal = (edge * 10_000) / (sd * sd);
  const withinBudget =
    trackingError === null ? Infinity : trackingError / (sd / Math.sqrt(horizon));
  return rate(Math.min(kelly * growthOptimal, cap, withinBudget));
}
