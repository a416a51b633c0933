import { invalid } from "../errors";
import { bp, type Bp, type Years } from "../units";

/** A duration-neutral switch and what the spreads did. */
export interface SwitchOutcome {
  readonly durationFrom: Years;
  readonly durationTo: Years;
  /** Spreads at the start, a year. */
  readonly spreadFrom: Bp;
  readonly spreadTo: Bp;
  readonly spreadChangeFrom: Bp;
  readonly spreadChangeTo: Bp;
  readonly horizon: Years;
  readonly cost: Bp;
}

/**
 * What a duration-neutral switch has earned, in basis points of what was given up:
 * D_f·(Δs_f − Δs_t) − h·(s_f − s_t·D_f/D_t) − cost.
 *
 * The carry of what is taken on counts for D_f/D_t of its value, which is as much as a
 * duration-neutral switch takes on.
 *
 * @param outcome - Durations in years, spreads and their changes in basis points.
 * @returns Basis points of the market value given up.
 * @throws CalcError `invalid` when the duration taken on is not above 0.
 *
 * @example
 * switchReturn({ durationFrom: years(5.6), durationTo: years(6.1), spreadFrom: bp(101), spreadTo: bp(62), spreadChangeFrom: bp(10), spreadChangeTo: bp(2), horizon: years(0.25), cost: bp(10) }).toFixed(1); // => "23.8"
 */
export function switchReturn(outcome: SwitchOutcome): Bp {
  if (!(outcome.durationTo > 0)) {
    throw invalid(`durationTo is ${outcome.durationTo}; it must be a number of years above 0`);
  }
  const spreads = outcome.durationFrom * (outcome.spreadChangeFrom - outcome.spreadChangeTo);
  const carry = outcome.spreadFrom - (outcome.spreadTo * outcome.durationFrom) / outcome.durationTo;
  return bp(spreads - outcome.horizon * carry - outcome.cost);
}
