import { calendarDay, daysInMonth, isoFromSerial, serialOf } from "../date/serial";
import { invalid, missing } from "../errors";
import { latestBy, type DatedHistory, type Reading } from "../series/byMonth";
import { requireRisingDays } from "../series/risingDays";
import { daySerial, rate, type DaySerial, type Rate } from "../units";
import { levelNear, NEAR_DAYS } from "./levelNear";
import { requirePositiveLevels } from "./positiveLevels";

/** Periods that end on the as-of day. */
export const PERIOD_NAMES = [
  ...["MTD", "QTD", "YTD", "1M", "3M", "6M", "1Y", "3Y", "5Y", "INCEPTION"],
] as readonly PeriodName[];
export type PeriodName =
  "MTD" | "QTD" | "YTD" | "1M" | "3M" | "6M" | "1Y" | "3Y" | "5Y" | "INCEPTION";

/** A named period up to the as-of day, or a calendar year. */
export type ReturnPeriod = PeriodName | { readonly year: number };

const DAYS_A_YEAR = 365.25;

/** Months back from the as-of day, for the periods that are so many months long. */
const MONTHS = new Map<ReturnPeriod, number>([
  ["1M", 1],
  ["3M", 3],
  ["6M", 6],
  ["1Y", 12],
  ["3Y", 36],
  ["5Y", 60],
]);

/**
 * Return of a total-return index over a period, from its levels.
 *
 * MTD, QTD and YTD begin with the level at the end of the month, quarter or year before; 1M to 5Y
 * on the same day so many months before (a month's last day stays a last day); a year runs from
 * the end of the year before to its own end; INCEPTION from the first level. A level stands for a
 * day when it is at most five days before it, or, where there is none, at most five after it.
 *
 * @param levels - Days and total-return levels above 0, oldest first; NaN where missing.
 * @param period - The period.
 * @param asOf - The day to look from; nothing after it is used. The last day by default.
 * @param annualized - As a return a year: periods of a year or more only, because a shorter one
 * would be told as if the rest of the year were to be like it.
 * @returns The return as a decimal.
 * @throws CalcError `missing` when the period's start or end is not in the data; `invalid` when a
 * period under a year is to be annualised, a level is not above 0, or the days do not rise.
 *
 * @example
 * periodReturn({ dates: [46022, 46037].map(daySerial), values: Float64Array.of(100, 103) }, "YTD").toFixed(4); // => "0.0300"
 */
export function periodReturn(
  levels: DatedHistory,
  period: ReturnPeriod,
  asOf: DaySerial | null = null,
  annualized = false,
): Rate {
  requireRisingDays(levels.dates, "dates");
  requirePositiveLevels(levels.values);
  const [first, last] = firstAndLast(levels);
  const from = asOf ?? last.day;
  const start = period === "INCEPTION" ? first : levelNear(levels, startOf(period, from), from);
  const end =
    typeof period === "object"
      ? levelNear(levels, serialOf(period.year, 12, 31), from)
      : latestBy(levels, from, NEAR_DAYS);
  if (start === null) {
    throw missing(
      `${nameOf(period)} begins on ${isoFromSerial(startOf(period, from))} but dates has no level within ${NEAR_DAYS} days of it`,
    );
  }
  if (end === null) {
    const day = typeof period === "object" ? serialOf(period.year, 12, 31) : from;
    throw missing(
      `${nameOf(period)} ends on ${isoFromSerial(day)} but dates has no level within ${NEAR_DAYS} days of it by ${isoFromSerial(from)}`,
    );
  }
  if (!(start.day < end.day)) {
    throw missing(
      `${nameOf(period)} to ${isoFromSerial(end.day)} has no earlier level to start from`,
    );
  }
  const growth = end.value / start.value;
  if (!annualized) return rate(growth - 1);
  return rate(growth ** (1 / yearsOf(period, start.day, end.day)) - 1);
}

function firstAndLast({ dates, values }: DatedHistory): [Reading, Reading] {
  const reading = (i: number): Reading => ({
    value: values[i] as number,
    day: dates[i] as DaySerial,
    count: 1,
  });
  const first = values.findIndex((value) => !Number.isNaN(value));
  if (first < 0) throw missing("levels has no value");
  let last = values.length - 1;
  while (Number.isNaN(values[last])) last--;
  return [reading(first), reading(last)];
}

/** The day whose level a period begins with; INCEPTION begins with the data. */
function startOf(period: ReturnPeriod, asOf: DaySerial): DaySerial {
  if (typeof period === "object") return serialOf(period.year - 1, 12, 31);
  const months = MONTHS.get(period);
  if (months !== undefined) return monthsBefore(asOf, months);
  const { year, month } = calendarDay(asOf);
  const firstMonth = period === "MTD" ? month : period === "QTD" ? month - ((month - 1) % 3) : 1;
  return daySerial(serialOf(year, firstMonth, 1) - 1);
}

function monthsBefore(day: DaySerial, months: number): DaySerial {
  const { year, month, day: inMonth } = calendarDay(day);
  const count = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const lastDay = daysInMonth(toYear, toMonth);
  const isLast = inMonth === daysInMonth(year, month);
  return serialOf(toYear, toMonth, isLast ? lastDay : Math.min(inMonth, lastDay));
}

/** Length in years: a named number of years is that number, INCEPTION actual days ÷ 365.25. */
function yearsOf(period: ReturnPeriod, start: DaySerial, end: DaySerial): number {
  if (typeof period === "object") return 1;
  const length =
    period === "INCEPTION" ? (end - start) / DAYS_A_YEAR : (MONTHS.get(period) ?? 0) / 12;
  // 365 days are a year that has no 29 February in it.
  if (end - start >= 365 && length > 0) return length;
  throw invalid(
    `period is ${nameOf(period)}, ${end - start} days; only a year or more can be annualised`,
  );
}

const nameOf = (period: ReturnPeriod): string =>
  typeof period === "object" ? String(period.year) : period;
