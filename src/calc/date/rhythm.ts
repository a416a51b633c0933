import { invalid, missing } from "../errors";
import type { DaySerial } from "../units";

/** Days between two rows, and how many rows a year that makes. */
const RHYTHMS = [
  { from: 1, to: 4, periods: 252 },
  { from: 5, to: 10, periods: 52 },
  { from: 26, to: 35, periods: 12 },
  { from: 85, to: 97, periods: 4 },
] as const;

/** Spacings from here on count alike; no rhythm is as slow. */
const LONGEST_SPACING = 400;

/** Share of spacings that may be much longer than usual (holidays, missing rows). */
const MOST_GAPS = 0.1;

/**
 * Rows a year of a dated history: 252, 52, 12 or 4, by the median spacing.
 *
 * @param dates - Days, rising.
 * @returns Rows a year.
 * @throws CalcError `missing` when there are fewer than three dates; `invalid` when they do not
 * rise, the spacing is none of these, or more than a tenth of the spacings are over 2½ times it.
 *
 * @example
 * periodsPerYear([daySerial(100), daySerial(131), daySerial(159), daySerial(190)]); // => 12
 */
export function periodsPerYear(dates: ArrayLike<DaySerial>): number {
  if (dates.length < 3) {
    throw missing(`dates has ${dates.length} days; 3 are needed to tell how many rows make a year`);
  }
  // Spacings are whole days: counting them finds their median without sorting.
  const counts = new Int32Array(LONGEST_SPACING + 1);
  const spacings = dates.length - 1;
  let before = dates[0] as number;
  for (let i = 0; i < spacings; i++) {
    const day = dates[i + 1] as number;
    const spacing = day - before;
    before = day;
    if (!(spacing > 0)) {
      throw invalid(`dates, row ${i + 2}, is not after the row before it; dates must rise`);
    }
    const bin = spacing < LONGEST_SPACING ? spacing : LONGEST_SPACING;
    counts[bin] = (counts[bin] as number) + 1;
  }
  let usual = 0;
  for (let seen = 0; seen <= (spacings - 1) >> 1; usual++) seen += counts[usual + 1] as number;
  const rhythm = RHYTHMS.find(({ from, to }) => usual >= from && usual <= to);
  const limit = Math.max(5, 2.5 * usual);
  const gaps = spacings - counts.subarray(0, Math.floor(limit) + 1).reduce((n, times) => n + times);
  if (rhythm === undefined || gaps > MOST_GAPS * spacings) {
    throw invalid(
      `dates are ${usual} days apart as a rule, with ${gaps} longer gaps in ${spacings}; they must be regular days, weeks, months or quarters`,
    );
  }
  return rhythm.periods;
}

/**
 * Business days (Monday to Friday, holidays counted) after one day up to another.
 *
 * @param from - The earlier day, not counted.
 * @param to - The later day, counted.
 * @returns 0 when `to` is not after `from`.
 *
 * @example
 * businessDaysBetween(daySerial(46037), daySerial(46042)); // => 3
 */
export function businessDaysBetween(from: DaySerial, to: DaySerial): number {
  let count = 0;
  const weeks = Math.max(0, Math.floor((to - from) / 7));
  for (let day = from + 7 * weeks + 1; day <= to; day++) {
    // Excel's serials: Sunday leaves 1 when divided by 7, Saturday 0.
    const weekday = day % 7;
    if (weekday !== 0 && weekday !== 1) count++;
  }
  return 5 * weeks + count;
}

/** Business days a year that a daily history has. */
const BUSINESS_DAYS_A_YEAR = 252;

/**
 * Business days by which a history's last row is older than its rhythm explains: a month's value
 * is not stale a week later, a day's is.
 *
 * @param last - The day of the last row.
 * @param asOf - The day to judge by.
 * @param periods - Rows a year.
 * @returns For daily rows the business days since the last; for others those beyond one row; 0 or
 * more.
 *
 * @example
 * businessDaysOverdue(daySerial(46037), daySerial(46044), 252); // => 5
 */
export const businessDaysOverdue = (last: DaySerial, asOf: DaySerial, periods: number): number =>
  Math.max(0, businessDaysBetween(last, asOf) - (Math.round(BUSINESS_DAYS_A_YEAR / periods) - 1));
