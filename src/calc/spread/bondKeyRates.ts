import type { Bond } from "../bond/bond";
import { bootstrapPar } from "../curve/bootstrap";
import { discountCurveOf, halfYearLadder, movedAround, parYieldsOf } from "../curve/keyRates";
import type { ParCurve } from "../curve/parCurve";
import { parYield } from "../curve/parYield";
import { days30E } from "../date/dayCount";
import { packedDay } from "../date/serial";
import { daySerial, years, type DaySerial, type Price } from "../units";
import { presentValue, TimedFlows } from "./timedFlows";
import { zSpread } from "./zSpread";

/** Half the move of the par yields by which key rate durations are measured: 1 bp. */
const MOVE = 1e-4;

/**
 * Key rate durations of a bond: the fall of its price, as a share, when the par yields of every
 * half-year rise around one tenor in the form of a tent (down to 0 at the key tenors beside it, flat
 * beyond the first and last), its Z-spread held. They sum to the duration for a parallel move.
 *
 * Par yields between the curve's rows lie on a line, as BENCHYIELD reads them; beyond the rows they are
 * those of the last forward. Half-years are counted back from the bond's maturity, the rows and the key
 * tenors; time is 30E/360, so that a payment in ten years' time is at the 10-year tenor.
 *
 * @param bond - The bond.
 * @param settlement - A day before maturity.
 * @param clean - Clean price per 100.
 * @param par - Par yields by tenor.
 * @param keyTenors - Years, rising; one or more, no matter which.
 * @returns Years, one for each tenor.
 * @throws CalcError `invalid` when no curve has these par yields; `unsolved` when no spread explains
 *   the price.
 */
export function bondKeyRateDurations(
  bond: Bond,
  settlement: DaySerial,
  clean: Price,
  par: ParCurve,
  keyTenors: Float64Array,
): Float64Array {
  const { count, accrued, ...paid } = new TimedFlows().fill(bond, settlement);
  const [days, amounts] = [paid.days.subarray(0, count), paid.amounts.subarray(0, count)];
  const today = packedDay(settlement);
  const times = days.map((day) => Math.max(1, days30E(today, packedDay(daySerial(day)))) / 360);
  const flows = { count, times, amounts };
  const end = flows.times.at(-1) as number;
  const ladder = halfYearLadder([...par.tenors, ...keyTenors, end]);
  const halfYearly = { tenors: ladder.tenors, yields: onLines(par, ladder) };
  const curve = discountCurveOf(ladder, halfYearly.yields);
  const dirty = clean + accrued;
  const spread = zSpread(dirty, times, amounts, curve, "continuous") / 10_000;
  const valueAt = (key: number, move: number) => {
    const moved = movedAround(halfYearly, keyTenors, key, move);
    return presentValue(flows, discountCurveOf(ladder, moved), spread);
  };
  return keyTenors.map((_, key) => (valueAt(key, -MOVE) - valueAt(key, MOVE)) / (2 * MOVE * dirty));
}

/** Par yields on the lines between rows; beyond them, those of the curve's forwards. */
function onLines(par: ParCurve, ladder: ReturnType<typeof halfYearLadder>): Float64Array {
  const beyond = parYieldsOf(bootstrapPar(par), ladder);
  const [first, last] = [par.tenors[0] as number, par.tenors.at(-1) as number];
  return ladder.tenors.map((tenor, i) =>
    tenor < first || tenor > last ? (beyond[i] as number) : parYield(par, years(tenor)),
  );
}
