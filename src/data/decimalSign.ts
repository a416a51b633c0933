import { lookAt, type Sliced } from "../calc/numeric/sliced";
import { readNumberText, type DecimalSign } from "./numberText";
import type { Question } from "./question";

/** The decimal sign of a column as far as the column shows it. */
export interface SignOfColumn {
  readonly sign: DecimalSign;
  /** Set when both signs read all of the column and give other numbers. */
  readonly question: Question | null;
}

const SIGN_WORDS: Record<DecimalSign, string> = { ".": "dot", ",": "comma" };

/**
 * The decimal sign of a column of numbers.
 *
 * "1.234" is one and a bit in one country and over a thousand in another: where every row can be
 * both, it is asked.
 *
 * @param texts - The fields of the column, without those that say that there is no value.
 * @returns The sign that reads most rows, and the question where both do.
 */
export function* decimalSign(texts: readonly string[]): Sliced<SignOfColumn> {
  let [dots, commas] = [0, 0];
  yield* lookAt(texts, (text) => {
    if (readNumberText(text, ".") !== null) dots++;
    if (readNumberText(text, ",") !== null) commas++;
  });
  if (dots !== commas) return { sign: dots > commas ? "." : ",", question: null };
  const sample = texts.find((text) => {
    const [dot, comma] = [readNumberText(text, "."), readNumberText(text, ",")];
    return dot !== null && comma !== null && dot.value !== comma.value;
  });
  if (sample === undefined) return { sign: ".", question: null };
  const choice = (sign: DecimalSign) => ({
    value: sign,
    label: `decimal ${SIGN_WORDS[sign]}: ${sample} is ${readNumberText(sample, sign)?.value ?? ""}`,
  });
  return {
    sign: ".",
    question: {
      topic: "decimal sign",
      about: `the values, such as ${sample}, can be read in two ways`,
      choices: [choice("."), choice(",")],
      shown: null,
    },
  };
}
