/* How a sheet is printed. The engine has no pages: they are kept among what it keeps for others. */
import type { IWorksheetData } from "@univerjs/core";
import type { BookSheet } from "../workbook/book";

type Page = NonNullable<BookSheet["page"]>;

/**
 * What a sheet of the engine's says of its page.
 * @param config - The sheet.
 * @returns Its page, or nothing.
 */
export function pageOf({ custom }: Pick<IWorksheetData, "custom">): Pick<BookSheet, "page"> {
  const page = custom?.["page"] as Page | undefined;
  return page === undefined ? {} : { page };
}

/**
 * Gives a sheet of the engine's a page.
 * @param config - The sheet; it is changed.
 * @param area - The cells that are printed; null for all.
 */
export function setPage(config: IWorksheetData, area: string | null): void {
  const page: Page = area === null ? {} : { area };
  config.custom = { ...config.custom, page };
}
