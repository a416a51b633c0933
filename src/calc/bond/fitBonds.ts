import { fitNelsonSiegel, type CurveModel, type CurveTarget } from "../curve/fitNelsonSiegel";
import type { NelsonSiegel } from "../curve/nelsonSiegel";
import { price, type DaySerial, type Price } from "../units";
import { DAYS_IN_YEAR, type QuotedBond } from "./datedCurve";
import { bondFlows } from "./flows";
import { accrued, bondYield } from "./price";
import { bondRisk } from "./risk";

/**
 * What a price error counts: `duration` divides it by the bond's duration, so that it counts as the
 * yield error that it is; `equal` leaves it, and long bonds lead.
 */
export type BondWeights = "duration" | "equal";

/** A curve fitted to bonds. */
export interface BondFit {
  readonly curve: NelsonSiegel;
  /** Clean prices on the curve, in the order of the quotes. */
  readonly prices: readonly Price[];
  /** Root of the mean squared price error, per 100, whatever the weights. */
  readonly rmse: number;
  /** Sum of the squared errors with their weights, whose own squares sum to 1. */
  readonly weighted: number;
}

/**
 * Fits a Nelson–Siegel or Svensson curve to the prices of bonds, on their own payment days,
 * unadjusted; time is ACT/365F.
 *
 * @param settlement - The day of the curve.
 * @param quotes - Bonds with clean prices, in any order.
 * @param model - `NS` or `NSS`.
 * @param weights - What a price error counts.
 * @returns The curve, the prices on it and how far they are off.
 * @throws CalcError `missing` when there are fewer bonds than the model has parameters; `invalid` when
 *   no yield explains a price.
 */
export function fitBonds(
  settlement: DaySerial,
  quotes: readonly QuotedBond[],
  model: CurveModel,
  weights: BondWeights = "duration",
): BondFit {
  const raw = quotes.map(({ bond, clean }) =>
    weights === "equal"
      ? 1
      : 1 / bondRisk(bond, settlement, bondYield(bond, settlement, clean)).modified,
  );
  const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
  const weightOf = raw.map((weight) => weight / length);
  const targets = quotes.map((quote, i) => target(quote, settlement, weightOf[i] as number));
  const { curve, residuals, sumOfSquares } = fitNelsonSiegel(targets, model);
  const errors = residuals.map((residual, i) => residual / (weightOf[i] as number));
  return {
    curve,
    prices: quotes.map(({ clean }, i) => price(clean + (errors[i] as number))),
    rmse: Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length),
    weighted: sumOfSquares,
  };
}

function target({ bond, clean }: QuotedBond, settlement: DaySerial, weight: number): CurveTarget {
  const { days, interest, principal } = bondFlows(bond, settlement);
  const amounts = interest.map((paid, k) => paid + (principal[k] as number));
  const dirty = clean + accrued(bond, settlement);
  return {
    times: days.map((day) => (day - settlement) / DAYS_IN_YEAR),
    residual: (discounts, slopes) => {
      let value = 0;
      for (let k = 0; k < amounts.length; k++) {
        value += (amounts[k] as number) * (discounts[k] as number);
        slopes[k] = weight * (amounts[k] as number);
      }
      return weight * (value - dirty);
    },
  };
}
