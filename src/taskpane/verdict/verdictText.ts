import { markedTitle } from "../../templates/illustrative";
import { writeDate, writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import { basesText, changeCells, headline, whyText } from "./answerText";
import { figureName, figureText } from "./figureText";
import type { LoadedVerdict } from "./loadVerdict";
import type { Figure } from "./verdict";

/**
 * The verdict as text for a message or a note: call, as-of, why, bases, P, gate and sources.
 *
 * @param loaded - The verdict, its answer and what the workbook says of its histories.
 * @param numbers - The language.
 * @returns Lines of text.
 */
export function verdictText(loaded: LoadedVerdict, numbers: NumberStyle): string {
  const { verdict, answer, about, age } = loaded;
  const line = (figure: Figure) =>
    `${figureName(figure)}: ${figureText(figure, numbers)}${figure.reason === "" ? "" : ` (${figure.reason})`}`;
  const heading = (title: string, lines: readonly string[]) => [title, ...lines, ""];
  const words = texts.verdict;
  const bases = answer.bases.map(({ name, gap, mark }) => {
    const value = gap === null ? texts.answer.ask : `${writeNumber(gap, 1, numbers)} bp`;
    return `${name}: ${value} (${texts.answer.marks.get(mark) ?? mark})`;
  });
  const changes = answer.changes.map((change) => {
    const [input, at, call] = changeCells(change, numbers);
    return `${input} ${at}: ${call}`;
  });
  return [
    markedTitle(`${words.heading}: ${headline(figureText(verdict.text, numbers), answer)}`, about),
    ...(about === "" ? [] : [about]),
    words.asOf(figureText({ ...verdict.asOf, unit: "date" }, numbers)),
    ...(age === null ? [] : [texts.answer[age.kind](writeDate(age.day, numbers))]),
    whyText(answer, numbers),
    words.basis(figureText(verdict.basis, numbers), verdict.basis.reason),
    "",
    ...heading(words.basesHeading, [...bases, basesText(answer, numbers)]),
    ...(answer.asked.length === 0
      ? []
      : heading(
          texts.answer.askHeading,
          answer.asked.map(({ input, calls }) => texts.answer.asked(input, calls)),
        )),
    ...heading(words.signalHeading, verdict.signal.map(line)),
    ...heading(words.holdHeading, [verdict.hold.reason]),
    ...heading(words.changeHeading, changes.length === 0 ? [texts.answer.noChange] : changes),
    ...heading(words.historyHeading, verdict.history.map(line)),
    words.noAdvice,
  ].join("\n");
}
