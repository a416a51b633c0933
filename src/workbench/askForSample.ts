/* The sample book joins the workbook that is there: the same question, and one step back. */
import { saveFirst } from "./fileCode";
import { goBackTo, type Page } from "./page";
import { isBlank, mayReplace } from "./replacing";
import { whyNot } from "./store/whyNot";
import { words } from "./words";

/**
 * Asks before the sheets of the sample book are added, and makes the workbook without them an earlier
 * version.
 *
 * @param page - The workbook, and where it is asked.
 * @returns Whether to add them.
 */
export async function askForSample(page: Page): Promise<boolean> {
  const { workbook, keeping, state } = page;
  // Where the workbook can be read only, the port says so; a blank one has nothing to go back to.
  if (state.get().hold !== null || (await isBlank(workbook))) return true;
  const question = {
    title: words.sampleTitle,
    about: words.sampleAsk,
    go: words.sampleDo,
  };
  if (!(await mayReplace(question, page, () => saveFirst(page)))) return false;
  try {
    const before = await keeping.setAside(words.sampleName);
    if (before !== undefined) {
      state.say(words.sampleSetAside, "done", goBackTo(before, keeping));
    }
    return true;
  } catch (error) {
    state.say(words.notReplaced(whyNot(error)), "problem");
    return false;
  }
}
