import lists from "./choices.json";

/** A word that an argument takes, and what it means; the meaning of a measure whose name says all is "". */
export interface Choice {
  readonly word: string;
  readonly meaning: string;
}

/**
 * The words that an argument takes; choices.json holds them, and a test compares each with what its function takes.
 *
 * @param id - The function.
 * @param argument - The argument's name.
 * @returns Them in order; none where it takes no words of a list.
 */
export function choicesOf(id: string, argument: string): readonly Choice[] {
  const list = lists.find((one) => one.arguments.includes(`${id}.${argument}`));
  return Object.entries(list?.words ?? {}).map(([word, meaning]) => ({ word, meaning }));
}
