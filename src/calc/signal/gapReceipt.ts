import { breakevenGap } from "../returns/breakevenGap";
import { adjustedSpread, capitalCost, convexityCost, expectedLoss } from "../spread/adjustment";
import { breakevenWidening } from "../spread/breakevenWidening";
import { spreadGap } from "../spread/spreadGap";
import { bp, years, type Bp, type Rate, type Years } from "../units";

/** Spreads as the market has them, in basis points; null where unknown. */
export interface MarketLevels {
  /** Nominal spread of the current coupon. */
  readonly mbsSpread: Bp | null;
  readonly mbsOas: Bp | null;
  readonly corporateOas: Bp | null;
}

/** What the gap between mortgages and corporates is made of. */
export interface GapInputs extends MarketLevels {
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

/**
 * The gap on its three bases, and what it took to get from one to the next; null where a level of the
 * market that a figure needs is not known.
 */
export interface GapReceipt {
  readonly nominal: Bp | null;
  readonly optionAdjusted: Bp | null;
  readonly riskAdjusted: Bp | null;
  /** Nominal spread less OAS: options, and what the benchmark and the curve's shape make of it. */
  readonly optionCost: Bp | null;
  /** −½·C·σ²: a check on the options' part that needs no model. */
  readonly convexityCost: Bp;
  readonly expectedLoss: Bp;
  readonly capitalMbs: Bp;
  readonly capitalCorporate: Bp;
  readonly mbsAdjusted: Bp | null;
  readonly corporateAdjusted: Bp | null;
  /** Widening of corporates that eats a year's carry, basis points. */
  readonly corporateBreakeven: Bp | null;
  /** Widening of the gap until the horizon that a switch to corporates needs to break even. */
  readonly gapBreakeven: Bp | null;
  /** What the three bases say: one side, or not the same side; null while one is not known. */
  readonly agreement: "all say mortgages" | "all say corporates" | "the bases disagree" | null;
}

/**
 * The gap with its receipt: nominal, option-adjusted and risk-adjusted side by side.
 *
 * The sign depends on the measure. From a nominal spread all of nominal − OAS is subtracted, not
 * only the option cost: the rest is benchmark and curve. The risk-adjusted spread starts from there
 * and takes off expected loss, migration, liquidity and, where it applies, capital.
 *
 * @param inputs - Spreads, charges and durations.
 * @returns The gaps and their steps, in basis points; a figure whose level is not known is null.
 * @throws CalcError `invalid` when a charge is out of range or a duration does not outlast a year.
 *
 * @example
 * gapReceipt({ mbsSpread: bp(101), mbsOas: bp(12), corporateOas: bp(62), mbsDuration: years(5.6), mbsConvexity: -160, corporateDuration: years(6.1), rateVol: bp(90), pd: rate(0.0006), lossGivenDefault: rate(0.6), migration: bp(0), liquidityMbs: bp(1), liquidityCorporate: bp(8), capital: null, horizon: years(0.5), cost: bp(10) }).riskAdjusted?.toFixed(1); // => "-39.4"
 */
export function gapReceipt(inputs: GapInputs): GapReceipt {
  const { mbsSpread, mbsOas, corporateOas, capital } = inputs;
  const loss = expectedLoss(inputs.pd, inputs.lossGivenDefault);
  const capitalOf = (riskWeight: number) =>
    capital === null
      ? bp(0)
      : capitalCost(riskWeight, capital.ratio, capital.hurdle, capital.funding);
  const capitalMbs = capitalOf(capital?.riskWeightMbs ?? 0);
  const capitalCorporate = capitalOf(capital?.riskWeightCorporate ?? 0);
  const mbsAdjusted = known(mbsOas, (oas) =>
    adjustedSpread(oas, {
      optionCost: bp(0),
      expectedLoss: bp(0),
      migration: bp(0),
      liquidity: inputs.liquidityMbs,
      capital: capitalMbs,
    }),
  );
  const corporateAdjusted = known(corporateOas, (oas) =>
    adjustedSpread(oas, {
      optionCost: bp(0),
      expectedLoss: loss,
      migration: inputs.migration,
      liquidity: inputs.liquidityCorporate,
      capital: capitalCorporate,
    }),
  );
  const gap = (mbs: Bp | null, corporate: Bp | null) =>
    known(mbs, (one) => known(corporate, (other) => spreadGap(one, other)));
  const nominal = gap(mbsSpread, corporateOas);
  const optionAdjusted = gap(mbsOas, corporateOas);
  const riskAdjusted = gap(mbsAdjusted, corporateAdjusted);
  return {
    nominal,
    optionAdjusted,
    riskAdjusted,
    optionCost: known(mbsSpread, (spread) => known(mbsOas, (oas) => bp(spread - oas))),
    convexityCost: convexityCost(inputs.mbsConvexity, inputs.rateVol),
    expectedLoss: loss,
    capitalMbs,
    capitalCorporate,
    mbsAdjusted,
    corporateAdjusted,
    corporateBreakeven: known(corporateOas, (oas) =>
      breakevenWidening(oas, inputs.corporateDuration, { horizon: years(1) }),
    ),
    gapBreakeven: known(nominal, (carry) =>
      breakevenGap(carry, inputs.mbsDuration, inputs.horizon, inputs.cost),
    ),
    agreement: agreementOf([nominal, optionAdjusted, riskAdjusted]),
  };
}

const known = <T, R>(value: T | null, then: (value: T) => R): R | null =>
  value === null ? null : then(value);

function agreementOf(gaps: readonly (Bp | null)[]): GapReceipt["agreement"] {
  if (gaps.includes(null)) return null;
  if (gaps.every((gap) => Number(gap) > 0)) return "all say mortgages";
  if (gaps.every((gap) => Number(gap) < 0)) return "all say corporates";
  return "the bases disagree";
}
