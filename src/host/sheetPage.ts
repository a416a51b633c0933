/* How a sheet is printed. The engine has no pages: they are kept among what it keeps for others. */
import type { IWorksheetData } from "@univerjs/core";
import type { BookSheet } from "../workbook/book";
import type { Change } from "../workbook/workbookPort";
import { groupRows } from "./rowGroups";

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
 * Gives a sheet of the engine's a page, or groups rows of it.
 * @param config - The sheet; it is changed.
 * @param change - What is done.
 */
export function layOut(
  config: IWorksheetData,
  change: Extract<Change, { readonly kind: "page" | "printArea" | "groupRows" }>,
): void {
  if (change.kind === "page") setPage(config, change.area);
  else if (change.kind === "printArea") setPage(config, change.a1);
  else groupRows(config, change.a1);
}

function setPage(config: IWorksheetData, area: string | null): void {
  const page: Page = area === null ? {} : { area };
  config.custom = { ...config.custom, page };
}
