/* Finding by the name of a thing, by what it says of itself, and by what people call it. */
import { otherWords } from "./otherWords";

/** Something that can be found. */
export interface Findable {
  /** A key of the assumptions or a function's name: what the table of other words lists. */
  readonly name: string;
  /** What it is called on the screen. */
  readonly label: string;
  /** What it says of itself. */
  readonly more: string;
}

/** Words of a question that say nothing of the thing. */
const FILLERS = new Set(
  "a an and are at do does for how i in is it my of on the to what where which".split(" "),
);

const OTHER = new Map<string, string>();
for (const [words, names] of otherWords) {
  for (const name of names) OTHER.set(name, `${OTHER.get(name) ?? ""} ${words}`);
}

/**
 * Finds things by words.
 *
 * @param all - What can be found.
 * @param typed - Each of its words must begin a word of the name, the label, what the thing says of
 *   itself or what people call it, or stand within the name.
 * @param describe - What a thing is found by.
 * @returns Those found, the ones first whose name, label or other words have all the words; otherwise in their
 *   order.
 */
export function search<T>(
  all: readonly T[],
  typed: string,
  describe: (one: T) => Findable,
): readonly T[] {
  const words = typed
    .toLowerCase()
    .split(/[\s?]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  const wanted = telling.length > 0 ? telling : words;
  const [first, second]: [T[], T[]] = [[], []];
  for (const one of all) {
    const { name, label, more } = describe(one);
    const called = `${name} ${label} ${OTHER.get(name) ?? ""}`.toLowerCase();
    const near = (word: string) => name.toLowerCase().includes(word) || begins(called, word);
    if (wanted.every(near)) first.push(one);
    else if (wanted.every((word) => near(word) || begins(more.toLowerCase(), word)))
      second.push(one);
  }
  return [...first, ...second];
}

/** Whether a word of a text begins with a word. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
