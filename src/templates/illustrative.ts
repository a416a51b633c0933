/** The word that marks made-up numbers wherever they show. */
export const ILLUSTRATIVE = "ILLUSTRATIVE";

/**
 * A title that does not hide that its numbers are made up.
 *
 * @param title - The title.
 * @param about - What is said of the numbers.
 * @returns The title, marked when the numbers are.
 */
export const markedTitle = (title: string, about: string): string =>
  about.startsWith(ILLUSTRATIVE) ? `${ILLUSTRATIVE}: ${title}` : title;
