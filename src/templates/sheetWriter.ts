import type { CellStyle, CellValue, Change } from "../workbook/workbookPort";

/** Changes of one sheet's cells. */
export interface SheetWriter {
  readonly values: (a1: string, values: readonly (readonly CellValue[])[]) => Change;
  readonly text: (a1: string, words: string) => Change;
  readonly formula: (a1: string, formula: string) => Change;
  readonly style: (a1: string, style: CellStyle) => Change;
  readonly format: (a1: string, format: string) => Change;
}

/**
 * What writes the cells of a sheet.
 *
 * @param sheet - Its name.
 * @returns A change for each thing that can be done to a rectangle.
 */
export const sheetWriter = (sheet: string): SheetWriter => ({
  values: (a1, values) => ({ kind: "values", sheet, a1, values }),
  text: (a1, words) => ({ kind: "values", sheet, a1, values: [[words]] }),
  formula: (a1, formula) => ({ kind: "formula", sheet, a1, formula }),
  style: (a1, style) => ({ kind: "style", sheet, a1, style }),
  format: (a1, format) => ({ kind: "numberFormat", sheet, a1, format }),
});
