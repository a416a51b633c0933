/**
 * Whether texts are the numbers of rows: 0, 1, 2, … or 1, 2, 3, …
 *
 * @param texts - The fields of a column.
 * @returns True where each is one more than the one before it.
 *
 * @example
 * parsesAsCount(["0", "1", "2"]); // => true
 */
export function parsesAsCount(texts: readonly string[]): boolean {
  const first = Number(texts[0]);
  if (texts.length < 3 || (first !== 0 && first !== 1)) return false;
  return texts.every((text, i) => text === String(first + i));
}
