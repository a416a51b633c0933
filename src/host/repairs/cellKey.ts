/** The place of one cell among all workbooks of an engine. */
export interface CellPlace {
  readonly unitId: string;
  readonly sheetId: string;
  /** From 0. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/**
 * Packs a place into the key of a map.
 * @param place - The place.
 * @returns A key that {@link cellPlace} unpacks.
 */
export function cellKey({ unitId, sheetId, row, column }: CellPlace): string {
  return `${row}|${column}|${unitId}|${sheetId}`;
}

/**
 * Unpacks a key.
 * @param key - What {@link cellKey} gave.
 * @returns The place.
 */
export function cellPlace(key: string): CellPlace {
  const [row = "", column = "", unitId = "", sheetId = ""] = key.split("|");
  return { unitId, sheetId, row: Number(row), column: Number(column) };
}

/**
 * A cell's address in its sheet.
 * @param row - The row, from 0.
 * @param column - The column, from 0.
 * @returns Such as `AB12`.
 */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
