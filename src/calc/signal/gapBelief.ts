import { outlookOf, type Outlook } from "../timeseries/predictive";
import { certainReversion, type ReversionState } from "../timeseries/reversionPosterior";
import type { Bp, Years } from "../units";
import type { GapReversion } from "./gapReversion";

/** What is assumed of the gap's reversion; null: the history says it. */
export interface AssumedReversion {
  /** Basis points. */
  readonly fair: Bp | null;
  /** Standard error of an assumed fair gap, basis points. */
  readonly fairError: Bp;
  /** Months. */
  readonly halfLife: number | null;
  /** Basis points per √year. */
  readonly gapVol: Bp | null;
}

/**
 * Where the gap may be at a horizon, from wherever it is now: what is assumed is taken as certain (a fair gap with its error), and
 * the rest is integrated over what the history leaves open, the possibility included that nothing
 * reverts.
 *
 * @param assumed - What is assumed.
 * @param reversion - What the history says; null: nothing, then all must be assumed.
 * @param periods - Rows a year of the history.
 * @param horizon - Years.
 * @returns The outlook; null where something is neither assumed nor known.
 *
 * @example
 * const all = { fair: bp(55), fairError: bp(0), halfLife: 8, gapVol: bp(14) };
 * gapOutlook(all, null, 12, years(0.5)).gone[0].toFixed(4); // => "0.4054"
 */
export function gapOutlook(
  assumed: AssumedReversion,
  reversion: GapReversion | null,
  periods: number,
  horizon: Years,
): Outlook | null {
  const states = statesUnder(assumed, reversion, periods);
  return states && outlookOf(states, periods * horizon);
}

/** The states that are left when what is assumed holds in each of them. */
function statesUnder(
  { fair, fairError, halfLife, gapVol }: AssumedReversion,
  reversion: GapReversion | null,
  periods: number,
): readonly ReversionState[] | null {
  const known = halfLife !== null && fair !== null && gapVol !== null;
  if (reversion === null && !known) return null;
  const phi = halfLife === null ? null : 0.5 ** (12 / (periods * halfLife));
  const found =
    reversion === null
      ? [BLANK]
      : phi === null
        ? reversion.states
        : [certainReversion(reversion.sums, phi)];
  if (phi === null && fair === null && gapVol === null) return found;
  return found.map((state): ReversionState => {
    const at = phi ?? state.phi;
    const shockVariance =
      gapVol === null ? state.shockVariance : shockOf(gapVol * gapVol, at, periods);
    return {
      phi: at,
      weight: state.weight,
      level: fair ?? state.level,
      levelVariance:
        fair === null
          ? state.levelVariance * (shockVariance / state.shockVariance)
          : fairError * fairError,
      shockVariance,
      degrees: gapVol === null ? state.degrees : Infinity,
    };
  });
}

/** Takes all that it says from what is assumed. */
const BLANK: ReversionState = {
  phi: 1,
  weight: 1,
  level: 0,
  levelVariance: 0,
  shockVariance: 0,
  degrees: Infinity,
};

/** Variance of a row's shock when the variance a year, without reversion, is a given one. */
const shockOf = (variance: number, phi: number, periods: number): number =>
  phi === 1 ? variance / periods : (variance * (1 - phi * phi)) / (-2 * Math.log(phi) * periods);
