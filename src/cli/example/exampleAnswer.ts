import { isoFromSerial } from "../../calc/date/serial";
import type { MonthRule } from "../../calc/series/byMonth";
import { mean } from "../../calc/numeric/statistics";
import type { DaySerial } from "../../calc/units";
import { type MonthVerdict, verdictHistory } from "./verdictHistory";
import { type GapInWindow, gapInWindows, type WindowName, WINDOWS } from "./gapWindows";
import {
  type Leg,
  LEGS,
  missingLegs,
  type MonthlyProxy,
  type ProxyInputs,
  proxySpreads,
} from "./proxySpreads";

/** One number a look-back; null where there is no answer. */
export type ByWindow = Readonly<Record<WindowName, number | null>>;

/** What one way of aligning the calendars says; spreads in basis points, percentiles 0 to 1. */
export interface AlignmentAnswer {
  /** The last month that has a gap, year-month. */
  readonly asOf: string;
  readonly mbs: number;
  readonly corporate: number;
  readonly gap: number;
  readonly z: ByWindow;
  readonly percentile: ByWindow;
  /** Why a look-back has no answer. */
  readonly because: Readonly<Partial<Record<WindowName, string>>>;
  /** Months that have a gap, the last one included. */
  readonly n: number;
  readonly missing: readonly { readonly month: string; readonly legs: readonly Leg[] }[];
  /** What the last gap is made of: yields as decimals. */
  readonly legs: Readonly<Record<Leg, LegAnswer>>;
}

/** One leg of the last gap. */
export interface LegAnswer {
  readonly yield: number;
  /** Day of the last value, year-month-day. */
  readonly day: string;
  /** Number of values behind it. */
  readonly values: number;
}

/** The spreads of one month by both alignments, in basis points. */
export interface MonthAnswer {
  readonly month: string;
  readonly lastInMonth: Spreads;
  readonly monthMean: Spreads;
}

/** Basis points; null where a leg is missing. */
interface Spreads {
  readonly mbs: number | null;
  readonly corporate: number | null;
  readonly gap: number | null;
}

/** A z-score with the look-back and the alignment that it comes from. */
export interface PlacedScore {
  readonly z: number;
  readonly window: WindowName;
  readonly alignment: "last in month" | "month mean";
}

/** Everything that the command prints, in full precision. */
export interface ExampleAnswer {
  readonly kind: string;
  readonly series: Readonly<Record<keyof ProxyInputs, string>>;
  readonly lastInMonth: AlignmentAnswer;
  readonly monthMean: AlignmentAnswer;
  /** Last in month less month mean; null where one of the two has no answer. */
  readonly difference: {
    readonly gap: number | null;
    readonly z: ByWindow;
    readonly percentile: ByWindow;
  };
  /** How far the two gaps of one month lie apart, in basis points, over the months that have both. */
  readonly apart: {
    readonly mean: number;
    readonly most: number;
    readonly month: string;
  };
  /** The lowest and the highest z-score; null when there is none. */
  readonly zRange: { readonly lowest: PlacedScore; readonly highest: PlacedScore } | null;
  readonly months: readonly MonthAnswer[];
  /** The rotation signal month by month on the gaps by last in month, each by what was known then. */
  readonly verdicts: readonly MonthVerdict[];
  /** The last verdict by alignment, benchmark and look-back. */
  readonly effects: readonly VerdictEffect[];
}

/** One way of asking for the last verdict. */
export interface VerdictEffect {
  readonly alignment: "last in month" | "month mean";
  readonly benchmark: "5/10-year" | "10-year";
  readonly windowMonths: number | null;
  readonly verdict: MonthVerdict;
}

/**
 * Both alignments of the four series, and what lies between them.
 *
 * @param inputs - The four series, oldest first; yields as decimals, NaN where missing.
 * @param series - What each of them is called.
 * @param kind - Where they come from, in words.
 * @returns The answer; null when no month has a gap by both alignments.
 * @throws CalcError `invalid` when the days of a series do not rise.
 */
export function exampleAnswer(
  inputs: ProxyInputs,
  series: ExampleAnswer["series"],
  kind: string,
): ExampleAnswer | null {
  const [last, means] = [proxySpreads(inputs, "last"), proxySpreads(inputs, "mean")];
  const lastInMonth = alignmentAnswer(last, "last");
  const monthMean = alignmentAnswer(means, "mean");
  // Both are by the same calendar months, so that the rows stand beside each other.
  const months = last.map((proxy, i) => ({
    month: monthName(proxy.month),
    lastInMonth: spreadsOf(proxy),
    monthMean: spreadsOf(means[i]),
  }));
  const apart = months.flatMap(({ month, lastInMonth: a, monthMean: b }) =>
    a.gap === null || b.gap === null ? [] : [{ month, distance: Math.abs(a.gap - b.gap) }],
  );
  const [first] = apart;
  if (!lastInMonth || !monthMean || !first) return null;

  const most = apart.reduce((a, b) => (b.distance > a.distance ? b : a), first);
  const sameMonth = lastInMonth.asOf === monthMean.asOf;
  const differ = (a: ByWindow, b: ByWindow) =>
    byWindow((window) => (sameMonth ? difference(a[window], b[window]) : null));
  return {
    kind,
    series,
    lastInMonth,
    monthMean,
    difference: {
      gap: sameMonth ? lastInMonth.gap - monthMean.gap : null,
      z: differ(lastInMonth.z, monthMean.z),
      percentile: differ(lastInMonth.percentile, monthMean.percentile),
    },
    apart: {
      mean: mean(apart.map(({ distance }) => distance)),
      most: most.distance,
      month: most.month,
    },
    zRange: zRange(lastInMonth, monthMean),
    months,
    verdicts: verdictHistory(gapsOf(last)),
    effects: verdictEffects(inputs),
  };
}

const gapsOf = (proxies: readonly MonthlyProxy[]) =>
  proxies.map(({ month, gap }) => ({ month: monthName(month), gap }));

/** Look-backs of the verdict in months; null is all of the history. */
const LOOK_BACKS = [12, 60, null] as const;

function verdictEffects(inputs: ProxyInputs): VerdictEffect[] {
  const benchmarks = [
    ["5/10-year", inputs],
    ["10-year", { ...inputs, treasury5: inputs.treasury10 }],
  ] as const;
  const alignments = [
    ["last in month", "last"],
    ["month mean", "mean"],
  ] as const;
  return alignments.flatMap(([alignment, rule]) =>
    benchmarks.flatMap(([benchmark, its]) => {
      const gaps = gapsOf(proxySpreads(its, rule)).filter(({ gap }) => gap !== null);
      return LOOK_BACKS.flatMap((windowMonths): VerdictEffect[] => {
        const verdict = verdictHistory(gaps, windowMonths ?? gaps.length).at(-1);
        return verdict === undefined ? [] : [{ alignment, benchmark, windowMonths, verdict }];
      });
    }),
  );
}

function alignmentAnswer(
  proxies: readonly MonthlyProxy[],
  rule: MonthRule,
): AlignmentAnswer | null {
  const complete = proxies.filter(({ gap }) => gap !== null);
  const now = complete[complete.length - 1];
  if (!now || now.mbs === null || now.corporate === null || now.gap === null) return null;
  const windows = gapInWindows(Float64Array.from(proxies, ({ gap }) => gap ?? NaN));
  const find = (window: WindowName) => windows.find((it) => it.window === window);
  return {
    asOf: monthName(now.month),
    mbs: now.mbs,
    corporate: now.corporate,
    gap: now.gap,
    z: byWindow((window) => find(window)?.z ?? null),
    percentile: byWindow((window) => find(window)?.percentile ?? null),
    because: Object.fromEntries<string>(windows.flatMap(reasonOf)),
    n: complete.length,
    missing: proxies
      .filter(({ gap }) => gap === null)
      .map((proxy) => ({ month: monthName(proxy.month), legs: missingLegs(proxy) })),
    legs: legsOf(now, rule),
  };
}

const reasonOf = ({ window, because }: GapInWindow): [WindowName, string][] =>
  because === null ? [] : [[window, because]];

function legsOf({ legs }: MonthlyProxy, rule: MonthRule): AlignmentAnswer["legs"] {
  const entries = LEGS.map((leg) => {
    const reading = legs[leg];
    if (!reading) throw new Error(`a month with a gap has no ${leg} by ${rule}`);
    const answer: LegAnswer = {
      yield: reading.value,
      day: isoFromSerial(reading.day),
      values: reading.count,
    };
    return [leg, answer] as const;
  });
  return Object.fromEntries(entries) as Record<Leg, LegAnswer>;
}

function zRange(last: AlignmentAnswer, means: AlignmentAnswer): ExampleAnswer["zRange"] {
  const scores = WINDOWS.flatMap(({ name }) => [
    { z: last.z[name], window: name, alignment: "last in month" as const },
    { z: means.z[name], window: name, alignment: "month mean" as const },
  ]).filter((it): it is PlacedScore => it.z !== null);
  scores.sort((a, b) => a.z - b.z);
  const [lowest, highest] = [scores[0], scores[scores.length - 1]];
  return lowest && highest ? { lowest, highest } : null;
}

function byWindow(get: (window: WindowName) => number | null): ByWindow {
  return { "1y": get("1y"), "5y": get("5y"), all: get("all") };
}

const difference = (a: number | null, b: number | null) =>
  a === null || b === null ? null : a - b;

const monthName = (month: DaySerial): string => isoFromSerial(month).slice(0, 7);

const spreadsOf = (proxy: MonthlyProxy | undefined): Spreads => ({
  mbs: proxy?.mbs ?? null,
  corporate: proxy?.corporate ?? null,
  gap: proxy?.gap ?? null,
});
