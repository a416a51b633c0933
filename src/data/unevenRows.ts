import type { Question } from "./question";
import type { TextTable } from "./textTable";
import { count, linesNamed } from "./words";

/** A table whose rows are equally long, and the rows that are not. */
export interface EvenTable {
  readonly table: TextTable;
  /** Set when rows have to be left out for that. */
  readonly question: Question | null;
  /** What leaving them out is, in a sentence. */
  readonly repair: string;
}

/**
 * Sets rows apart that have more or fewer fields than most: titles, footers, broken lines.
 *
 * @param table - The table.
 * @returns The rows of the usual length, and the question whether the others may be left out.
 */
export function evenRows(table: TextTable): EvenTable {
  const lengths = new Map<number, number>();
  for (const row of table.rows) lengths.set(row.length, (lengths.get(row.length) ?? 0) + 1);
  if (lengths.size === 1) return { table, question: null, repair: "" };
  const [usual] = [...lengths].reduce((most, it) => (it[1] > most[1] ? it : most));
  const isEven = (row: readonly string[]) => row.length === usual;
  const odd = table.rows.flatMap((row, i) =>
    isEven(row) ? [] : [{ line: table.lines[i] ?? 0, fields: row.length }],
  );
  const named = linesNamed(
    table.place,
    odd.map(({ line }) => line),
  );
  const first = odd[0];
  return {
    table: {
      ...table,
      rows: table.rows.filter(isEven),
      lines: table.lines.filter((_, i) => isEven(table.rows[i] ?? [])),
    },
    question: {
      topic: "uneven rows",
      about: `${table.source}, ${table.place} ${first?.line ?? 0}: ${count(first?.fields ?? 0, "field")} where most rows have ${usual}${odd.length > 1 ? `; so it is in ${named}` : ""}`,
      choices: [{ value: "leave out", label: `leave out ${named}` }],
      shown: null,
    },
    repair: `${named} left out, not of ${count(usual, "field")}`,
  };
}
