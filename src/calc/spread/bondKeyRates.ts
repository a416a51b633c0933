import type { Bond } from "../bond/bond";
import { bootstrapDated, parCurveOn, wholeMonths } from "../bond/datedCurve";
import { keyRateTenors, movedAround } from "../curve/keyRateMove";
import type { ParCurve } from "../curve/parCurve";
import { parYield } from "../curve/parYield";
import { invalid } from "../errors";
import { years, type DaySerial, type Price } from "../units";
import { bondSpread, datedCurve, presentValue, timedFlows, type DatedCurve } from "./bondSpread";

/** Half the move of the par yields by which key rate durations are measured: 1 bp. */
const MOVE = 1e-4;

/**
 * Key rate durations of a bond: the fall of its price, as a share, when the par yields around one
 * tenor rise in the form of a tent (down to 0 at the tenors beside it, flat beyond the first and
 * last), its Z-spread held. They sum to the duration for a parallel move of the par yields.
 *
 * The par yields that move are those of every half-year before the bond's maturity, read between the
 * curve's rows on a line; beyond the rows they are those of its last forward.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100.
 * @param par - Par yields by tenor.
 * @param keyTenors - Years, rising, a month apart or more; one or more, no matter which.
 * @returns Years, one for each tenor.
 * @throws CalcError `invalid` when two key tenors end in one month; `unsolved` when no spread explains the price.
 */
export function bondKeyRateDurations(
  bond: Bond,
  settlement: DaySerial,
  clean: Price,
  par: ParCurve,
  keyTenors: Float64Array,
): Float64Array {
  const keys = keyTenors.map(wholeMonths);
  keys.forEach((key, i) => {
    if (i === 0 || key > (keys[i - 1] as number)) return;
    throw invalid(
      `keyTenors, row ${i + 1}, is ${keyTenors[i]} after ${keyTenors[i - 1]}; tenors a month apart or more were expected`,
    );
  });
  const flows = timedFlows(bond, settlement);
  const halfYearly = halfYearlyPar(par, settlement, keys, flows.times.at(-1) as number);
  const curveOf = (moved: ParCurve) => bootstrapDated(moved, settlement);
  const discount = curveOf(halfYearly);
  const today: DatedCurve = { settlement, frequency: 2, par: halfYearly, discount };
  const spread = bondSpread(bond, clean, today, "ZC") / 10_000;
  const value = presentValue(flows, discount, spread);
  const valueAt = (key: number, move: number) =>
    presentValue(flows, curveOf(movedAround(halfYearly, keys, key, move)), spread);
  return keys.map((_, key) => (valueAt(key, -MOVE) - valueAt(key, MOVE)) / (2 * MOVE * value));
}

/** The par yields that move, to half a year after the last payment. */
function halfYearlyPar(
  par: ParCurve,
  settlement: DaySerial,
  keys: Float64Array,
  lastTime: number,
): ParCurve {
  const rows = par.tenors.map(wholeMonths);
  const tenors = keyRateTenors(rows, keys, wholeMonths(lastTime) + 0.5);
  const beyond = parCurveOn(datedCurve(par, settlement).discount, settlement, tenors);
  const [first, last] = [rows[0] as number, rows.at(-1) as number];
  const read = { tenors: rows, yields: par.yields };
  return {
    tenors,
    yields: tenors.map((tenor, i) =>
      tenor < first || tenor > last ? (beyond.yields[i] as number) : parYield(read, years(tenor)),
    ),
  };
}
