import {
  byMonth,
  type DatedHistory,
  latestBy,
  monthEnd,
  monthOf,
  type MonthlyReading,
  type MonthRule,
  type Reading,
} from "../../calc/series/byMonth";
import { mean } from "../../calc/numeric/statistics";
import { spreadGap } from "../../calc/spread/spreadGap";
import { bp, type Bp, bpBetween, daySerial, type DaySerial, rate } from "../../calc/units";

/** The four public series; yields as decimals. */
export interface ProxyInputs {
  /** 30-year mortgage rate, weekly: a primary rate, each value an average of the days before it. */
  readonly mortgage: DatedHistory;
  /** 5-year Treasury par yield, by business day. */
  readonly treasury5: DatedHistory;
  /** 10-year Treasury par yield, by business day. */
  readonly treasury10: DatedHistory;
  /** 10-year corporate yield, one a month; its date only says which month it stands for. */
  readonly corporate: DatedHistory;
}

/** What a month's two spreads are made of. */
export const LEGS = [
  "mortgage rate",
  "5- and 10-year Treasury yields",
  "corporate yield",
  "10-year Treasury yield",
] as const;
export type Leg = (typeof LEGS)[number];

/** The spreads of one calendar month, in basis points; null where a leg is missing. */
export interface MonthlyProxy {
  /** The month, by its first day. */
  readonly month: DaySerial;
  /** Mortgage rate less the mean of the 5- and 10-year Treasury yields. */
  readonly mbs: Bp | null;
  /** Corporate yield less the 10-year Treasury yield. */
  readonly corporate: Bp | null;
  /** MBS less corporate. */
  readonly gap: Bp | null;
  /** What each leg says, with its day and how many values it rests on. */
  readonly legs: Readonly<Record<Leg, Reading | null>>;
}

/** A Treasury yield older than this is not the yield of the day. */
export const MAX_AGE_DAYS = 5;

/**
 * Spread proxies by calendar month, from series on different calendars.
 *
 * `last`: the month's last mortgage rate less the mean of the 5- and 10-year yields of the same
 * day; the month's corporate value less the 10-year yield of the month's last day. Where a day has
 * no yields, the latest earlier day counts if it is at most {@link MAX_AGE_DAYS} back, and never a
 * later one.
 *
 * `mean`: the mean of the month's mortgage rates less the mean of its daily 5/10-year means; the
 * month's corporate value less the mean of its daily 10-year yields.
 *
 * @param inputs - The four series, oldest first; yields as decimals, NaN where missing.
 * @param rule - What stands for a month.
 * @returns Every month from the first that all series have reached to the last that one of them
 * reaches, in basis points; a month with a missing leg has no gap and is not filled. Empty when the
 * series share no month.
 * @throws CalcError `invalid` when the days of a series do not rise.
 */
export function proxySpreads(inputs: ProxyInputs, rule: MonthRule): MonthlyProxy[] {
  const blend = blendOf(inputs.treasury5, inputs.treasury10);
  const mortgages = monthTable(inputs.mortgage, rule);
  const corporates = monthTable(inputs.corporate, "last");
  const blends = monthTable(blend, rule);
  const tens = monthTable(inputs.treasury10, rule);

  const read = (month: DaySerial): MonthlyProxy["legs"] => {
    const mortgage = mortgages.get(month) ?? null;
    const isMean = rule === "mean";
    return {
      "mortgage rate": mortgage,
      "5- and 10-year Treasury yields": isMean
        ? (blends.get(month) ?? null)
        : mortgage && latestBy(blend, mortgage.day, MAX_AGE_DAYS),
      "corporate yield": corporates.get(month) ?? null,
      "10-year Treasury yield": isMean
        ? (tens.get(month) ?? null)
        : latestBy(inputs.treasury10, monthEnd(month), MAX_AGE_DAYS),
    };
  };
  return sharedMonths([mortgages, corporates, blends, tens]).map((month) => {
    const legs = read(month);
    const mbs = spreadOf(legs["mortgage rate"], legs["5- and 10-year Treasury yields"]);
    const corporate = spreadOf(legs["corporate yield"], legs["10-year Treasury yield"]);
    const gap = mbs === null || corporate === null ? null : exact(spreadGap(mbs, corporate));
    return { month, mbs, corporate, gap, legs };
  });
}

/**
 * The legs that a month lacks.
 *
 * @param proxy - The month.
 * @returns Their names; none when the month has a gap.
 */
export function missingLegs({ legs }: MonthlyProxy): Leg[] {
  return LEGS.filter((leg) => legs[leg] === null);
}

/** Mean of the two yields, on the days that have both: two days are never mixed in one mean. */
function blendOf(treasury5: DatedHistory, treasury10: DatedHistory): DatedHistory {
  const tens = new Map(treasury10.dates.map((day, i) => [day, treasury10.values[i] ?? NaN]));
  return {
    dates: treasury5.dates,
    values: treasury5.values.map((five, i) =>
      mean([five, tens.get(treasury5.dates[i] as DaySerial) ?? NaN]),
    ),
  };
}

type MonthTable = ReadonlyMap<DaySerial, MonthlyReading>;

function monthTable(history: DatedHistory, rule: MonthRule): MonthTable {
  return new Map(byMonth(history, rule).map((reading) => [reading.month, reading]));
}

function sharedMonths(tables: readonly MonthTable[]): DaySerial[] {
  const spans = tables.map((table) => [...table.keys()]);
  if (spans.some((span) => span.length === 0)) return [];
  const first = Math.max(...spans.map((span) => span[0] as DaySerial));
  const last = Math.max(...spans.map((span) => span[span.length - 1] as DaySerial));
  // One of the series has ended before another begins.
  if (spans.some((span) => (span[span.length - 1] as DaySerial) < first)) return [];
  const months: DaySerial[] = [];
  for (let month = daySerial(first); month <= last; month = monthOf(daySerial(monthEnd(month) + 1)))
    months.push(month);
  return months;
}

const spreadOf = (high: Reading | null, low: Reading | null): Bp | null =>
  high && low && exact(bpBetween(rate(high.value), rate(low.value)));

/**
 * A spread without its binary tail. Yields are published in hundredths of a percent, so that gaps of
 * different months are often equal; with a tail of 1e-13 bp one would rank above the other.
 */
const exact = (spread: Bp): Bp => bp(Number(spread.toFixed(10)));
