/*
 * Long work in slices. Nothing here waits: the caller decides what happens between two
 * slices, a page draws and takes clicks, a worksheet function goes straight on.
 */

/** Work that yields, after each slice, how many rows it has looked at, and returns what came of it. */
export type Sliced<T> = Generator<number, T, undefined>;

/** Rows that are looked at in one slice: some ten milliseconds of reading numbers and dates. */
export const SLICE_ROWS = 20_000;

/**
 * Looks at rows slice by slice.
 *
 * @param rows - The rows.
 * @param look - Is given each row with its number, in order.
 * @returns The work; it yields the rows of each slice.
 *
 * @example
 * [...lookAt([1, 2, 3], () => undefined)]; // => [3]
 */
export function* lookAt<T>(
  rows: readonly T[],
  look: (row: T, i: number) => void,
): Sliced<undefined> {
  for (let from = 0; from < rows.length; from += SLICE_ROWS) {
    const to = Math.min(rows.length, from + SLICE_ROWS);
    for (let i = from; i < to; i++) look(rows[i] as T, i);
    yield to - from;
  }
  return undefined;
}

/**
 * Runs work to its end without a pause.
 *
 * @param work - The work.
 * @returns What came of it.
 *
 * @example
 * atOnce(lookAt([1, 2, 3], () => undefined)); // => undefined
 */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
