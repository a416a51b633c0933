/** The word that marks made-up numbers wherever they show. */
export const ILLUSTRATIVE = "ILLUSTRATIVE";

/**
 * Whether numbers are made up.
 *
 * @param about - What is said of the numbers.
 * @returns True where the word begins it.
 */
export const isMadeUp = (about: string): boolean => about.startsWith(ILLUSTRATIVE);

/**
 * A title that does not hide that its numbers are made up.
 *
 * @param title - The title.
 * @param about - What is said of the numbers.
 * @returns The title, marked when the numbers are.
 */
export const markedTitle = (title: string, about: string): string =>
  isMadeUp(about) ? `${ILLUSTRATIVE}: ${title}` : title;
