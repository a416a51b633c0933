import type { SpreadRow } from "../calc/series/spreadRow";

/** A row of the table that brought data would change. */
export interface Revision {
  /** Its number in the table, from 0. */
  readonly at: number;
  readonly was: SpreadRow;
  readonly row: SpreadRow;
}

/** What bringing rows to a table comes to. */
export interface Merge {
  /** Rows after the last one of the table, oldest first. */
  readonly added: readonly SpreadRow[];
  /** Rows of days that are there with other values: written over only when somebody says so. */
  readonly revised: readonly Revision[];
  /** How many rows are there already, with the same values. */
  readonly same: number;
  /** Rows of days before the end of the table which it does not have: they would not stand in order. */
  readonly between: readonly SpreadRow[];
}

/**
 * Compares rows with those of a table, by their date.
 *
 * A side that the new row does not have leaves what stands there.
 *
 * @param held - The rows of the table, oldest first.
 * @param brought - New rows, oldest first, each day once.
 * @returns What is new, what differs, and what has no place.
 */
export function mergeRows(held: readonly SpreadRow[], brought: readonly SpreadRow[]): Merge {
  const places = new Map(held.map((row, at) => [row.date, at]));
  const last = held.reduce((latest, { date }) => Math.max(latest, date), -Infinity);
  const added: SpreadRow[] = [];
  const revised: Revision[] = [];
  const between: SpreadRow[] = [];
  let same = 0;
  for (const row of brought) {
    const at = places.get(row.date);
    const was = at === undefined ? undefined : held[at];
    if (at === undefined || was === undefined) {
      (row.date > last ? added : between).push(row);
      continue;
    }
    const merged = {
      date: row.date,
      mbs: row.mbs ?? was.mbs,
      corporate: row.corporate ?? was.corporate,
    };
    if (merged.mbs === was.mbs && merged.corporate === was.corporate) same++;
    else revised.push({ at, was, row: merged });
  }
  return { added, revised, same, between };
}
