import { latestBy, type DatedHistory, type Reading } from "../series/byMonth";
import type { DaySerial } from "../units";

/** How far from a period's end its level may lie: a weekend and a holiday or two. */
export const NEAR_DAYS = 5;

/**
 * The level that stands for a day at which a period begins or ends.
 *
 * The last level of that day or the five before it; where there is none, because the data begin
 * just then, the first level of the five days after it. Never a level after `asOf`.
 *
 * @param levels - Days and levels, oldest first; NaN where missing, which is skipped.
 * @param day - The day at which the period begins or ends.
 * @param asOf - The day from which it is looked at.
 * @returns The level and its day, or null when the data have none near that day.
 *
 * @example
 * levelNear({ dates: [46035, 46041].map(daySerial), values: Float64Array.of(100, 101) }, daySerial(46037), daySerial(46041)).value; // => 100
 */
export function levelNear(levels: DatedHistory, day: DaySerial, asOf: DaySerial): Reading | null {
  const before = latestBy(levels, asOf < day ? asOf : day, NEAR_DAYS - Math.max(0, day - asOf));
  if (before !== null) return before;
  for (let i = 0; i < levels.dates.length; i++) {
    const after = levels.dates[i] as DaySerial;
    if (after <= day || Number.isNaN(levels.values[i])) continue;
    return after - day <= NEAR_DAYS && after <= asOf
      ? { value: levels.values[i] as number, day: after, count: 1 }
      : null;
  }
  return null;
}
