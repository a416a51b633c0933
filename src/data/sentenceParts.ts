/* Small pieces of sentences. */

/**
 * A number of things.
 *
 * @param number - How many.
 * @param thing - One of them.
 * @returns For example "1,000 rows", "1 row".
 */
export const count = (number: number, thing: string): string =>
  `${String(number).replace(/\B(?=(\d{3})+$)/g, ",")} ${thing}${number === 1 ? "" : "s"}`;

/** How many places a sentence names before it says how many more there are. */
const NAMED = 5;

/**
 * Lines of a source.
 *
 * @param place - What they are called.
 * @param lines - Their numbers.
 * @returns For example "lines 3, 4 and 12 more".
 */
export function linesNamed(place: "line" | "row", lines: readonly number[]): string {
  const named = lines.slice(0, NAMED).join(", ");
  const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : "";
  return `${place}${lines.length === 1 ? "" : "s"} ${named}${more}`;
}

/**
 * Why a line is no CSV.
 * @param code - What the parser calls it.
 * @returns Words.
 */
export function whyUnreadable(code: string): string {
  if (code === "MissingQuotes") return "a quote is opened and never closed";
  if (code === "InvalidQuotes") return "a quote stands inside a field; it must be two in a row";
  return "the line cannot be read as CSV";
}

/**
 * Some of a list, from all of it alike.
 *
 * @param list - Anything.
 * @param most - How many at most.
 * @returns The whole list where it is short, else every so many.
 *
 * @example
 * spread([1, 2, 3, 4, 5, 6], 3); // => [1, 3, 5]
 */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = list.length / most;
  return Array.from({ length: most }, (_, i) => list[Math.floor(i * step)] as T);
}
