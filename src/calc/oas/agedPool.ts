import { bootstrapPar } from "../curve/bootstrap";
import { exponentAt, forwardCurve, type DiscountCurve } from "../curve/discountCurve";
import type { ParCurve } from "../curve/parCurve";
import { cprFromSmm, smmAt, smmFromCpr } from "../prepayment/monthlySpeed";
import { modelCpr } from "../prepayment/prepaymentModel";
import { seasonOf } from "../prepayment/seasons";
import type { Speed } from "../prepayment/speed";
import type { MortgageRateRule } from "../rates/monthlyRates";
import { rate } from "../units";
import type { PoolModel } from "./poolModel";

/** What rates do until a horizon. */
export interface RatePath {
  /** The curve at the horizon. */
  readonly exit: DiscountCurve;
  /** Mortgage rates at the beginning of each month until then, decimal. */
  readonly mortgageRates: Float64Array;
}

/** Years of the zero yields that make the mortgage rate. */
const [LONG, SHORT] = [10, 2];

const yieldMix = (curve: DiscountCurve, { weight2y }: MortgageRateRule): number =>
  ((1 - weight2y) * exponentAt(curve, LONG)) / LONG + (weight2y * exponentAt(curve, SHORT)) / SHORT;

/** Today's spread of the mortgage rate, some months on: half of what will fade is gone in the half-life. */
const fadedSpread = (
  { rateSpread, longRunSpread, spreadHalfLife }: MortgageRateRule,
  months: number,
): number => longRunSpread + (rateSpread - longRunSpread) * 2 ** (-months / 12 / spreadHalfLife);

/**
 * Rates that go from today's curve to another one: evenly from month to month, or as the forwards say.
 *
 * @param model - The pool and its model on today's curve.
 * @param months - Until the horizon.
 * @param exit - Par yields at the horizon by tenor; "forward": the forward rates come true.
 * @returns The curve then, and the mortgage rates on the way.
 *
 * @example
 * const flat = (yld) => ({ tenors: Float64Array.of(2, 30), yields: Float64Array.of(yld, yld) });
 * const mortgageRate = { rateSpread: 0.02, longRunSpread: 0.02, spreadHalfLife: 2, weight2y: 0 };
 * // 2 ln(1.02) and 2 ln(1.025) with 2% on top: two of four quarters of the way after two months.
 * pathTo({ par: flat(0.04), mortgageRate }, 4, flat(0.05)).mortgageRates[2].toFixed(6); // => (Math.log(1.02 * 1.025) + 0.02).toFixed(6)
 */
export function pathTo(
  { par, mortgageRate }: Pick<PoolModel, "par" | "mortgageRate">,
  months: number,
  exit: ParCurve | "forward",
): RatePath {
  const now = bootstrapPar(par);
  const then = exit === "forward" ? forwardCurve(now, months / 12) : bootstrapPar(exit);
  const [start, end] = [yieldMix(now, mortgageRate), yieldMix(then, mortgageRate)];
  const mixAt = (k: number) =>
    exit === "forward"
      ? yieldMix(forwardCurve(now, k / 12), mortgageRate)
      : start + ((end - start) * k) / months;
  return {
    exit: then,
    mortgageRates: Float64Array.from(
      { length: months },
      (_, k) => mixAt(k) + fadedSpread(mortgageRate, k),
    ),
  };
}

/** A pool some months on. */
export interface AgedPool {
  /** As it is then: what is left of each population, months left, age, the faded spread. */
  readonly model: PoolModel;
  /** Speeds until then, month by month. */
  readonly speed: Speed;
  /** Share of the loans that are not prepaid until then. */
  readonly survived: number;
}

/**
 * A pool aged along a path of rates. Its loans leave as the model says; at a speed that is given, as many
 * as that says, divided between the populations as the model divides them.
 *
 * @param model - The pool and its model today.
 * @param path - What rates do until the horizon, month by month.
 * @param given - Speed until the horizon; null: the model's.
 * @returns The pool at the horizon; its curve is still today's.
 */
export function agedPool(
  model: PoolModel,
  { mortgageRates }: Pick<RatePath, "mortgageRates">,
  given: Speed | null,
): AgedPool {
  const { pool, dials, firstMonth, mortgageRate } = model;
  const months = mortgageRates.length;
  let [fast, slow] = [dials.fastShare, 1 - dials.fastShare];
  const cprs = Float64Array.from(mortgageRates, (newLoans, k) => {
    const conditions = {
      wac: pool.wac,
      loanAge: pool.age + k + 1,
      mortgageRate: newLoans,
      season: seasonOf(dials.seasons, firstMonth, k + 1),
    };
    const fastGone = fast * smmFromCpr(modelCpr(dials, conditions, 1));
    const gone = fastGone + slow * smmFromCpr(modelCpr(dials, conditions, dials.slowSpeed));
    const left = fast + slow;
    const asked = given === null ? gone : left * smmAt(given, k + 1, pool.age);
    // Where nobody leaves by the model, both populations shrink alike.
    const fromFast = gone > 0 ? Math.min(fast, (fastGone / gone) * asked) : (fast / left) * asked;
    fast -= fromFast;
    slow -= asked - fromFast;
    return cprFromSmm(asked / left);
  });
  return {
    model: {
      ...model,
      pool: { ...pool, wam: pool.wam - months, age: pool.age + months },
      firstMonth: firstMonth === null ? null : ((firstMonth - 1 + months) % 12) + 1,
      dials: { ...dials, fastShare: fast / (fast + slow) },
      mortgageRate: { ...mortgageRate, rateSpread: rate(fadedSpread(mortgageRate, months)) },
    },
    speed: given ?? { kind: "vector", cprs },
    survived: fast + slow,
  };
}
