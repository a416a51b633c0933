/* The sentences of the answer card. */
import { writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import type { Answer, Change } from "./answer";

/**
 * The call with what it rests on that is not the user's, or not of the day.
 *
 * @param call - The text of the call.
 * @param answer - The answer.
 * @param answer.examples - Its inputs that are examples.
 * @param answer.earlier - Its levels of the market of an earlier day than the gap's.
 * @returns For example "LEAN CORPORATES, on 2 example inputs: MBS OAS, MBS duration".
 */
export const headline = (call: string, { examples, earlier }: Answer): string =>
  [
    call,
    ...(examples.length === 0 ? [] : [texts.answer.onExamples(examples)]),
    ...(earlier.length === 0 ? [] : [texts.answer.onEarlier(earlier)]),
  ].join(", ");

/**
 * Why the call is what it is, in one sentence.
 *
 * @param answer - The answer.
 * @param numbers - The language.
 * @returns For example "Gap 5.0 bp, above 13% of five years; corporates carry 66.0 bp more after risk."
 */
export function whyText(answer: Answer, numbers: NumberStyle): string {
  const words = texts.answer;
  const bp = (value: number) => writeNumber(value, 1, numbers);
  const gap = answer.gap === null ? [] : [words.gap(bp(answer.gap))];
  const rank = answer.rank
    ? [words.rank(writeNumber(100 * answer.rank.share, 0, numbers), answer.rank.years)]
    : [];
  const carry = answer.bases.find(({ name }) => name === "risk-adjusted")?.gap ?? null;
  const carryWords =
    carry === null
      ? words.noCarry
      : words.carry(carry > 0 ? "mortgages" : "corporates", bp(Math.abs(carry)));
  return `${[[...gap, ...rank].join(", "), carryWords].filter((part) => part !== "").join("; ")}.`;
}

/**
 * What the three bases say, which may be something else than the call.
 *
 * @param answer - The answer.
 * @param numbers - The language.
 * @returns One sentence; what to enter where a basis is missing.
 */
export function basesText(answer: Answer, numbers: NumberStyle): string {
  const words = texts.answer;
  const { bases, agreed, side } = answer;
  const missing = bases.find(({ gap }) => gap === null);
  if (missing !== undefined) return words.missing(missing.name, missing.ask);
  if (agreed === null) {
    const carry = bases.find(({ name }) => name === "risk-adjusted")?.gap ?? 0;
    return words.disagree(
      carry > 0 ? "mortgages" : "corporates",
      writeNumber(Math.abs(carry), 1, numbers),
    );
  }
  return side === null || side === agreed ? words.agree(agreed) : words.agreeBut(agreed);
}

/**
 * One input at which the call changes.
 *
 * @param change - The input, its value and the call there.
 * @param numbers - The language.
 * @returns For example ["gap", "13.0 bp", "NEUTRAL"].
 */
export const changeCells = (
  { input, at, unit, call }: Change,
  numbers: NumberStyle,
): readonly [input: string, at: string, call: string] => [
  input,
  `${writeNumber(at, 1, numbers)} ${unit}`,
  call,
];
