/* Rows that belong together as one: all that stand one after the other with the same value of a term. */
import { quoted } from "../../../assumptions/humanValues";
import type { Block } from "../block";
import { plainColumn } from "../columnTypes";
import { Stopped } from "../stopped";
import type { TermPlaces } from "../terms";
import { textOf } from "../../../rows/plainText";
import type { Source } from "./source";

/** Rows of the file that travel together at least, and groups at most. */
const [ROWS_AT_ONCE, GROUPS_AT_ONCE] = [65_536, 4_096];

/**
 * A source of groups.
 *
 * @param source - Rows.
 * @param places - Where the terms stand in them.
 * @param by - The term that rows of a group have in common.
 * @returns A source with a row a group, of which the name alone is carried through, and where each term stands
 *   in it: a list of what the group's rows hold.
 */
export function groupedSource(
  source: Source,
  places: TermPlaces,
  by: string,
): { source: Source; places: TermPlaces } {
  const others = [...places.keys()].filter((term) => term !== by);
  const terms = [by, ...others];
  const at = (term: string) => places.get(term) as number;
  const names = new Set<string>();
  async function* groups(): AsyncGenerator<unknown[]> {
    let group: unknown[] | null = null;
    for await (const { rows, columns } of source.blocks(0)) {
      const held = terms.map((term) =>
        plainColumn(columns[at(term)] ?? [], source.types?.[at(term)]),
      );
      for (let row = 0; row < rows; row++) {
        const name = textOf(held[0]?.[row]) ?? "";
        if (group === null || group[0] !== name) {
          if (group !== null) yield group;
          if (names.has(name)) {
            throw new Stopped(
              `${by} ${quoted(name)} stands in two places; its rows must follow one another: sort the file by ${by}`,
            );
          }
          names.add(name);
          group = [name, ...others.map(() => [])];
        }
        for (let j = 0; j < others.length; j++) {
          (group[j + 1] as unknown[]).push(held[j + 1]?.[row] ?? null);
        }
      }
    }
    if (group !== null) yield group;
  }
  return {
    places: new Map(terms.map((term, i) => [term, i])),
    source: {
      columns: [by],
      types: null,
      share: () => source.share(),
      async *blocks(skip: number): AsyncGenerator<Block> {
        let [passed, size] = [0, 0];
        let gathered: unknown[][] = [];
        const block = (): Block => ({
          rows: gathered.length,
          columns: terms.map((_, i) => gathered.map((group) => group[i])),
        });
        for await (const group of groups()) {
          if (passed++ < skip) continue;
          gathered.push(group);
          size += (group[1] as unknown[]).length;
          if (size < ROWS_AT_ONCE && gathered.length < GROUPS_AT_ONCE) continue;
          yield block();
          [gathered, size] = [[], 0];
        }
        if (gathered.length > 0) yield block();
      },
    },
  };
}
