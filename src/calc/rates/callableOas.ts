import { invalid } from "../errors";
import { onCurve, type CallableBond } from "./callableBond";
import { callableValue } from "./callableValue";
import type { Discount } from "./hullWhite";

/** Spreads outside are no answer but a slip in the price: −1,000 to 5,000 bp. */
const [LEAST_SPREAD, MOST_SPREAD] = [-0.1, 0.5];
const MOST_STEPS = 100;

/**
 * Option-adjusted spread: the constant amount that, added to every future short rate, makes the
 * callable bond worth its price. The inverse of `callableValue`.
 *
 * @param bond - The bond on its lattice.
 * @param clean - Clean price per 100.
 * @returns Continuous, decimal.
 * @throws CalcError `invalid` when no spread of −1,000 to 5,000 bp explains the price, or the bond may be
 *   called at once for less.
 */
export function optionAdjustedSpread(bond: CallableBond, clean: number): number {
  const dirty = clean + bond.accrued;
  if (!(dirty > 0)) throw invalid(`price is ${clean}; it must be a price above 0`);
  if (clean > bond.ceiling) {
    const ceiling = Number(bond.ceiling.toFixed(4));
    throw invalid(
      bond.makeWhole === null
        ? `price is ${clean}; it must be at most ${ceiling}, for which the bond may be called at once; noticeDays says how long an issuer with a price of its own has to wait`
        : `price is ${clean}; it must be at most ${ceiling}, for which the bond may be called at once: what its payments are worth with makeWholeBp over the curve`,
    );
  }
  const target = Math.log(dirty);
  const excess = (spread: number) => Math.log(callableValue(bond, spread)) - target;
  // The value falls in the spread: secants, kept within the bounds that the signs give.
  let [low, high] = [-MOST_SPREAD, MOST_SPREAD];
  let [before, error] = [0, excess(0)];
  let spread = Math.min(Math.max(before + error / 4, low / 2), high / 2);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (Math.abs(spread - before) < 1e-14) return spread;
    const found = excess(spread);
    if (found === 0) return spread;
    if (found > 0) low = spread;
    else high = spread;
    if (high - low < 1e-13) break;
    const secant = spread - (found * (spread - before)) / (found - error);
    [before, error] = [spread, found];
    spread = secant > low && secant < high ? secant : (low + high) / 2;
  }
  if (spread < LEAST_SPREAD || spread > MOST_SPREAD - 1e-9) {
    throw invalid(
      `price is ${clean}; it must be a price that an option-adjusted spread of −1,000 to 5,000 bp explains, beside the prices of calls and puts`,
    );
  }
  return spread;
}

/** How the value of a callable bond answers to a parallel move of rates. */
export interface EffectiveRisk {
  /** Years. */
  readonly duration: number;
  /** Second derivative over the value, raw years². */
  readonly convexity: number;
}

/** Moves by which effective measures are taken, decimal: 25 bp each way. */
const MOVE = 0.0025;

/**
 * Effective duration and convexity where the continuous zero rates move in parallel, up and down, the
 * option-adjusted spread and the volatility held.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Its option-adjusted spread, continuous, decimal.
 * @param move - Each way, decimal; 25 bp by default.
 * @returns The measures of the value with accrued interest.
 */
export function zeroRisk(bond: CallableBond, spread: number, move = MOVE): EffectiveRisk {
  const { discount } = bond.fitted;
  return curveRisk(bond, spread, (by) => (years) => discount(years) * Math.exp(-by * years), move);
}

/**
 * Effective duration and convexity where the curve moves as it is told, up and down, the
 * option-adjusted spread and the volatility held.
 *
 * @param bond - The bond on its lattice.
 * @param spread - Its option-adjusted spread, continuous, decimal.
 * @param moved - The curve that a move makes, decimal.
 * @param move - Each way, decimal; 25 bp by default.
 * @returns The measures of the value with accrued interest.
 */
export function curveRisk(
  bond: CallableBond,
  spread: number,
  moved: (move: number) => Discount,
  move = MOVE,
): EffectiveRisk {
  const valueOf = (it: CallableBond) => callableValue(it, spread);
  const value = valueOf(bond);
  const [fallen = NaN, risen = NaN] = [-move, move].map((by) => valueOf(onCurve(bond, moved(by))));
  return {
    duration: (fallen - risen) / (2 * move * value),
    convexity: (fallen - 2 * value + risen) / (move * move * value),
  };
}
