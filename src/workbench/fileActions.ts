/* What opens and saves files, and says so: loaded when it is used first, or when the page is idle. */
import { WorkbookError } from "../workbook/workbookPort";
import { openFile, saveCsv, saveData, saveValues, saveXlsx } from "./files";
import type { Page } from "./page";
import { mayReplace } from "./replacing";
import { words } from "./words";
import { FileRefused } from "../xlsx/fileRefused";

export { saveData };

/** What of a workbook is saved as .xlsx: all of it, or its values alone. */
export type Saved = "all" | "values";

/**
 * Opens a file into the page.
 *
 * @param file - What the user chose or dropped.
 * @param page - Where a .csv file becomes a sheet, and what begins with an .xlsx file.
 */
export async function openAndSay(file: File, page: Page): Promise<void> {
  const { workbook, keeping, state } = page;
  // A dropped file comes past the button that is disabled then.
  const { hold } = state.get();
  if (hold !== null) {
    state.say(words.notOpened(file.name, words.holds(hold)), "problem");
    return;
  }
  try {
    const opened = await openFile(file, workbook);
    if (opened.kind === "sheet") {
      state.say(opened.words);
      return;
    }
    const question = {
      title: words.replaceTitle,
      about: words.openAsk(file.name),
      go: words.openDo,
    };
    if (!(await mayReplace(question, page, () => saveAndSay(page)))) return;
    const { dropped, charts = [], ...book } = opened.book;
    await keeping.replace(
      { book, charts },
      file.name,
      dropped.length > 0 ? words.dropped(file.name, dropped) : words.opened(file.name),
    );
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof WorkbookError)) throw error;
    state.say(words.notOpened(file.name, error.message), "problem");
  }
}

/**
 * Saves the workbook as a file and says so.
 *
 * @param page - The workbook, and where it is said.
 * @param saved - What is saved of it.
 * @returns Whether it is saved.
 */
export async function saveAndSay(
  { spreadsheet, charts, state }: Page,
  saved: Saved = "all",
): Promise<boolean> {
  const save = saved === "all" ? saveXlsx : saveValues;
  try {
    state.say(await save(spreadsheet, charts.plans()));
    return true;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    state.say(words.notSaved(error.message), "problem");
    return false;
  }
}

/**
 * Saves the sheet that is shown as .csv and says so.
 * @param page - The workbook, and where it is said.
 */
export function saveSheetAndSay({ spreadsheet, state }: Page): void {
  try {
    state.say(saveCsv(spreadsheet));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    state.say(words.notSaved(error.message), "problem");
  }
}
