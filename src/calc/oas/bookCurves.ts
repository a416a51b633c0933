import { bootstrapPar } from "../curve/bootstrap";
import type { DiscountCurve } from "../curve/discountCurve";
import { discountCurveOf, halfYearLadder, movedAround, parYieldsOf } from "../curve/keyRates";
import { firstTimeOf } from "../mortgage/poolTiming";
import { exponentsFrom, mortgageRates, type MonthlyRates } from "../rates/monthlyRates";
import type { PoolModel } from "./poolModel";
import { KEY_RATE_MOVE, movedCurve, RATE_MOVE, type RateMoves } from "./poolOas";

const { exp } = Math;

/** All that the pools of a book have in common. */
export type BookModel = Omit<PoolModel, "pool">;

/** A curve as walks need it, month by month. */
export interface BookCurve {
  /** Mortgage rate at deviation 0, decimal. */
  readonly level: Float64Array;
  /** Mortgage rate per unit of deviation; the same for every curve. */
  readonly slope: number;
  /** Discount factor of the month's payment, per 100. */
  readonly discount: Float64Array;
}

/**
 * The curves at which a pool is valued: today's, both parallel moves, and two for each key rate.
 *
 * @param model - What the pools have in common.
 * @param moves - What moves, and the key tenors.
 * @param rates - The monthly short rate.
 * @param end - Years to which key rates reach at least.
 * @returns Base, risen, fallen; then fallen and risen around each key tenor.
 */
export function bookCurves(
  model: BookModel,
  { move, keyTenors }: RateMoves,
  rates: MonthlyRates,
  end: number,
): BookCurve[] {
  const { par, mortgageRate, timing } = model;
  const months = rates.lattice.times.length - 1;
  const first = firstTimeOf(timing);
  const curves: DiscountCurve[] = [
    bootstrapPar(par),
    movedCurve(par, move, RATE_MOVE),
    movedCurve(par, move, -RATE_MOVE),
  ];
  const ladder = halfYearLadder([...par.tenors, ...keyTenors, end]);
  const yields = parYieldsOf(bootstrapPar(par), ladder);
  for (const key of keyTenors.keys()) {
    for (const by of [-KEY_RATE_MOVE, KEY_RATE_MOVE]) {
      const moved = movedAround({ tenors: ladder.tenors, yields }, keyTenors, key, by);
      curves.push(discountCurveOf(ladder, moved));
    }
  }
  return curves.map((curve) => ({
    ...mortgageRates(rates, curve, mortgageRate, months),
    discount: exponentsFrom(curve, first, months).map((exponent) => 100 * exp(-exponent)),
  }));
}
