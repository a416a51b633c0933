import { withDerivedDurations } from "../assumptions/derivedDurations";
import { keyNamed } from "../assumptions/assumptions";
import { groundedCall } from "../assumptions/callInputs";
import { changesBy } from "../assumptions/changes";
import {
  judgeGap,
  lastDay,
  type GapCall,
  type GapHistory,
  type GapQuestion,
} from "../assumptions/gapCall";
import { shortName } from "../assumptions/shortName";
import { gapInputs } from "../assumptions/signalAssumptions";
import { readDate, readNumber, readSpread } from "../assumptions/humanValues";
import { CalcError } from "../calc/errors";
import type { DatedHistory } from "../calc/series/byMonth";
import { tightestSince } from "../calc/history/tightestSince";
import { hysteresis } from "../calc/signal/hysteresis";
import { confidenceOf } from "../calc/signal/rotationSignal";
import { signalDetail } from "../calc/signal/signalDetail";
import { edgeUnder } from "../calc/signal/switchEdge";
import { reversionIn } from "../calc/signal/gapReversion";
import { bp, type DaySerial } from "../calc/units";
import {
  choice,
  optional,
  positive,
  required,
  tenor,
  zeroIsBlank,
  type Reader,
} from "./excel/oneCell";
import { gapHistoryOf } from "./terms/gapHistory";
import { earlierCells, inputCells } from "./rows/inputCells";
import { assumptionsOf } from "./terms/assumptionsTable";
import { series as readSeries } from "./excel/series";
import { card, finiteCell, forExcel, type ResultCell } from "./excel/results";
import { notThere } from "./excel/tables";

const OUTPUTS = ["score", "text", "confidence", "detail"] as const;

/**
 * Should one rotate between mortgages and corporates? A score from the gap's history, a text from a closed list that holds back as long as the data do not bear a call, the probability that the switch wins, and everything behind them.
 * @customfunction ROTATIONSIGNAL
 * @param {any[][]} gapHistory Gap MBS − corporate in basis points, one row or column, oldest first; the last row is now. Blank or #N/A where missing.
 * @param {any} [adjustedGap] Risk-adjusted gap in basis points a year, for carry; without it the other weights are scaled up.
 * @param {any} [duration] Spread duration of the mortgages in years; the assumption mbsDuration by default.
 * @param {any[][]} [assumptions] The assumptions table: keys and values; RV_Assumptions is the one that the pane writes. All defaults when omitted.
 * @param {any} [output] "score" (default): −1 corporates to 1 mortgages, never gated; "text"; "confidence": probability that the indicated switch wins on the carry that it is judged by (risk-adjusted where there is an adjustedGap), a decimal; "detail": rows of metric, value and reason.
 * @param {any[][]} [dates] Dates of the gap history, as many rows; they tell the rows a year (days, weeks, months or quarters) and how old the data are.
 * @param {any} [asOf] The day to judge staleness by, a date; the assumption asOf by default. Without it or without dates staleness is not judged.
 * @returns {any[][]} The score, text or confidence as one cell, or the detail, which ends with the inputs that the call depends on and the nearest value of each with another call.
 */
export function rotationSignalCells(
  gapHistory: any[][],
  adjustedGap?: any,
  duration?: any,
  assumptions?: any[][],
  output?: any,
  dates?: any[][],
  asOf?: any,
): any[][] {
  return forExcel(() => {
    const question: GapQuestion = {
      history: gapHistoryOf(gapHistory, dates),
      assumptions: withDerivedDurations(assumptionsOf(assumptions, "assumptions")),
      adjustedGap: optional(adjustedGap, "adjustedGap", readSpread, null),
      duration: optional(duration, "duration", tenor, null),
      asOf: optional(asOf, "asOf", readDate, null),
    };
    const call = judgeGap(question);
    switch (optional(output, "output", choice(OUTPUTS), "score")) {
      case "score":
        return [[finiteCell(call.signal.score)]];
      case "text":
        return [[call.signal.text]];
      case "confidence": {
        const confidence = confidenceOf(call.signal);
        if (confidence === null) throw notThere(call.signal.text);
        return [[finiteCell(confidence)]];
      }
      case "detail":
        return [...detailRows(question, call), ...inputRows(question, call)];
    }
  });
}

function detailRows({ history, assumptions }: GapQuestion, call: GapCall): ResultCell[][] {
  const { receipt, staleness } = call;
  return signalDetail({
    ...call,
    asOf: staleness === null ? lastDay(history) : call.asOf,
    tightestSince: sinceWhen(history),
    mbsAdjusted: receipt.mbsAdjusted,
    corporateAdjusted: receipt.corporateAdjusted,
    corporateDuration: gapInputs(assumptions.values, call.levels).corporateDuration,
  }).map(({ metric, value, reason }) => {
    const isBeyond = typeof value === "number" && !Number.isFinite(value);
    if (isBeyond) return [metric, notThere(`${metric} is beyond all numbers`), reason];
    return [metric, value ?? notThere(reason), reason];
  });
}

/** How far a risk-adjusted gap may be from that of the assumptions and still be theirs: rounding. */
const SAME_GAP = 1e-6;

/** What the call depends on, by whose numbers it is, and what would change it. */
function inputRows(question: GapQuestion, call: GapCall): ResultCell[][] {
  const ofTable = call.receipt.riskAdjusted;
  const isOfTable =
    question.adjustedGap !== null &&
    ofTable !== null &&
    Math.abs(Number(question.adjustedGap) - ofTable) < SAME_GAP;
  const asked = isOfTable ? { ...question, adjustedGap: "by the assumptions" as const } : question;
  const { inputs, earlier } = groundedCall(asked);
  const moving = [...inputs.values()].flat();
  return [
    ...inputCells(inputs),
    earlierCells(earlier),
    ...changesBy(
      asked,
      call,
      moving.filter((key) => CHANGED.includes(key)),
    ).map(({ key, at, text }) => [
      `changesAt ${key}`,
      finiteCell(at),
      `${keyNamed(key).unit}: at this ${shortName(key)}, other inputs fixed, the text is ${text}`,
    ]),
  ];
}

/** The inputs whose nearest other call is shown; of weights and thresholds it says nothing of the market. */
const CHANGED = [
  "mbsOas",
  "corpOas",
  "mbsDuration",
  "switchCost",
  "horizon",
  "halfLife",
  "fairGap",
];

function sinceWhen(history: GapHistory): { date: DaySerial | null; why: string } {
  if (history.dates === null) return { date: null, why: "no dates were given" };
  try {
    const { date } = tightestSince(history as DatedHistory);
    return { date, why: "the last earlier day with a gap as tight" };
  } catch (error) {
    if (error instanceof CalcError && error.reason === "missing")
      return { date: null, why: error.message };
    throw error;
  }
}

/**
 * Positions with two thresholds: entered beyond one and left only within the other, so that a score that hovers at one threshold does not trade to and fro.
 * @customfunction HYSTERESIS
 * @param {any[][]} series Scores or z-scores (plain numbers in standard deviations or from −1 to 1, a fraction), one row or column, oldest first; a missing row keeps the position.
 * @param {any} [enter] Enter at this absolute value or beyond, a decimal; 0.5 by default.
 * @param {any} [exit] Leave within this absolute value, a decimal; 0.25 by default, at most enter.
 * @returns {any[][]} A column of −1, 0 and 1.
 */
export function hysteresisColumn(series: any[][], enter?: any, exit?: any): any[][] {
  return forExcel(() =>
    Array.from(
      hysteresis(
        readSeries(series, "series"),
        optional(enter, "enter", readNumber, 0.5),
        optional(exit, "exit", readNumber, 0.25),
      ),
      (position) => [position],
    ),
  );
}

/**
 * Edge of a switch from mortgages to corporates: what the gap's reversion earns, less the carry given up and the cost, and the probability that it wins. Given fair, halfLife and gapVol are taken as certain; left blank beside a gapHistory they are estimated, and the probability counts how unsure that leaves them and that nothing may revert. For the reverse give gap, fair, carryBp and gapHistory the other sign.
 * @customfunction SWITCHEDGE
 * @param {any} gap Gap MBS − corporate now in basis points.
 * @param {any} fair Gap that it reverts to in basis points; blank: estimated from gapHistory.
 * @param {any} halfLife Half-life of the gap in months; blank: estimated from gapHistory.
 * @param {any} gapVol Volatility of the gap in basis points per √year; blank: estimated from gapHistory.
 * @param {any} duration Spread duration in years.
 * @param {any} carryBp MBS carry given up in basis points a year.
 * @param {any} costBp One-way cost in basis points.
 * @param {any} horizon Horizon in years.
 * @param {any} [fairSe] Standard error of a given fair gap in basis points; 0 by default.
 * @param {any[][]} [gapHistory] Gap MBS − corporate in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any} [periods] Rows a year of gapHistory; 12 by default.
 * @returns {any[][]} A card: edge and its standard deviation in basis points, probability, breakeven widening of the gap in basis points; with a gapHistory also noReversion, the probability that the gap only wanders.
 */
export function switchEdgeCard(
  gap: any,
  fair: any,
  halfLife: any,
  gapVol: any,
  duration: any,
  carryBp: any,
  costBp: any,
  horizon: any,
  fairSe?: any,
  gapHistory?: any[][],
  periods?: any,
): any[][] {
  return forExcel(() => {
    const year = optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12);
    const reversion =
      gapHistory == null ? null : reversionIn(readSeries(gapHistory, "gapHistory"), year);
    /** Without a history there is nothing to estimate from. */
    const assumed = <T>(value: any, name: string, reader: Reader<T>): T | null =>
      reversion === null ? required(value, name, reader) : optional(value, name, reader, null);
    const terms = {
      gap: required(gap, "gap", readSpread),
      duration: required(duration, "duration", tenor),
      carry: required(carryBp, "carryBp", readSpread),
      cost: required(costBp, "costBp", readSpread),
      horizon: required(horizon, "horizon", tenor),
    };
    const edge = edgeUnder(
      terms,
      {
        fair: assumed(fair, "fair", readSpread),
        halfLife: assumed(halfLife, "halfLife", positive("months")),
        gapVol: assumed(gapVol, "gapVol", readSpread),
        fairError: optional(fairSe, "fairSe", readSpread, bp(0)),
      },
      reversion,
      year,
    );
    return card([
      ["edge", edge.edge],
      ["sd", edge.sd],
      ["probability", edge.probability],
      ["breakeven", edge.breakeven],
      ...(reversion === null ? [] : [["noReversion", reversion.none] as const]),
    ]);
  });
}
