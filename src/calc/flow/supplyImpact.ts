import { invalid } from "../errors";
import { bp, type Bp } from "../units";

/** A change of supply, and views of what it does to a spread. */
export interface SupplyView {
  /** Change of supply to private hands, US$bn; below 0 there is less to take. */
  readonly changeBn: number;
  /** Basis points of spread per US$100bn, and the range of published views; 0 or more. */
  readonly beta: Bp;
  readonly betaLow: Bp;
  readonly betaHigh: Bp;
  /** What the spread has moved on the news already. */
  readonly pricedIn: Bp;
}

/** What a change of supply does to a spread. */
export interface SupplyImpact {
  readonly impact: Bp;
  /** The part of the impact that is still to come: impact less what has moved already. */
  readonly residual: Bp;
  /** The impact at the two ends of the range of views. */
  readonly low: Bp;
  readonly high: Bp;
}

/**
 * Impact of a change of supply on a spread, and how much of it is left.
 *
 * A spread moves when the news comes, not again when the bonds do: what is priced in already is
 * taken off once. Published views run from 0 (no effect of the stock) to 20 bp per US$100bn, so
 * the range says more than the number.
 *
 * @param view - The change in US$bn, betas in basis points per US$100bn, what is priced in.
 * @returns Basis points; below 0 the spread tightens.
 * @throws CalcError `invalid` when a beta is below 0, or the range is upside down.
 *
 * @example
 * supplyImpact({ changeBn: -200, beta: bp(7), betaLow: bp(0), betaHigh: bp(20), pricedIn: bp(-15) }); // => { impact: -14, residual: 1, low: 0, high: -40 }
 */
export function supplyImpact(view: SupplyView): SupplyImpact {
  for (const name of ["beta", "betaLow", "betaHigh"] as const) {
    if (!(view[name] >= 0)) {
      throw invalid(
        `${name} is ${view[name]}; it must be a number of basis points per US$100bn, 0 or more (the change has the sign)`,
      );
    }
  }
  if (!(view.betaLow <= view.betaHigh)) {
    throw invalid(
      `betaLow is ${view.betaLow} and betaHigh ${view.betaHigh}; betaLow must be at most betaHigh`,
    );
  }
  // Plus 0: a fall times a beta of 0 is no −0.
  const impactAt = (beta: Bp) => (beta * view.changeBn) / 100 + 0;
  const impact = impactAt(view.beta);
  return {
    impact: bp(impact),
    residual: bp(impact - view.pricedIn),
    low: bp(impactAt(view.betaLow)),
    high: bp(impactAt(view.betaHigh)),
  };
}
