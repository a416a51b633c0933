import { invalid } from "../errors";
import { normalProbability } from "../numeric/normalDistribution";
import { ouForecast } from "../timeseries/meanReversion";
import { breakevenGap } from "../returns/breakevenGap";
import { bp, rate, years, type Bp, type Rate, type Years } from "../units";

/** What a switch from mortgages to corporates is judged by. */
export interface Switch {
  /** Gap MBS − corporate now, basis points. */
  readonly gap: Bp;
  /** Gap that it reverts to, basis points. */
  readonly fair: Bp;
  /** Months. */
  readonly halfLife: number;
  /** Volatility of the gap, basis points per √year. */
  readonly gapVol: Bp;
  /** Spread duration that the reversion is earned on, years. */
  readonly duration: Years;
  /** MBS carry given up, basis points a year. */
  readonly carry: Bp;
  /** One-way cost, basis points. */
  readonly cost: Bp;
  readonly horizon: Years;
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
  const { gap, fair, halfLife, gapVol, duration, carry, cost, horizon, fairError } = trade;
  if (!(duration > 0))
    throw invalid(`duration is ${duration}; it must be a number of years above 0`);
  if (!(horizon > 0)) throw invalid(`horizon is ${horizon}; it must be a number of years above 0`);
  if (!(gapVol >= 0)) throw invalid(`gapVol is ${gapVol}; it must be a volatility of 0 or more`);
  if (!(fairError >= 0))
    throw invalid(`fairSe is ${fairError}; it must be a number of basis points, 0 or more`);
  const forecast = ouForecast(gap, fair, halfLife, gapVol, horizon);
  const gross = duration * (forecast.mean - gap) - carry * horizon;
  const edge = gross - cost;
  // An error in the fair gap moves the forecast by the part of the way that is gone by then.
  const reverted = 1 - Math.exp(-Math.LN2 * ((12 * horizon) / halfLife));
  const sd = duration * Math.hypot(forecast.sd, reverted * fairError);
  return {
    gross: bp(gross),
    edge: bp(edge),
    sd: bp(sd),
    probability: rate(sd > 0 ? normalProbability(edge / sd) : Number(edge > 0)),
    breakeven: breakevenGap(carry, duration, horizon, cost),
  };
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
  gap: bp(0 - trade.gap),
  fair: bp(0 - trade.fair),
  carry: bp(0 - trade.carry),
  duration: years(trade.duration),
});
