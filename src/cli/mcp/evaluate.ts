/* Each call is evaluated in a thread of its own: the engine keeps formulas and names for as long as it lives. */
import { AnsweringThread, Unanswered } from "../threads/answeringThread";
import { UsageError } from "../usageError";
import type { Formulas, Outcome } from "./evaluation";
import type { NamedTable } from "./tables";

/** Evaluates formulas over tables. */
export type Evaluate = (
  tables: readonly NamedTable[],
  formulas: readonly string[],
) => Promise<Outcome[]>;

/** Seconds that the formulas of a call may take together. */
const LONGEST = 60;

/**
 * Evaluates formulas in threads.
 *
 * @param program - The file that runs in a thread, `dist/cli.js`.
 * @param folder - Where functions.js lies.
 * @returns What evaluates; it throws UsageError when formulas take too long or too much memory together.
 */
export const evaluateInThreads =
  (program: string, folder: string): Evaluate =>
  async (tables, formulas) => {
    const thread = new AnsweringThread<Formulas, Outcome[]>(program, { task: "tables", folder });
    try {
      return await thread.ask({ tables, formulas }, LONGEST);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      throw new UsageError(`a formula of the call ${error.message}; ask for less`);
    } finally {
      thread.end();
    }
  };
