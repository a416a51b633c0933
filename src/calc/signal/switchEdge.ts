import { invalid, missing } from "../errors";
import { momentsOf, probabilityBelow, type Outlook } from "../timeseries/predictive";
import { breakevenGap } from "../returns/breakevenGap";
import { bp, rate, type Bp, type Rate, type Years } from "../units";
import { gapOutlook, type AssumedReversion } from "./gapBelief";
import type { GapReversion } from "./gapReversion";

/** What a switch from mortgages to corporates earns by, whatever the gap does. */
export interface SwitchTerms {
  /** Gap MBS − corporate now, basis points. */
  readonly gap: Bp;
  /** Spread duration that the reversion is earned on, years. */
  readonly duration: Years;
  /** MBS carry given up, basis points a year. */
  readonly carry: Bp;
  /** One-way cost, basis points. */
  readonly cost: Bp;
  readonly horizon: Years;
}

/** A switch whose gap reverts by parameters that are taken as certain, but for the error of the fair gap. */
export interface Switch extends SwitchTerms {
  /** Gap that it reverts to, basis points. */
  readonly fair: Bp;
  /** Months. */
  readonly halfLife: number;
  /** Volatility of the gap, basis points per √year. */
  readonly gapVol: Bp;
  /** Standard error of the fair gap, basis points. */
  readonly fairError: Bp;
}

/** What a switch is expected to earn, and how sure that is. */
export interface SwitchEdge {
  /** Before the cost: reversion less carry given up, basis points. */
  readonly gross: Bp;
  /** After the cost, basis points. */
  readonly edge: Bp;
  /** Standard deviation of the result, basis points. */
  readonly sd: Bp;
  /** Probability that the switch wins after costs. */
  readonly probability: Rate;
  /** By how much the gap must widen until the horizon for the switch to break even, basis points. */
  readonly breakeven: Bp;
}

/**
 * Edge of a switch from mortgages to corporates: what the gap's reversion earns on the duration,
 * less the carry given up and the cost, with the probability that it wins.
 *
 * The probability is the honest confidence: a z-score of −1.87 looks like 3% by chance, where the
 * switch it suggests wins in 56 of 100 cases.
 *
 * @param trade - The switch; for the reverse use {@link reverseSwitch}.
 * @returns Edge, standard deviation, probability and breakeven.
 * @throws CalcError `invalid` when duration or horizon is not above 0, the half-life is not above
 * 0, or a volatility or error is below 0.
 *
 * @example
 * switchEdge({ gap: bp(39), fair: bp(55), halfLife: 8, gapVol: bp(14), duration: years(5.6), carry: bp(39), cost: bp(10), horizon: years(0.5), fairError: bp(0) }).edge.toFixed(1); // => "6.8"
 */
export function switchEdge(trade: Switch): SwitchEdge {
  const { fair, halfLife, gapVol, fairError } = trade;
  return edgeUnder(trade, { fair, halfLife, gapVol, fairError }, null, 12);
}

/**
 * Edge of a switch from mortgages to corporates by what is assumed of the gap's reversion and what its
 * history leaves open.
 *
 * @param terms - The switch.
 * @param assumed - Taken as certain; null where the history says it.
 * @param reversion - What the history says; null: all is assumed.
 * @param periods - Rows a year of the history.
 * @returns Edge, standard deviation, probability and breakeven.
 * @throws CalcError `invalid` when an input is out of range; `missing` when something is neither assumed
 *   nor known.
 *
 * @example
 * const terms = { gap: bp(39), duration: years(5.6), carry: bp(39), cost: bp(10), horizon: years(0.5) };
 * edgeUnder(terms, { fair: bp(55), fairError: bp(8), halfLife: 8, gapVol: bp(14) }, null, 12).probability.toFixed(3); // => "0.557"
 */
export function edgeUnder(
  terms: SwitchTerms,
  assumed: AssumedReversion,
  reversion: GapReversion | null,
  periods: number,
): SwitchEdge {
  checkTerms(terms);
  const { halfLife, gapVol, fairError } = assumed;
  if (halfLife !== null && !(halfLife > 0))
    throw invalid(`halfLife is ${halfLife}; it must be a number of months above 0`);
  if (gapVol !== null && !(gapVol >= 0))
    throw invalid(`gapVol is ${gapVol}; it must be a volatility of 0 or more`);
  if (!(fairError >= 0))
    throw invalid(`fairSe is ${fairError}; it must be a number of basis points, 0 or more`);
  const outlook = gapOutlook(assumed, reversion, periods, terms.horizon);
  if (outlook === null) throw missing("fair, halfLife and gapVol are needed without a gap history");
  return edgeOver(terms, outlook);
}

/**
 * Edge of a switch from mortgages to corporates over all that the gap may do until the horizon.
 *
 * @param terms - The switch; for the reverse {@link reverseTerms} and {@link mirrored}.
 * @param outlook - Where the gap may be at the horizon.
 * @returns Edge, standard deviation, probability and breakeven.
 * @throws CalcError `invalid` when duration or horizon is not above 0.
 *
 * @example
 * const terms = { gap: bp(39), duration: years(5.6), carry: bp(39), cost: bp(10), horizon: years(0.5) };
 * edgeOver(terms, { weights: [1], gone: [0.4054], levels: [55], scales: [7.8104], degrees: Infinity }).probability.toFixed(3); // => "0.562"
 */
export function edgeOver(terms: SwitchTerms, outlook: Outlook): SwitchEdge {
  checkTerms(terms);
  const { gap, duration, carry, cost, horizon } = terms;
  const { mean, sd } = momentsOf(outlook, gap);
  const gross = duration * (mean - gap) - carry * horizon;
  // The switch wins where the gap ends above this.
  const needed = gap + (carry * horizon + cost) / duration;
  // What is certain and earns exactly 0 does not win, whatever the last digit of `needed`.
  const wins = sd > 0 ? 1 - probabilityBelow(outlook, gap, needed) : Number(gross - cost > 0);
  return {
    gross: bp(gross),
    edge: bp(gross - cost),
    sd: bp(duration * sd),
    probability: rate(Math.min(1, Math.max(0, wins))),
    breakeven: breakevenGap(carry, duration, horizon, cost),
  };
}

function checkTerms({ duration, horizon }: SwitchTerms): void {
  if (!(duration > 0))
    throw invalid(`duration is ${duration}; it must be a number of years above 0`);
  if (!(horizon > 0)) throw invalid(`horizon is ${horizon}; it must be a number of years above 0`);
}

/**
 * The mirror image: from corporates to mortgages, which earns the carry and wins when the gap
 * tightens.
 *
 * @param trade - The switch from mortgages to corporates.
 * @returns The reverse switch, to hand to {@link switchEdge}.
 *
 * @example
 * reverseSwitch({ gap: bp(39), fair: bp(55), halfLife: 8, gapVol: bp(14), duration: years(5.6), carry: bp(39), cost: bp(10), horizon: years(0.5), fairError: bp(0) }).gap; // => -39
 */
export const reverseSwitch = (trade: Switch): Switch => ({
  ...trade,
  ...reverseTerms(trade),
  fair: bp(0 - trade.fair),
});

/**
 * The terms of the mirror image.
 *
 * @param terms - Of the switch from mortgages to corporates.
 * @returns Those of the reverse.
 *
 * @example
 * reverseTerms({ gap: bp(39), duration: years(5.6), carry: bp(39), cost: bp(10), horizon: years(0.5) }).carry; // => -39
 */
export const reverseTerms = ({
  gap,
  duration,
  carry,
  cost,
  horizon,
}: SwitchTerms): SwitchTerms => ({
  gap: bp(0 - gap),
  duration,
  carry: bp(0 - carry),
  cost,
  horizon,
});
