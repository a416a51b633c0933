import { isoFromSerial, serialOf } from "../date/serial";
import { invalid, missing } from "../errors";
import type { DaySerial } from "../units";
import type { DatedHistory } from "../series/byMonth";
import { requireRisingDays } from "../series/risingDays";
import { tieWidth } from "../series/ties";
import { lastAsExtreme, presentRows } from "./tightestSince";

/** What is claimed of the last value. */
export const CLAIMS = ["lowest", "highest"] as const;
export type Claim = (typeof CLAIMS)[number];

/** When the last time is said to have been: some day of a year, or one day. */
export type Since = { readonly year: number } | { readonly day: DaySerial };

/**
 * - `holds`: every value since then is less extreme;
 * - `tied`: one is equal, none is more extreme;
 * - `within tolerance`: one is more extreme, by no more than was allowed;
 * - `broken`: one is more extreme.
 */
export type ClaimVerdict = "holds" | "tied" | "within tolerance" | "broken";

/** A claim held against the data. */
export interface ClaimResult {
  readonly verdict: ClaimVerdict;
  /** Distance of the last value from the most extreme one since, in the unit of the history. */
  readonly margin: number;
  /** The last day that breaks the claim; null when none does. */
  readonly brokenOn: DaySerial | null;
  /** What can be said: "lowest since 2012-07-25", or "lowest in sample (since …)". */
  readonly supported: string;
  /** Day of the last value. */
  readonly asOf: DaySerial;
  /** How many values the last one was compared with. */
  readonly observations: number;
}

/**
 * Whether the last value of a history is "the lowest since …", as it is claimed to be.
 *
 * As such sentences are meant, the year or day named is when it was last so low, so that the
 * values after it are looked at: after the year's end, or after the day. The answer belongs to
 * the series it is asked of: another definition of the same spread can have another answer.
 *
 * @param history - Days and values, oldest first; NaN where missing, which is dropped.
 * @param claim - `lowest` or `highest`.
 * @param since - A year, or a day.
 * @param tolerance - By how much a value may be more extreme without breaking the claim, in the
 * unit of the history.
 * @param asOf - The day of the claim: nothing after it is used. The last day by default.
 * @returns The verdict, the margin (0 or more when it holds), the day that breaks it, what the
 * data support.
 * @throws CalcError `missing` when the claim reaches back before the data, or there is no value
 * to compare with; `invalid` when it is not about the past, or the days do not rise.
 *
 * @example
 * claimCheck({ dates: [46001, 46002, 46003].map(daySerial), values: Float64Array.of(41, 50, 42) }, "lowest", { day: daySerial(46001) }).verdict; // => "holds"
 */
export function claimCheck(
  history: DatedHistory,
  claim: Claim,
  since: Since,
  tolerance = 0,
  asOf: DaySerial | null = null,
): ClaimResult {
  if (!(tolerance >= 0)) {
    throw invalid(`tolerance is ${tolerance}; it must be a number of 0 or more, in its unit`);
  }
  requireRisingDays(history.dates, "dates");
  const { dates, values } = presentRows(upTo(asOf, history));
  const lastRow = values.length - 1;
  if (lastRow < 0) {
    throw missing(`values has no value${asOf === null ? "" : ` by ${isoFromSerial(asOf)}`}`);
  }
  const from = firstRowAfter(since, dates);

  const sign = claim === "lowest" ? 1 : -1;
  const last = values[lastRow] as number;
  const tie = tieWidth(last);
  let margin = Infinity;
  let brokenOn: DaySerial | null = null;
  for (let i = from; i < lastRow; i++) {
    const apart = sign * ((values[i] as number) - last);
    const distance = Math.abs(apart) <= tie ? 0 : apart;
    if (distance < margin) margin = distance;
    if (distance < -tolerance) brokenOn = dates[i] as DaySerial;
  }
  return {
    verdict: verdictOf(margin, tolerance),
    margin,
    brokenOn,
    supported: supportedBy(dates, values, claim),
    asOf: dates[lastRow] as DaySerial,
    observations: lastRow - from,
  };
}

/** A claim is about its own day: what came later neither breaks nor proves it. */
function upTo(asOf: DaySerial | null, history: DatedHistory): DatedHistory {
  const later = asOf === null ? -1 : history.dates.findIndex((day) => day > asOf);
  if (later < 0) return history;
  return { dates: history.dates.slice(0, later), values: history.values.slice(0, later) };
}

/** The first row that the claim is about; refuses a claim that the data cannot decide. */
function firstRowAfter(since: Since, dates: readonly DaySerial[]): number {
  const named = "year" in since ? String(since.year) : isoFromSerial(since.day);
  const until = "year" in since ? serialOf(since.year, 12, 31) : since.day;
  const [first, last] = [dates[0] as DaySerial, dates[dates.length - 1] as DaySerial];
  if (until >= last) {
    throw invalid(
      `since is ${named} but the last value is of ${isoFromSerial(last)}; it must be an earlier ${"year" in since ? "year" : "day"}`,
    );
  }
  if (first > until) {
    throw missing(
      `since is ${named} but dates begins on ${isoFromSerial(first)}; the claim reaches back before the data`,
    );
  }
  const from = dates.findIndex((day) => day > until);
  if (from === dates.length - 1) {
    throw missing(
      `values has no value between ${named} and ${isoFromSerial(last)} to compare with`,
    );
  }
  return from;
}

function verdictOf(margin: number, tolerance: number): ClaimVerdict {
  if (margin > 0) return "holds";
  if (margin === 0) return "tied";
  return margin >= -tolerance ? "within tolerance" : "broken";
}

function supportedBy(dates: readonly DaySerial[], values: Float64Array, claim: Claim): string {
  const at = lastAsExtreme(values, claim === "lowest" ? "tight" : "wide");
  const day = isoFromSerial(dates[at ?? 0] as DaySerial);
  return at === null ? `${claim} in sample (since ${day})` : `${claim} since ${day}`;
}
