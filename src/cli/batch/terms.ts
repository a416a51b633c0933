/* The columns by which a row says what it is. */
import { quoted } from "../../assumptions/humanValues";
import { nearest } from "../../calc/numeric/nearest";
import { Stopped } from "./stopped";

/** Where the columns of the terms stand. */
export type TermPlaces = ReadonlyMap<string, number>;

/**
 * Finds the columns of terms by name.
 *
 * @param columns - The source's columns.
 * @param terms - Names of terms, with whether each is needed.
 * @param renamed - What the source calls a term that has another name there.
 * @param source - What sentences call the source.
 * @returns Where each term stands that is there.
 * @throws {Stopped} for two columns of one name, and for a needed term without a column.
 */
export function placesOf(
  columns: readonly string[],
  terms: ReadonlyMap<string, boolean>,
  renamed: ReadonlyMap<string, string>,
  source: string,
): TermPlaces {
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice !== undefined) {
    throw new Stopped(`${source} has two columns ${quoted(twice)}; each name must stand once`);
  }
  for (const term of renamed.keys()) {
    if (terms.has(term)) continue;
    const known = [...terms.keys()].join(", ");
    throw new Stopped(`--map ${term}: there is no term ${term}; it must be one of ${known}`);
  }
  const places = new Map<string, number>();
  for (const [term, isNeeded] of terms) {
    const name = renamed.get(term) ?? term;
    const at = columns.indexOf(name);
    if (at >= 0) places.set(term, at);
    else if (isNeeded || renamed.has(term)) {
      throw new Stopped(noColumn(source, name, term, columns));
    }
  }
  return places;
}

function noColumn(source: string, name: string, term: string, columns: readonly string[]): string {
  const found = columns.map(quoted).join(", ");
  const near = nearest(name, columns);
  const help = near === null ? "" : `; did you mean --map ${term}=${near}?`;
  return `${source} has no column ${name}; its columns are ${found}${help}`;
}
