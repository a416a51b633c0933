/* Sheets and cells of Excel by their names. */
import type { Place } from "./workbookPort";

/**
 * A sheet by its name.
 * @param context - Excel's context.
 * @param name - The sheet's name.
 * @returns The sheet; reading from it fails when it is not there.
 */
export const sheetOf = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

/**
 * The cells of a place.
 * @param context - Excel's context.
 * @param place - Sheet and cells.
 * @returns The range; reading from it fails when its sheet is not there.
 */
export const rangeOf = (context: Excel.RequestContext, { sheet, a1 }: Place): Excel.Range =>
  sheetOf(context, sheet).getRange(a1);
