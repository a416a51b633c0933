import type { DayValue } from "../taskpane/timePlot";

/** Years that a chart can show; 0 for all. */
export type ChartYears = 0 | 1 | 5;

/**
 * The part of a history that a chart shows.
 *
 * @param points - Oldest first.
 * @param years - How many years up to the last one; 0 for all.
 * @returns Those points.
 */
export function lastYears(points: readonly DayValue[], years: ChartYears): readonly DayValue[] {
  const last = points.at(-1);
  if (years === 0 || last === undefined) return points;
  const first = new Date(last.day);
  first.setUTCFullYear(first.getUTCFullYear() - years);
  return points.filter(({ day }) => day >= first);
}
