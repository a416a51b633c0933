import { parYield } from "../curve/parYield";
import type { ParCurve } from "../curve/parCurve";
import { invalid } from "../errors";
import { bp, years, type Bp, type Rate, type Years } from "../units";

/** Return over a horizon when nothing changes but time. */
export interface CarryRoll {
  readonly carry: Bp;
  readonly roll: Bp;
  readonly total: Bp;
}

/**
 * Carry over funding, and roll down an unchanged par curve.
 *
 * The roll takes the duration at the horizon, D − h: with today's duration it would be too large,
 * by 10 bp for a 6.5-year bond over a year.
 *
 * @param yld - Yield, decimal.
 * @param funding - Funding rate, decimal.
 * @param duration - Duration in years, above the horizon.
 * @param maturity - Maturity in years.
 * @param horizon - Years, above 0.
 * @param curve - Par yields by tenor, read off linearly.
 * @returns Basis points over the horizon.
 * @throws CalcError `missing` when the maturity, now or at the horizon, is outside the curve;
 *   `invalid` when the horizon reaches the duration.
 *
 * @example
 * const curve = { tenors: Float64Array.of(5, 7), yields: Float64Array.of(0.0382, 0.0402) };
 * carryRoll(rate(0.0459), rate(0.0365), years(6.1), years(6.5), years(0.25), curve).total.toFixed(1); // => "38.1"
 */
export function carryRoll(
  yld: Rate,
  funding: Rate,
  duration: Years,
  maturity: Years,
  horizon: Years,
  curve: ParCurve,
): CarryRoll {
  if (!(duration > horizon)) {
    throw invalid(`duration is ${duration}; it must be more than the horizon of ${horizon}`);
  }
  const carry = (yld - funding) * horizon * 10_000;
  const slide = parYield(curve, maturity) - parYield(curve, years(maturity - horizon));
  const roll = (duration - horizon) * slide * 10_000;
  return { carry: bp(carry), roll: bp(roll), total: bp(carry + roll) };
}
