/* The call in a receipt: its text, score and confidence, and what it depends on. */
import { keyNamed } from "../assumptions/assumptions";
import { groundedCall } from "../assumptions/callInputs";
import { callsOver, stretchWords } from "../assumptions/callsOver";
import { judgeGap, type GapCall, type GapQuestion } from "../assumptions/gapCall";
import type { Provenance } from "../assumptions/provenance";
import { shortName } from "../assumptions/shortName";
import { CalcError } from "../calc/errors";
import { confidenceOf } from "../calc/signal/rotationSignal";
import { inputCells } from "./inputCells";
import { excelError, finite, type ResultCell } from "./results";
import { notThere, numberOr } from "./tables";

type Row = readonly ResultCell[];

const COMPUTED = "computed";

/**
 * The signal of a receipt.
 *
 * @param question - What is judged; null without a history.
 * @returns Rows of step, value, unit, key and source.
 */
export function signalRows(question: GapQuestion | null): Row[] {
  if (question === null) {
    return [["signal", notThere("no gap history was given"), "", COMPUTED, "gapHistory"]];
  }
  const row = (output: string, unit: string, value: ResultCell): Row => [
    `signal: ${output}`,
    value,
    unit,
    COMPUTED,
    "ROTATIONSIGNAL",
  ];
  const call = callOrError(question);
  if (call instanceof CustomFunctions.Error) {
    return ["text", "score", "confidence"].map((output) => row(output, "", call));
  }
  const { signal } = call;
  return [
    row("text", "", signal.text),
    row("score", "", finite(signal.score)),
    row("confidence", "probability, decimal", numberOr(confidenceOf(signal), signal.text)),
  ];
}

/** A history that cannot be judged leaves the receipt of the gap standing. */
function callOrError(question: GapQuestion): GapCall | CustomFunctions.Error {
  try {
    return judgeGap(question);
  } catch (error) {
    if (error instanceof CalcError) return excelError(error);
    throw error;
  }
}

/**
 * Inputs as rows of a receipt.
 *
 * @param what - What depends on them.
 * @param inputs - Keys by whose numbers they are.
 * @returns A row for each kind.
 */
export const inputRows = (
  what: string,
  inputs: ReadonlyMap<Provenance, readonly string[]>,
): readonly Row[] =>
  inputCells(inputs).map(([kind, names, words]): Row => [
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
 * @returns Rows by whose numbers the inputs are, and the calls over the plausible values of those to enter.
 */
export function callInputRows(question: GapQuestion | null): readonly Row[] {
  if (question === null || callOrError(question) instanceof CustomFunctions.Error) return [];
  const { call, inputs, missing } = groundedCall(question);
  const asked = [...missing.filter((key) => key !== "mbsSpread"), ...(inputs.get("example") ?? [])];
  return [
    ...inputRows("the call", inputs),
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
