import { bootstrapPar } from "../curve/bootstrap";
import { movedPar } from "../curve/rateMove";
import { about, invalid } from "../errors";
import { accruedOf } from "../mortgage/poolTiming";
import type { PricedPool } from "../oas/couponStack";
import { poolOas, poolOasPrice } from "../oas/poolOas";
import { rate, type Bp, type Rate, type Years } from "../units";
import type { Asset } from "./asset";
import { poolOasHorizon } from "./poolOasHorizon";

/** What a move of rates and of a spread adds to a return, valued again and not to second order. */
export type ExactChange = (rateShift: Bp, spreadChange: Bp) => Rate;

const { log1p } = Math;

/**
 * Years to maturity of the bond at par that has a modified duration: (1 − (1 + y/2)^−2T) ÷ y, turned round.
 *
 * @param yld - Its yield and coupon, semiannual, decimal.
 * @param duration - Modified duration.
 * @returns Years.
 * @throws CalcError `invalid` where no bond at par is so long.
 */
function parMaturity(yld: Rate, duration: Years): Years {
  if (yld === 0) return duration;
  if (!(yld * duration < 1)) {
    throw invalid(
      `duration is ${duration} at a yield of ${yld}; it must be below ${1 / yld}, which no bond at par reaches`,
    );
  }
  return (log1p(-(yld * duration)) / (-2 * log1p(yld / 2))) as Years;
}

/**
 * Clean price of a semiannual bond, as on a coupon date.
 *
 * @param coupon - A year, decimal.
 * @param yld - Semiannual, decimal, above −2.
 * @param maturity - Years.
 * @returns Per 1 of face.
 */
function cleanPrice(coupon: Rate, yld: Rate, maturity: Years): number {
  const periods = 2 * maturity;
  const factor = (1 + yld / 2) ** -periods;
  return yld === 0 ? 1 + coupon * maturity : (coupon / yld) * (1 - factor) + factor;
}

/**
 * How a bond that stands for an asset answers: at par today, of the asset's duration, sold at the horizon.
 *
 * @param asset - The asset: its convexity is the bond's own.
 * @param horizon - Years.
 * @param name - What messages call it.
 * @returns The change of its return after a move.
 * @throws CalcError `invalid` where no bond at par has the duration, or the asset does not outlast the
 *   horizon.
 *
 * @example
 * const asset = { yld: rate(0.04), duration: years((1 - 1.02 ** -20) / 0.04), convexity: 0, spreadDuration: null, lossBp: bp(0), aged: true, speedBp: 0 };
 * // Nine years left of a 4% bond, at 5%.
 * bondChange(asset, years(1), "treasury")(bp(100), bp(0)).toFixed(9); // => (0.8 * (1 - 1.025 ** -18) + 1.025 ** -18 - 1).toFixed(9)
 */
export function bondChange(asset: Asset, horizon: Years, name: string): ExactChange {
  const { yld, duration, spreadDuration, aged } = asset;
  const left = (years: Years): Years => {
    const maturity = about(name, () => parMaturity(yld, years)) - (aged ? horizon : 0);
    if (maturity > 0) return maturity as Years;
    throw invalid(
      `${name} has a duration of ${years}; it must be that of a bond which is left after ${horizon} years`,
    );
  };
  const maturity = left(duration);
  const change = (of: Years, move: number) => cleanPrice(yld, rate(yld + move / 10_000), of) - 1;
  if (spreadDuration === null || spreadDuration === duration) {
    return (rateShift, spreadChange) => rate(change(maturity, rateShift + spreadChange));
  }
  // Two bonds, one for rates and one for the spread: what a spread duration of its own means.
  const ofSpread = spreadDuration === 0 ? null : left(spreadDuration);
  return (rateShift, spreadChange) => {
    const byRates = 1 + change(maturity, rateShift);
    const bySpread = ofSpread === null ? 1 : 1 + change(ofSpread, spreadChange);
    return rate(byRates * bySpread - 1);
  };
}

/**
 * How a pool answers: its return over the horizon after rates and spread have moved evenly, aged, burned
 * out and valued by the model, less the same without a move.
 *
 * @param priced - The pool, its model and its price.
 * @param horizon - Years, whole months; 0 is at once.
 * @returns The change of its return after a move.
 * @throws CalcError `invalid` when the horizon is no whole number of months, or the pool does not
 *   outlast it.
 */
export function poolChange({ model, clean }: PricedPool, horizon: Years): ExactChange {
  const months = Math.round(12 * horizon);
  if (Math.abs(12 * horizon - months) > 1e-6) {
    throw invalid(
      `horizon is ${horizon} years; it must be whole months where a pool is valued exactly, such as ${months / 12}`,
    );
  }
  const oas = poolOas(model, clean);
  const movedBy = (shift: number) => movedPar(model.par, shift / 10_000);
  if (months === 0) {
    const dirty = clean + accruedOf(model);
    return (shift, spread) =>
      rate(
        (poolOasPrice(model, oas + spread / 10_000, bootstrapPar(movedBy(shift))) - clean) / dirty,
      );
  }
  const returnAfter = (shift: number, spread: number) =>
    poolOasHorizon({
      ...{ model, price: clean, months, oasHalfLife: null, speed: null, reinvestment: null },
      exitCurve: movedBy(shift),
      exitOas: oas + spread / 10_000,
    }).return;
  const still = returnAfter(0, 0);
  return (shift, spread) => rate(returnAfter(shift, spread) - still);
}
