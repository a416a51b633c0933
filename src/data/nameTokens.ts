/* The words of a column's name, however they are put together. */

/**
 * The words of a name.
 *
 * @param name - For example "mortgage_rate", "CorpYield", "LQD_YTM", "OASbp".
 * @returns Its words in lower case, in order: parted at blanks, underscores and signs, at a small
 * letter before a capital one, and before a unit. "%" is a word of its own.
 *
 * @example
 * nameTokens("CorpYield_10Y"); // => ["corp", "yield", "10y"]
 */
export const nameTokens = (name: string): readonly string[] =>
  name
    .replace(/(\p{Lu}{2})(bps?|pct)\b/gu, "$1 $2")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .match(/%|[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether words follow each other in a name.
 *
 * @param tokens - The words of the name.
 * @param phrases - One or more words each, parted by blanks.
 * @returns True when one of the phrases is in it.
 */
export function hasPhrase(tokens: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${tokens.join(" ")} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}
