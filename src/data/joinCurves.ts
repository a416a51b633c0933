/* Two histories of par yields as one. */
import type { CurveHistory } from "../calc/curve/curveHistory";
import type { DaySerial } from "../calc/units";

/** Two histories as one, and what the second has brought. */
export interface JoinedCurves {
  readonly history: CurveHistory;
  /** Days that the first did not have. */
  readonly added: number;
  /** Days of the first whose yields are other ones now. */
  readonly revised: number;
}

/**
 * Joins two histories of par yields: every day and every tenor of both.
 *
 * Where both have a yield the newer history's stands; where it has none, the older one's stays.
 *
 * @param older - A history, its yields as decimals.
 * @param newer - Another.
 * @returns Both as one.
 *
 * @example
 * const at = (day: number, yld: number) => ({ days: [daySerial(day)], tenors: Float64Array.of(10), yields: [Float64Array.of(yld)] });
 * joinCurves(at(46037, 0.04), at(46038, 0.041)).added; // => 1
 */
export function joinCurves(older: CurveHistory, newer: CurveHistory): JoinedCurves {
  const days = rising<DaySerial>([...older.days, ...newer.days]);
  const tenors = Float64Array.from(rising([...older.tenors, ...newer.tenors]));
  const [before, after] = [lookUp(older), lookUp(newer)];
  let [added, revised] = [0, 0];
  const yields = days.map((day) => {
    const was = tenors.map((tenor) => before(day, tenor));
    const row = tenors.map((tenor, j) => {
      const is = after(day, tenor);
      return Number.isNaN(is) ? (was[j] as number) : is;
    });
    if (!before.days.has(day)) added++;
    else if (!row.every((yld, j) => Object.is(yld, was[j]))) revised++;
    return row;
  });
  return { history: { days, tenors, yields }, added, revised };
}

const rising = <T extends number>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => a - b);

/** The yield of a day and tenor; NaN where there is none. */
function lookUp({ days, tenors, yields }: CurveHistory) {
  const rows = new Map(days.map((day, i) => [day, yields[i]]));
  const columns = new Map(Array.from(tenors, (tenor, j) => [tenor, j]));
  const at = (day: DaySerial, tenor: number): number =>
    rows.get(day)?.[columns.get(tenor) ?? -1] ?? NaN;
  return Object.assign(at, { days: rows });
}
