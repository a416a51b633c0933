import { isoFromSerial } from "../date/serial";
import { missing } from "../errors";
import { median } from "../numeric/statistics";
import type { DaySerial } from "../units";
import { parCurve, type ParCurve } from "./parCurve";

/** Par yields by day and tenor. */
export interface CurveHistory {
  /** Rising, each once. */
  readonly days: readonly DaySerial[];
  /** Years, rising. */
  readonly tenors: Float64Array;
  /** Semiannual par yields as decimals: a row a day, a column a tenor; NaN where there is none. */
  readonly yields: readonly Float64Array[];
}

/** The curve of a day. */
export interface DatedCurve {
  /** The day whose yields these are. */
  readonly day: DaySerial;
  readonly curve: ParCurve;
}

/** A curve holds until the next one is due, and a week longer for holidays. */
const GRACE_DAYS = 7;

/**
 * The curve of the last day on or before a day.
 *
 * A day with fewer than two yields has no curve, and the one before it counts. A curve that is older
 * than the usual step between two days of the history and a week is not the curve of the day:
 * nothing is carried over a hole of the history or beyond its end.
 *
 * @param history - Par yields by day and tenor.
 * @param on - The day.
 * @returns The curve: the tenors that have a yield on its day.
 * @throws CalcError `missing` when the day is before the first curve, or the last curve is too old.
 *
 * @example
 * curveOn({ days: [daySerial(46037)], tenors: Float64Array.of(2, 10), yields: [Float64Array.of(0.035, 0.042)] }, daySerial(46039)).day; // => 46037
 */
export function curveOn({ days, tenors, yields }: CurveHistory, on: DaySerial): DatedCurve {
  const filled = days.flatMap((day, i) =>
    (yields[i] ?? []).filter((value) => !Number.isNaN(value)).length < 2 ? [] : [{ day, i }],
  );
  const asked = isoFromSerial(on);
  const [first] = filled;
  if (first === undefined) throw missing("no day has two yields: there is no curve");
  const last = filled.filter(({ day }) => day <= on).at(-1);
  if (last === undefined) {
    throw missing(`${asked} is before the first curve, which is of ${isoFromSerial(first.day)}`);
  }
  const age = on - last.day;
  const most = usualStep(days) + GRACE_DAYS;
  if (age > most) {
    throw missing(
      `the last curve on or before ${asked} is of ${isoFromSerial(last.day)}, ${age} days earlier; it must be at most ${most}`,
    );
  }
  const row = yields[last.i] as Float64Array;
  const has = (_: number, i: number) => !Number.isNaN(row[i]);
  return { day: last.day, curve: parCurve(tenors.filter(has), row.filter(has), "table") };
}

function usualStep(days: readonly DaySerial[]): number {
  if (days.length < 2) return 0;
  return Math.round(
    median(Float64Array.from(days.slice(1), (day, i) => day - (days[i] as DaySerial))),
  );
}
