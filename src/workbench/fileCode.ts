/* Loads what opens and saves files, and says so where it does not come. */
import type * as FileActions from "./fileActions";
import type { Page } from "./page";
import type { PageState } from "./pageState";
import { words } from "./words";

/** @returns What opens and saves files; the second time at once. */
export const loadFileActions = (): Promise<typeof FileActions> =>
  import(/* webpackChunkName: "files" */ "./fileActions");

/**
 * Does something with files.
 *
 * @param state - Where it is said that the code for it could not be loaded, with a button that tries again.
 * @param use - What is done.
 * @returns What came of it; null when the code could not be loaded.
 */
export async function withFiles<Result>(
  state: PageState,
  use: (actions: typeof FileActions) => Result | Promise<Result>,
): Promise<Result | null> {
  let actions: typeof FileActions;
  try {
    actions = await loadFileActions();
  } catch (error) {
    console.info(words.partMissing(words.fileCode), error);
    state.say(words.partMissing(words.fileCode), "problem", {
      words: words.tryAgain,
      run: () => {
        state.quiet();
        void withFiles(state, use);
      },
    });
    return null;
  }
  return use(actions);
}

/**
 * Saves the workbook as a file before something else takes its place.
 *
 * @param page - The workbook, and where it is said.
 * @returns Whether it is saved.
 */
export const saveFirst = async (page: Page): Promise<boolean> =>
  (await withFiles(page.state, ({ saveAndSay }) => saveAndSay(page))) === true;
