import { periodsPerYear } from "../date/rhythm";
import { isoFromSerial } from "../date/serial";
import { CalcError, missing } from "../errors";
import type { DaySerial } from "../units";
import type { DatedHistory } from "../series/byMonth";
import { halfLifeOfPresent } from "../timeseries/meanReversion";
import { pctRankOfPresent } from "./pctRank";
import { presentRows, tightestOfPresent } from "./tightestSince";
import { zScoreOfPresent } from "./zScore";

/** One measure of a history; a value, or null and why there is none. */
export interface HistoryMeasure {
  readonly name: string;
  readonly value: number | string | null;
  readonly why: string;
}

/**
 * What a dated history of a spread or a gap says about its last value.
 *
 * A look-back of a year counts the rows that its rhythm makes a year (252, 52, 12 or 4 before the
 * last), so that every measure equals the function of its own on as many rows.
 *
 * @param history - Days and values, oldest first; NaN where missing, which is dropped and counted.
 * @param windowMonths - Look at the last so many months only; null looks at all of it.
 * @returns Last, changes over one and three months, z-score and percentile rank over 1 year, 5
 * years and all, tightest since (a day), half-life in months, number of values, of missing rows,
 * and the span. A measure without its data is null with words.
 * @throws CalcError `invalid` when the days do not rise or have no regular rhythm; `missing` when
 * the history is shorter than the months asked for.
 *
 * @example
 * historySummary({ dates: [100, 131, 159, 190].map(daySerial), values: Float64Array.of(60, 50, 55, 52) })[0]; // => { name: "last", value: 52, why: "" }
 */
export function historySummary(
  history: DatedHistory,
  windowMonths: number | null = null,
): HistoryMeasure[] {
  const periods = periodsPerYear(history.dates);
  const { dates, values: all } = windowed(history, periods, windowMonths);
  // Found once for all measures; that the days rise, the look at their rhythm has said.
  const present = presentRows({ dates, values: all });
  const { values } = present;
  const rows = (months: number) => (months * periods) / 12;
  const change = (months: number) => {
    const back = Math.round(rows(months));
    const before = values[values.length - 1 - back];
    if (back < 1) throw missing(`the rows are more than ${months} month apart`);
    if (before === undefined) throw missing(`the history has only ${values.length} values`);
    return (values[values.length - 1] as number) - before;
  };
  const z = (months: number | null) =>
    zScoreOfPresent(values, { window: months === null ? null : rows(months) });
  const rank = (months: number | null) => {
    if (values.length === 0) throw missing("history has no values");
    const window = months === null ? values.length - 1 : rows(months);
    if (window > values.length - 1) {
      throw missing(
        `window is ${window} rows but history has only ${values.length - 1} values before the last`,
      );
    }
    return pctRankOfPresent(values.subarray(values.length - 1 - window));
  };
  const span = [dates[0], dates[dates.length - 1]].map((day) => isoFromSerial(day as DaySerial));
  return [
    measure("last", () => values[values.length - 1] ?? null),
    measure("change1m", () => change(1)),
    measure("change3m", () => change(3)),
    measure("z1y", () => z(12)),
    measure("z5y", () => z(60)),
    measure("zAll", () => z(null)),
    measure("percentile1y", () => rank(12)),
    measure("percentile5y", () => rank(60)),
    measure("percentileAll", () => rank(null)),
    measure("tightestSince", () => tightestOfPresent(present, "tight").date),
    measure("halfLife", () => halfLifeOfPresent(values, true, 12 / periods)),
    measure("n", () => values.length),
    measure("gaps", () => all.length - values.length),
    measure("span", () => span.join(" to ")),
  ];
}

function windowed(history: DatedHistory, periods: number, months: number | null): DatedHistory {
  if (months === null) return history;
  const rows = Math.round((months * periods) / 12) + 1;
  if (rows > history.dates.length) {
    throw missing(
      `window is ${months} months (${rows} rows with the last) but the history has ${history.dates.length} rows`,
    );
  }
  return { dates: history.dates.slice(-rows), values: history.values.slice(-rows) };
}

function measure(name: string, compute: () => number | string | null): HistoryMeasure {
  try {
    const value = compute();
    return { name, value, why: value === null ? "the history has no value" : "" };
  } catch (error) {
    if (error instanceof CalcError && error.reason === "missing") {
      return { name, value: null, why: error.message };
    }
    throw error;
  }
}
