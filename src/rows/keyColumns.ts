/* Key tenors as they are written after `--key-tenors`, and the names of their columns. */

/**
 * Key tenors as the worksheet's argument has them.
 *
 * @param written - Years with commas between; null where none are given.
 * @returns A row of cells; null where none are given.
 */
export const tenorCells = (written: string | null): (number | string)[][] | null =>
  written === null
    ? null
    : [written.split(",").map((part) => (Number.isFinite(Number(part)) ? Number(part) : part))];

/**
 * The name of the column of a key rate duration.
 *
 * @param tenor - Years.
 * @returns `krd_10y` for ten years, `krd_6m` for six months.
 *
 * @example
 * [10, 0.5].map(keyColumn); // => ["krd_10y", "krd_6m"]
 */
export function keyColumn(tenor: number): string {
  const months = Math.round(12 * tenor);
  const isMonths = Math.abs(12 * tenor - months) < 1e-9;
  return isMonths && months % 12 !== 0 ? `krd_${months}m` : `krd_${tenor}y`;
}
