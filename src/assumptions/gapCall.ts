/* The call on a gap's history by the assumptions: what the worksheet functions and the pane print. */
import { businessDaysOverdue, periodsPerYear } from "../calc/date/rhythm";
import { isoFromSerial } from "../calc/date/serial";
import { invalid } from "../calc/errors";
import { observed } from "../calc/series/observed";
import { gapEstimates, type GapEstimates } from "../calc/signal/gapEstimates";
import { gapReceipt, type GapReceipt, type MarketLevels } from "../calc/signal/gapReceipt";
import { rotationSignal, type RotationSignal } from "../calc/signal/rotationSignal";
import type { SignalSettings } from "../calc/signal/signalSettings";
import { bp, daySerial, type Bp, type DaySerial, type Years } from "../calc/units";
import { marketLevels, type Assumptions } from "./marketLevels";
import { numberOrNull, type Entered } from "./numbers";
import { gapInputs, historySettings, signalSettings } from "./signalAssumptions";

/** A history of the gap. */
export interface GapHistory {
  /** Rising, as many as values; null when none are known. */
  readonly dates: readonly DaySerial[] | null;
  /** Basis points, NaN where missing. */
  readonly values: Float64Array;
}

/** What is judged. */
export interface GapQuestion {
  readonly history: GapHistory;
  readonly assumptions: Assumptions;
  /** Basis points a year; null: none, carry is left out; "by the assumptions": as they give it. */
  readonly adjustedGap: Bp | null | "by the assumptions";
  /** Spread duration of the mortgages; null: by the assumptions. */
  readonly duration: Years | null;
  /** null: by the assumptions. */
  readonly asOf: DaySerial | null;
}

/** The call, and what it was made from. */
export interface GapCall {
  readonly signal: RotationSignal;
  readonly estimates: GapEstimates;
  readonly settings: SignalSettings;
  readonly adjustedGap: Bp | null;
  readonly asOf: DaySerial | null;
  /** Business days that the data are overdue; null where that cannot be judged. */
  readonly staleness: number | null;
  readonly levels: MarketLevels;
  readonly receipt: GapReceipt;
}

/**
 * Judges the last gap of a history.
 *
 * @param question - What is judged.
 * @returns The call.
 * @throws CalcError `missing` when the history is too short for any statistics; `invalid` when the as-of
 *   day is before the last gap.
 */
export function judgeGap(question: GapQuestion): GapCall {
  const { history, assumptions } = question;
  const asOf = question.asOf ?? assumedDay(assumptions.values);
  const periods =
    history.dates === null
      ? historySettings(assumptions.values).periods
      : periodsPerYear(history.dates);
  const estimates = estimatesOf(history, assumptions.values, periods);
  const staleness = overdue(history, asOf, periods);
  const levels = marketLevels(assumptions, estimates.last);
  return callOn(question, { estimates, staleness, asOf, levels, entered: assumptions.values });
}

/** What of a call stays when one of its inputs is another. */
export interface CallBasis {
  readonly estimates: GapEstimates;
  readonly staleness: number | null;
  readonly asOf: DaySerial | null;
  readonly levels: MarketLevels;
  readonly entered: Entered;
}

/**
 * The call on estimates that are there.
 *
 * @param question - What is judged.
 * @param basis - Estimates, staleness, levels of the market and assumptions.
 * @returns The call.
 */
export function callOn(question: GapQuestion, basis: CallBasis): GapCall {
  const { estimates, staleness, asOf, levels, entered } = basis;
  const held = signalSettings(entered);
  const settings = { ...held, duration: question.duration ?? held.duration };
  const receipt = gapReceipt(gapInputs(entered, levels));
  const adjustedGap =
    question.adjustedGap === "by the assumptions" ? receipt.riskAdjusted : question.adjustedGap;
  const signal = rotationSignal(estimates.last, estimates, adjustedGap, settings, staleness);
  return { signal, estimates, settings, adjustedGap, asOf, staleness, levels, receipt };
}

/**
 * What the history says, looked at as the assumptions have it.
 *
 * @param history - The history.
 * @param entered - Values by key.
 * @param periods - Rows a year.
 * @param before - Of the same history by other assumptions; null: none.
 * @returns The estimates.
 */
export const estimatesOf = (
  history: GapHistory,
  entered: Entered,
  periods: number,
  before: GapEstimates | null = null,
): GapEstimates =>
  gapEstimates(
    history.values,
    { ...historySettings(entered), periods },
    before?.periods === periods ? before : null,
  );

/**
 * The day of a history's last gap.
 *
 * @param history - The history.
 * @returns The day; null without dates, or without any gap.
 *
 * @example
 * lastDay({ dates: [46036, 46037], values: Float64Array.of(39, NaN) }); // => 46036
 */
export const lastDay = ({ dates, values }: GapHistory): DaySerial | null =>
  dates?.filter((_, i) => !Number.isNaN(values[i])).at(-1) ?? null;

/**
 * The day that the assumptions are of.
 *
 * @param entered - Values by key.
 * @returns The day; null where none was entered.
 *
 * @example
 * assumedDay(new Map([["asOf", 46037]])); // => 46037
 */
export function assumedDay(entered: Entered): DaySerial | null {
  const day = numberOrNull(entered, "asOf");
  return day === null ? null : daySerial(day);
}

function overdue(history: GapHistory, asOf: DaySerial | null, periods: number): number | null {
  if (history.dates === null || asOf === null) return null;
  const last = history.dates.filter((_, i) => !Number.isNaN(history.values[i])).at(-1);
  if (last === undefined) return null;
  if (asOf < last) {
    throw invalid(
      `asOf is ${isoFromSerial(asOf)}, before the last gap of ${isoFromSerial(last)}; it must be that day or a later one`,
    );
  }
  return businessDaysOverdue(last, asOf, periods);
}

/**
 * The last gap of a history.
 *
 * @param history - The history.
 * @returns Basis points; null when it has none.
 *
 * @example
 * lastGap({ dates: null, values: Float64Array.of(40, 39, NaN) }); // => 39
 */
export function lastGap({ values }: GapHistory): Bp | null {
  const last = observed(values).at(-1);
  return last === undefined ? null : bp(last);
}
