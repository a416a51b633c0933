/* Loads what opens and saves files, and says so where it does not come. */
import type * as FileActions from "./fileActions";
import type { Page } from "./page";
import type { PageState } from "./pageState";
import { words } from "./words";

/** @returns What opens and saves files; the second time at once. */
export const loadFileActions = (): Promise<typeof FileActions> =>
  import(/* webpackChunkName: "files" */ "./fileActions");

/**
 * Does something with files. Where the code for it cannot be loaded, that is said, with a button that tries
 * again: this waits for it.
 *
 * @param state - Where it is said.
 * @param use - What is done.
 * @returns What came of it; null when the code did not come and no one tried again.
 */
export async function withFiles<Result>(
  state: PageState,
  use: (actions: typeof FileActions) => Result | Promise<Result>,
): Promise<Result | null> {
  let actions: typeof FileActions | undefined;
  while (actions === undefined) {
    try {
      actions = await loadFileActions();
    } catch (error) {
      console.info(words.partMissing(words.fileCode), error);
      if (!(await triesAgain(state))) return null;
    }
  }
  return use(actions);
}

/** Whether the button is pressed; false once the page no longer says it. */
function triesAgain(state: PageState): Promise<boolean> {
  return new Promise((resolve) => {
    const run = () => {
      resolve(true);
      state.quiet();
    };
    state.say(words.partMissing(words.fileCode), "problem", { words: words.tryAgain, run });
    const { notice } = state.get();
    const stop = state.subscribe(() => {
      if (state.get().notice === notice) return;
      stop();
      resolve(false);
    });
  });
}

/**
 * Saves the workbook as a file before something else takes its place.
 *
 * @param page - The workbook, and where it is said.
 * @returns Whether it is saved.
 */
export const saveFirst = async (page: Page): Promise<boolean> =>
  (await withFiles(page.state, ({ saveAndSay }) => saveAndSay(page))) === true;
