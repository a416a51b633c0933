/**
 * Whether a text has Excel's wildcards.
 * @param text - `?` stands for a character, `*` for any number; `~` before one takes it literally.
 * @returns True when there is one of the three.
 */
export const hasWildcards = (text: string): boolean => /[?*~]/.test(text);

/**
 * Excel's wildcards as a regular expression, whatever the case.
 * @param text - The text with wildcards.
 * @param part - Whether a part of another text may match, as for SEARCH.
 * @returns The expression.
 */
export function wildcardPattern(text: string, part = false): RegExp {
  const source = text.replace(/~([?*~])|[?*]|[\\^$.|+()[\]{}]/g, (sign, literal?: string) => {
    if (literal !== undefined) return literal === "~" ? "~" : `\\${literal}`;
    if (sign === "?") return "[^]";
    return sign === "*" ? "[^]*?" : `\\${sign}`;
  });
  return new RegExp(part ? source : `^${source}$`, "iu");
}
