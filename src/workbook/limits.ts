/* Excel's limits on sheets, texts and names ("Excel specifications and limits"). */

/** The greatest sheet. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384 } as const;

/** Characters of a cell's text, of a sheet's name and of a defined name. */
export const LENGTH_LIMITS = { text: 32_767, sheetName: 31, name: 255 } as const;
