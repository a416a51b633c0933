/* A block cut into parts for threads. */
import type { Cells } from "../../rows/cells";
import type { TermRows } from "../../rows/kind";

/**
 * Cuts rows into parts of one size, near ones together.
 *
 * @param nearness - Rows that are near each other have near numbers; null where no row is nearer than another.
 * @param rows - How many there are.
 * @param parts - How many parts.
 * @returns The rows of each part.
 */
export function divided(nearness: Float64Array | null, rows: number, parts: number): Uint32Array[] {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  if (nearness !== null) {
    all.sort((a, b) => (nearness[a] as number) - (nearness[b] as number) || a - b);
  }
  return Array.from({ length: parts }, (_, i) =>
    all.subarray(Math.floor((rows * i) / parts), Math.floor((rows * (i + 1)) / parts)),
  );
}

/**
 * Some rows of others.
 *
 * @param all - Rows.
 * @param part - Which.
 * @returns A copy of them.
 */
export function selected({ cells }: TermRows, part: Uint32Array): TermRows {
  const some = ([term, column]: [string, Cells]): [string, Cells] => [
    term,
    column instanceof Float64Array
      ? Float64Array.from(part, (row) => column[row] as number)
      : Array.from(part, (row) => column[row] ?? null),
  ];
  return { rows: part.length, cells: new Map([...cells].map(some)) };
}
