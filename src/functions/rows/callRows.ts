/* The call in a receipt: its text, score and confidence, and what it depends on. */
import { keyNamed } from "../../assumptions/assumptions";
import { groundedCall, type GroundedCall } from "../../assumptions/callInputs";
import { callsOver, stretchWords } from "../../assumptions/callsOver";
import type { GapQuestion } from "../../assumptions/gapCall";
import type { EarlierLevel } from "../../assumptions/levelDays";
import type { Provenance } from "../../assumptions/provenance";
import { shortName } from "../../assumptions/shortName";
import { CalcError } from "../../calc/errors";
import { confidenceOf } from "../../calc/signal/rotationSignal";
import { earlierCells, inputCells } from "./inputCells";
import { excelError, finiteCell, type ResultCell } from "../excel/results";
import { notThere, numberOr } from "../excel/tables";

type Row = readonly ResultCell[];

const COMPUTED = "computed";

/** A call with what it depends on; the error of a history that cannot be judged; null without one. */
export type ReceiptCall = GroundedCall | CustomFunctions.Error | null;

/**
 * Judges the gap of a receipt. A history that cannot be judged leaves the receipt standing.
 *
 * @param question - What is judged; null without a history.
 * @returns The call.
 */
export function receiptCall(question: GapQuestion | null): ReceiptCall {
  if (question === null) return null;
  try {
    return groundedCall(question);
  } catch (error) {
    if (error instanceof CalcError) return excelError(error);
    throw error;
  }
}

/**
 * The signal of a receipt.
 *
 * @param judged - The call.
 * @returns Rows of step, value, unit, key and source.
 */
export function signalRows(judged: ReceiptCall): Row[] {
  if (judged === null) {
    return [["signal", notThere("no gap history was given"), "", COMPUTED, "gapHistory"]];
  }
  const row = (output: string, unit: string, value: ResultCell): Row => [
    `signal: ${output}`,
    value,
    unit,
    COMPUTED,
    "ROTATIONSIGNAL",
  ];
  if (judged instanceof CustomFunctions.Error) {
    return ["text", "score", "confidence"].map((output) => row(output, "", judged));
  }
  const { signal } = judged.call;
  return [
    row("text", "", signal.text),
    row("score", "", finiteCell(signal.score)),
    row("confidence", "probability, decimal", numberOr(confidenceOf(signal), signal.text)),
  ];
}

/**
 * Inputs as rows of a receipt.
 *
 * @param what - What depends on them.
 * @param inputs - Keys by whose numbers they are.
 * @param earlier - Levels of earlier days among them.
 * @returns A row for each kind.
 */
export const inputRows = (
  what: string,
  inputs: ReadonlyMap<Provenance, readonly string[]>,
  earlier: readonly EarlierLevel[],
): readonly Row[] =>
  [...inputCells(inputs), earlierCells(earlier)].map(([kind, names, words]): Row => [
    `${what}: ${kind}`,
    names,
    "",
    "keys",
    words,
  ]);

/**
 * What the call of a receipt depends on.
 *
 * @param question - What is judged; null without a history.
 * @param judged - The call.
 * @returns Rows by whose numbers the inputs are, and the calls over the plausible values of those to enter.
 */
export function callInputRows(question: GapQuestion | null, judged: ReceiptCall): readonly Row[] {
  if (question === null || judged === null || judged instanceof CustomFunctions.Error) return [];
  const { call, inputs, missing, earlier } = judged;
  const asked = [...missing.filter((key) => key !== "mbsSpread"), ...(inputs.get("example") ?? [])];
  return [
    ...inputRows("the call", inputs, earlier),
    ...asked.map((key): Row => {
      const words = stretchWords(callsOver(question, call, key), keyNamed(key).unit);
      const isMissing = missing.some((one) => one === key);
      return [
        `the call by ${shortName(key)}`,
        words,
        "",
        key,
        `over its plausible values while it is ${isMissing ? "missing" : "an example"}; enter your own`,
      ];
    }),
  ];
}
