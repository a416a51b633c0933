import type { BookWalks } from "./bookWalks";

/** Where rows of a table stand. */
export const [BASE_ROW, RISEN_ROW, FALLEN_ROW, FIRST_KEY_ROW] = [0, 1, 2, 3] as const;

/**
 * What the measures of a pool need of the shares at the curves of a book: those of today's curve and of both parallel
 * moves, and for each key rate what its fall has more of than its rise.
 *
 * @param shares - At the curves of `bookCurves`.
 * @param walks - From whose rows they are taken.
 * @returns The rows.
 */
export function measureRows(
  shares: readonly Float64Array[],
  { rows, kernel }: Pick<BookWalks, "rows" | "kernel">,
): Float64Array[] {
  const copied = (share: Float64Array) => {
    const row = rows.take();
    row.set(share);
    return row;
  };
  const made = shares.slice(0, FIRST_KEY_ROW).map(copied);
  for (let curve: number = FIRST_KEY_ROW; curve < shares.length; curve += 2) {
    const [fallen, risen] = [shares[curve], shares[curve + 1]] as [Float64Array, Float64Array];
    const row = copied(fallen);
    kernel.addPart(row, risen, -1, 0);
    made.push(row);
  }
  return made;
}
