/* What is pasted into the grid of a page from elsewhere. */
import { ISheetClipboardService } from "@univerjs/preset-sheets-core";
import type { Spreadsheet } from "./spreadsheet";

/** Cells that were copied in this page: the engine knows them, with their formulas and looks. */
const COPIED_HERE = /data-copy-id="/;

/** More cells than this take the engine too long, which asks the browser for the look of each. */
const MOST_WITH_LOOKS = 2_000;

/**
 * Takes over pastes of plain text, and of tables from elsewhere that are too large for the engine. Its
 * own way makes a table in the page of a text, and reads `1-3` as a day of this year.
 *
 * @param spreadsheet - The spreadsheet of the page.
 * @param take - Is given the text, and whether looks stay behind; it answers whether it has taken it.
 */
export function takePastes(
  spreadsheet: Spreadsheet,
  take: (text: string, withoutLooks: boolean) => Promise<boolean>,
): void {
  const clipboard = spreadsheet.service(ISheetClipboardService);
  const ownPaste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = async (html, text, files) => {
    const isOurs = !spreadsheet.readOnly && !files && isPlainHere(html, text);
    if (!isOurs || !(await take(text ?? "", Boolean(html)))) return ownPaste(html, text, files);
    // What the engine offers to paste in another way is of the paste before.
    clipboard.updatePasteOptionsCache(null);
    clipboard.setShowMenu(false);
    return true;
  };
}

function isPlainHere(html: string | undefined, text: string | undefined): boolean {
  if (!text) return false;
  return !html || (!COPIED_HERE.test(html) && text.split(/[\t\n]/).length > MOST_WITH_LOOKS);
}
