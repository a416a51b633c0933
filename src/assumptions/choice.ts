import { invalid } from "../calc/errors";
import { nearest } from "./nearest";
import { quoted } from "./written";

/**
 * One word of a short list, in any case.
 *
 * The list goes through a Map, so that "constructor" and "__proto__" are words like any other.
 *
 * @param written - The word.
 * @param where - The argument's name.
 * @param words - What it may be, as the documents spell it.
 * @returns The word as the list spells it.
 * @throws CalcError `invalid` when it is not in the list; the nearest word and the list are shown.
 *
 * @example
 * readChoice("MAD", "method", ["std", "mad", "ewma"]); // => "mad"
 */
export function readChoice<W extends string>(
  written: string,
  where: string,
  words: readonly W[],
): W {
  const bySpelling = new Map<string, W>(words.map((word) => [word.toLowerCase(), word]));
  const choice = bySpelling.get(written.trim().toLowerCase());
  if (choice !== undefined) return choice;
  const meant = nearest(written.trim(), words);
  throw invalid(
    `${where} is ${quoted(written)}; one of ${words.join(", ")} was expected${meant === null ? "" : `, did you mean ${meant}?`}`,
  );
}
