/* In place of the package franc-min: the engine asks in which language a text is only to hyphenate it, and cells are not hyphenated. */

/**
 * The language of a text.
 * @returns The code for one that is not known.
 */
export const franc = (): string => "und";
