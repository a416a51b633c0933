import { invalid } from "../errors";
import { bp, type Bp, type Rate } from "../units";

/**
 * What negative convexity costs a year when rates move as much as they usually do: −½·C·σ².
 *
 * A check on a model's option cost that needs no model. Below 0 it is a gain.
 *
 * @param convexity - Raw, years²; screens often show it divided by 100.
 * @param volatility - Of the yield, basis points per √year.
 * @returns Basis points a year.
 * @throws CalcError `invalid` when the volatility is below 0.
 *
 * @example
 * convexityCost(-160, bp(90)).toFixed(1); // => "64.8"
 */
export function convexityCost(convexity: number, volatility: Bp): Bp {
  if (!(volatility >= 0)) {
    throw invalid(
      `volBp is ${volatility}; it must be a number of basis points per √year, 0 or more`,
    );
  }
  // In decimals −½·C·(σ/10⁴)², times 10⁴ for basis points.
  return bp((-0.5 * convexity * volatility * volatility) / 10_000);
}

/**
 * What defaults cost a year on average.
 *
 * @param pd - Probability of default a year, decimal.
 * @param lossGivenDefault - Share of face value lost, decimal.
 * @returns Basis points a year.
 * @throws CalcError `invalid` when either is not within 0..1.
 *
 * @example
 * expectedLoss(rate(0.0006), rate(0.6)).toFixed(6); // => "3.600000"
 */
export function expectedLoss(pd: Rate, lossGivenDefault: Rate): Bp {
  within01(pd, "pd");
  within01(lossGivenDefault, "lossGivenDefault");
  return bp(pd * lossGivenDefault * 10_000);
}

/**
 * What regulatory capital costs a bank a year: risk weight × ratio × (hurdle − funding).
 *
 * @param riskWeight - 0.2 for agency MBS, 1 for corporates (12 CFR 217.32); 0 to 12.5.
 * @param capitalRatio - Capital held per unit of risk-weighted assets, decimal.
 * @param hurdle - Return asked of capital, decimal a year.
 * @param funding - Cost of the funding that capital replaces, decimal a year.
 * @returns Basis points a year.
 * @throws CalcError `invalid` when the risk weight or the ratio is out of range.
 *
 * @example
 * capitalCost(0.2, rate(0.1), rate(0.12), rate(0.04)).toFixed(6); // => "16.000000"
 */
export function capitalCost(
  riskWeight: number,
  capitalRatio: Rate,
  hurdle: Rate,
  funding: Rate,
): Bp {
  if (!(riskWeight >= 0 && riskWeight <= 12.5)) {
    throw invalid(`riskWeight is ${riskWeight}; it must be 0 to 12.5 (100% is 1)`);
  }
  within01(capitalRatio, "capitalRatio");
  return bp(riskWeight * capitalRatio * (hurdle - funding) * 10_000);
}

/** What is subtracted from a spread, in basis points a year each. */
export interface SpreadCharges {
  /** From a nominal spread: nominal − OAS, all of it; from an OAS: 0. */
  readonly optionCost: Bp;
  readonly expectedLoss: Bp;
  /** Downgrades and forced sales. */
  readonly migration: Bp;
  readonly liquidity: Bp;
  readonly capital: Bp;
}

/**
 * Spread after what it pays for: options, defaults, downgrades, liquidity and capital.
 *
 * @param spread - Basis points.
 * @param charges - Basis points a year.
 * @returns Basis points.
 *
 * @example
 * adjustedSpread(bp(101), { optionCost: bp(89), expectedLoss: bp(0), migration: bp(0), liquidity: bp(1), capital: bp(0) }); // => 11
 */
export const adjustedSpread = (spread: Bp, charges: SpreadCharges): Bp =>
  bp(
    spread -
      charges.optionCost -
      charges.expectedLoss -
      charges.migration -
      charges.liquidity -
      charges.capital,
  );

function within01(value: number, argument: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw invalid(`${argument} is ${value}; it must be a decimal from 0 to 1`);
  }
}
