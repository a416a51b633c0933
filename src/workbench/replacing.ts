/* The one question before the workbook is replaced. */
import type { WorkbookPort } from "../workbook/workbookPort";
import type { PageState, Question } from "./pageState";
import { words } from "./words";

/**
 * Asks whether the workbook may be replaced; a blank one may without a question.
 *
 * @param question - What takes its place or joins it, and the word of the button that does it.
 * @param page - The workbook, and where the question is asked.
 * @param save - Saves the workbook as a file; resolves to whether it is saved.
 * @returns Whether to go on.
 */
export async function mayReplace(
  question: Omit<Question, "save">,
  page: { readonly workbook: WorkbookPort; readonly state: PageState },
  save: () => Promise<boolean>,
): Promise<boolean> {
  if (await isBlank(page.workbook)) return true;
  const answer = await page.state.ask({
    ...question,
    about: `${question.about} ${words.staysEarlier}`,
    save: words.saveFirst,
  });
  return answer === "save" ? save() : answer === "go";
}

/**
 * Whether a workbook has nothing that could be lost.
 * @param workbook - The workbook.
 * @returns False when a cell of any sheet is not blank, or a name is defined.
 */
export async function isBlank(workbook: WorkbookPort): Promise<boolean> {
  const { sheets, tables, names } = await workbook.names();
  if (tables.length + names.length > 0) return false;
  for (const sheet of sheets) if ((await workbook.usedRange(sheet)) !== null) return false;
  return true;
}
