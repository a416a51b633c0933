import { breakevenGap } from "../returns/breakeven";
import { adjustedSpread, capitalCost, convexityCost, expectedLoss } from "../spread/adjustment";
import { breakevenWidening } from "../spread/breakeven";
import { spreadGap } from "../spread/spreadGap";
import { bp, years, type Bp, type Rate, type Years } from "../units";

/** What the gap between mortgages and corporates is made of. */
export interface GapInputs {
  /** Nominal spread of the current coupon, basis points. */
  readonly mbsSpread: Bp;
  readonly mbsOas: Bp;
  readonly corporateOas: Bp;
  readonly mbsDuration: Years;
  /** Raw, years². */
  readonly mbsConvexity: number;
  readonly corporateDuration: Years;
  /** Basis points per √year. */
  readonly rateVol: Bp;
  readonly pd: Rate;
  readonly lossGivenDefault: Rate;
  readonly migration: Bp;
  readonly liquidityMbs: Bp;
  readonly liquidityCorporate: Bp;
  /** null: no charge for regulatory capital. */
  readonly capital: {
    readonly riskWeightMbs: number;
    readonly riskWeightCorporate: number;
    readonly ratio: Rate;
    readonly hurdle: Rate;
    readonly funding: Rate;
  } | null;
  readonly horizon: Years;
  /** One-way cost of the switch, basis points. */
  readonly cost: Bp;
}

/** The gap on its three bases, and what it took to get from one to the next. */
export interface GapReceipt {
  readonly nominal: Bp;
  readonly optionAdjusted: Bp;
  readonly riskAdjusted: Bp;
  /** Nominal spread less OAS: options, and what the benchmark and the curve's shape make of it. */
  readonly optionCost: Bp;
  /** −½·C·σ²: a check on the options' part that needs no model. */
  readonly convexityCost: Bp;
  readonly expectedLoss: Bp;
  readonly capitalMbs: Bp;
  readonly capitalCorporate: Bp;
  readonly mbsAdjusted: Bp;
  readonly corporateAdjusted: Bp;
  /** Widening of corporates that eats a year's carry, basis points. */
  readonly corporateBreakeven: Bp;
  /** Widening of the gap until the horizon that a switch to corporates needs to break even. */
  readonly gapBreakeven: Bp;
  /** What the three bases say: one side, or not the same side. */
  readonly agreement: "all say mortgages" | "all say corporates" | "the bases disagree";
}

/**
 * The gap with its receipt: nominal, option-adjusted and risk-adjusted side by side.
 *
 * The sign depends on the measure. From a nominal spread all of nominal − OAS is subtracted, not
 * only the option cost: the rest is benchmark and curve. The risk-adjusted spread starts from there
 * and takes off expected loss, migration, liquidity and, where it applies, capital.
 *
 * @param it - Spreads, charges and durations.
 * @returns The gaps and their steps, in basis points.
 * @throws CalcError `invalid` when a charge is out of range or a duration does not outlast a year.
 *
 * @example
 * gapReceipt({ mbsSpread: bp(101), mbsOas: bp(12), corporateOas: bp(62), mbsDuration: years(5.6), mbsConvexity: -160, corporateDuration: years(6.1), rateVol: bp(90), pd: rate(0.0006), lossGivenDefault: rate(0.6), migration: bp(0), liquidityMbs: bp(1), liquidityCorporate: bp(8), capital: null, horizon: years(0.5), cost: bp(10) }).riskAdjusted.toFixed(1); // => "-39.4"
 */
export function gapReceipt(it: GapInputs): GapReceipt {
  const optionCost = bp(it.mbsSpread - it.mbsOas);
  const loss = expectedLoss(it.pd, it.lossGivenDefault);
  const capitalOf = (riskWeight: number) =>
    it.capital === null
      ? bp(0)
      : capitalCost(riskWeight, it.capital.ratio, it.capital.hurdle, it.capital.funding);
  const capitalMbs = capitalOf(it.capital?.riskWeightMbs ?? 0);
  const capitalCorporate = capitalOf(it.capital?.riskWeightCorporate ?? 0);
  const mbsAdjusted = adjustedSpread(it.mbsSpread, {
    optionCost,
    expectedLoss: bp(0),
    migration: bp(0),
    liquidity: it.liquidityMbs,
    capital: capitalMbs,
  });
  const corporateAdjusted = adjustedSpread(it.corporateOas, {
    optionCost: bp(0),
    expectedLoss: loss,
    migration: it.migration,
    liquidity: it.liquidityCorporate,
    capital: capitalCorporate,
  });
  const nominal = spreadGap(it.mbsSpread, it.corporateOas);
  const optionAdjusted = spreadGap(it.mbsOas, it.corporateOas);
  const riskAdjusted = spreadGap(mbsAdjusted, corporateAdjusted);
  return {
    nominal,
    optionAdjusted,
    riskAdjusted,
    optionCost,
    convexityCost: convexityCost(it.mbsConvexity, it.rateVol),
    expectedLoss: loss,
    capitalMbs,
    capitalCorporate,
    mbsAdjusted,
    corporateAdjusted,
    corporateBreakeven: breakevenWidening(it.corporateOas, it.corporateDuration, {
      horizon: years(1),
    }),
    gapBreakeven: breakevenGap(nominal, it.mbsDuration, it.horizon, it.cost),
    agreement: agreementOf([nominal, optionAdjusted, riskAdjusted]),
  };
}

function agreementOf(gaps: readonly Bp[]): GapReceipt["agreement"] {
  if (gaps.every((gap) => gap > 0)) return "all say mortgages";
  if (gaps.every((gap) => gap < 0)) return "all say corporates";
  return "the bases disagree";
}
