import { invalid } from "../calc/errors";
import { nearest } from "../calc/numeric/nearest";
import { quoted } from "./humanValues";

/** Reads one word of a list; `where` is the argument's name. */
export type ChoiceReader<W extends string> = (written: string, where: string) => W;

/**
 * A reader of one word of a short list, in any case.
 *
 * The list goes through a Map, so that "constructor" and "__proto__" are words like any other.
 *
 * @param words - What it may be, as the documents spell it.
 * @returns A reader that gives the word as the list spells it, and refuses any other word with a
 * CalcError `invalid` that names the nearest one and shows the list.
 *
 * @example
 * choiceOf(["std", "mad", "ewma"])("MAD", "method"); // => "mad"
 */
export function choiceOf<W extends string>(words: readonly W[]): ChoiceReader<W> {
  const bySpelling = new Map<string, W>(words.map((word) => [word.toLowerCase(), word]));
  return (written, where) => {
    const choice = bySpelling.get(written) ?? bySpelling.get(written.trim().toLowerCase());
    if (choice !== undefined) return choice;
    const meant = nearest(written.trim(), words);
    throw invalid(
      `${where} is ${quoted(written)}; it must be one of ${words.join(", ")}${meant === null ? "" : `, did you mean ${meant}?`}`,
    );
  };
}
