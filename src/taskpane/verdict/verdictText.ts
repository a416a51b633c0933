import { markedTitle } from "../../templates/illustrative";
import type { NumberStyle } from "../numbers";
import { texts } from "../texts";
import { figureName, figureText } from "./figureText";
import type { Figure, Verdict } from "./verdict";

/**
 * The verdict as text for a message or a note: call, as-of, bases, P, gate and sources.
 *
 * @param verdict - The verdict.
 * @param about - What the workbook says of its histories.
 * @param numbers - The language.
 * @returns Lines of text.
 */
export function verdictText(verdict: Verdict, about: string, numbers: NumberStyle): string {
  const line = (figure: Figure) =>
    `${figureName(figure)}: ${figureText(figure, numbers)}${figure.reason === "" ? "" : ` (${figure.reason})`}`;
  const heading = (title: string, figures: readonly Figure[]) => [title, ...figures.map(line), ""];
  const words = texts.verdict;
  return [
    markedTitle(`${words.heading}: ${figureText(verdict.text, numbers)}`, about),
    ...(about === "" ? [] : [about]),
    words.asOf(figureText({ ...verdict.asOf, unit: "date" }, numbers)),
    words.basis(figureText(verdict.basis, numbers), verdict.basis.reason),
    "",
    ...heading(words.basesHeading, [...verdict.bases, verdict.agreement]),
    ...(verdict.illustrative.length === 0 ? [] : [words.illustrative(verdict.illustrative), ""]),
    ...heading(words.signalHeading, verdict.signal),
    ...heading(words.holdHeading, [verdict.hold]),
    ...heading(words.changeHeading, [verdict.change]),
    ...heading(words.historyHeading, verdict.history),
    words.noAdvice,
  ].join("\n");
}
