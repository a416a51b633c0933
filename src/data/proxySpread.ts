/* Spreads from public yields: what a desk without a terminal can compute, called what it is. */
import type { CurveHistory } from "../calc/curve/curveHistory";
import { isoFromSerial } from "../calc/date/serial";
import { byMonth, latestBy, monthEnd, monthOf, type DatedHistory } from "../calc/series/byMonth";
import { mean } from "../calc/numeric/statistics";
import { tidy } from "../calc/numeric/tidy";
import { bpBetween, rate, type DaySerial } from "../calc/units";
import { familyOf } from "./families";
import type { SeriesReading } from "./gathering";
import { hasPhrase, nameTokens } from "./nameTokens";
import type { Side } from "./side";
import { count } from "./sentenceParts";

/** The Treasury yields that are taken off, in years: their mean, where there are two. */
const BENCHMARKS: Record<Side, readonly number[]> = { mbs: [5, 10], corporate: [10] };
/** A Treasury yield older than this is not the yield of the day. */
const MAX_AGE_DAYS = 5;

/** Yields that became spreads, or why they cannot. */
export type ProxySpread = { readonly reading: SeriesReading } | { readonly lacks: string };

/**
 * Takes Treasury yields off a history of yields.
 *
 * A yield of a day is less the Treasury yield of that day, or of the last one at most five days before;
 * yields that are all dated on the first of a month are the month's, less the mean of the month's
 * Treasury yields, and stand on its last day.
 *
 * @param reading - The yields, as decimals.
 * @param curves - Treasury par yields as decimals; null where there are none yet.
 * @param side - Mortgages are measured over the mean of 5 and 10 years, corporates over 10 years.
 * @returns The spreads in basis points, or what is lacking in words; null where these are no yields.
 */
export function proxySpread(
  reading: SeriesReading,
  curves: CurveHistory | null,
  side: Side,
): ProxySpread | null {
  const { yields, name } = reading;
  if (yields === null) return null;
  const tenors = BENCHMARKS[side];
  const words =
    tenors.length > 1
      ? "the mean of the 5- and 10-year Treasury yields"
      : "the 10-year Treasury yield";
  const missing = tenors.filter((tenor) => !curves?.tenors.includes(tenor));
  if (curves === null || missing.length > 0) {
    return {
      lacks: `${name} is a yield: bring the Treasury yields of ${missing.join(" and ")} years below, and the spread is ${name} less ${words}`,
    };
  }
  const benchmark = benchmarkOf(curves, tenors);
  const isMonthly = yields.dates.every((day) => isoFromSerial(day).endsWith("-01"));
  const history = isMonthly ? ofMonths(yields, benchmark) : ofDays(yields, benchmark);
  const without = history.values.filter(
    (value, i) => Number.isNaN(value) && !Number.isNaN(yields.values[i]),
  ).length;
  const proxy = isPrimaryRate(name) ? ", a primary-rate proxy" : "";
  return {
    reading: {
      ...reading,
      name: `${name} less ${words}${proxy}`,
      kind: "spread",
      unit: "bp",
      history,
      facts: [
        ...reading.facts,
        ...(isMonthly
          ? ["dated on the first of a month: of the month, less the mean of its Treasury yields"]
          : []),
        ...(without > 0
          ? [`${count(without, "day")} without a Treasury yield: kept as missing`]
          : []),
        `${count(history.dates.length, "day")} from ${isoFromSerial(history.dates[0] as DaySerial)} to ${isoFromSerial(history.dates.at(-1) as DaySerial)}`,
      ],
      repairs: [...reading.repairs, `${words} taken off`],
      findings: reading.findings
        .filter(({ problem }) => !problem.includes("not of a spread"))
        .concat(proxy === "" ? [] : [PRIMARY]),
    },
  };
}

const PRIMARY = {
  at: "",
  problem:
    "a primary rate is what borrowers pay: it holds the fees of lender and guarantor, and stands about a percentage point above the yield of the current coupon. Its changes say more than its level",
  severity: "warning",
} as const;

/** The rates of new mortgages: Freddie Mac's survey, Optimal Blue's indices, or called so. */
const isPrimaryRate = (name: string): boolean =>
  /^(MORTGAGE\d|OBMMI)/i.test(name) ||
  (familyOf(name) === null &&
    hasPhrase(nameTokens(name), ["mortgage rate", "mortgage rates", "primary rate"]));

/** The mean of some tenors a day, NaN where one is missing. */
function benchmarkOf(
  { days, tenors, yields }: CurveHistory,
  wanted: readonly number[],
): DatedHistory {
  const columns = wanted.map((tenor) => tenors.indexOf(tenor));
  return {
    dates: [...days],
    values: Float64Array.from(yields, (row) => mean(columns.map((at) => row[at] as number))),
  };
}

function ofDays({ dates, values }: DatedHistory, benchmark: DatedHistory): DatedHistory {
  return {
    dates,
    values: Float64Array.from(dates, (day, i) =>
      spreadOf(values[i] as number, latestBy(benchmark, day, MAX_AGE_DAYS)?.value),
    ),
  };
}

function ofMonths({ dates, values }: DatedHistory, benchmark: DatedHistory): DatedHistory {
  const means = new Map(byMonth(benchmark, "mean").map(({ month, value }) => [month, value]));
  return {
    dates: dates.map(monthEnd),
    values: Float64Array.from(dates, (day, i) =>
      spreadOf(values[i] as number, means.get(monthOf(day))),
    ),
  };
}

const spreadOf = (value: number, benchmark: number | undefined): number =>
  benchmark === undefined || Number.isNaN(value)
    ? NaN
    : tidy(Math.round(1e6 * bpBetween(rate(value), rate(benchmark))) / 1e6);
