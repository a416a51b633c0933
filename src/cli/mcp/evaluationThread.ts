/* Each call is evaluated in a thread of its own: the engine keeps formulas and names for as long as it lives. */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadBundle } from "../bundle";
import { UsageError } from "../usageError";
import { evaluateAll, type Outcome } from "./evaluation";
import type { NamedTable } from "./tables";

/** What a thread is asked. */
interface Asked {
  readonly tables: readonly NamedTable[];
  readonly formulas: readonly string[];
  /** Where functions.js lies. */
  readonly folder: string;
}

/** What it answers: outcomes, or why there are none. */
type Answer = { readonly outcomes: Outcome[] } | { readonly problem: string };

/** Evaluates formulas over tables. */
export type Evaluate = (
  tables: readonly NamedTable[],
  formulas: readonly string[],
) => Promise<Outcome[]>;

/** Milliseconds that the formulas of a call may take together, and megabytes. */
const [LONGEST, MOST_MEMORY] = [60_000, 2_048];

/**
 * Evaluates formulas in threads.
 *
 * @param program - The file that runs in a thread, `dist/cli.js`.
 * @param folder - Where functions.js lies.
 * @returns What evaluates; it throws UsageError when formulas take too long or too much memory together.
 */
export const evaluateInThreads =
  (program: string, folder: string): Evaluate =>
  (tables, formulas) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, {
        workerData: { evaluation: { tables, formulas, folder } satisfies Asked },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
        // What a function logs is no answer.
        stdout: true,
      });
      const timer = setTimeout(() => {
        end(() => {
          reject(new UsageError(`the formulas took more than ${LONGEST / 1000} s; ask for less`));
        });
      }, LONGEST);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        void worker.terminate();
        settle();
      };
      worker.once("message", (answer: Answer) => {
        end(() => {
          if ("outcomes" in answer) resolve(answer.outcomes);
          else reject(new UsageError(answer.problem));
        });
      });
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        end(() => {
          reject(
            isMemory
              ? new UsageError(`the formulas need more than ${MOST_MEMORY} MB; ask for less`)
              : error,
          );
        });
      });
    });

/**
 * Answers what this thread was asked.
 *
 * @returns When the answer is on its way; at once where this is no such thread.
 */
export async function answerAsThread(): Promise<void> {
  const { evaluation } = (workerData ?? {}) as { evaluation?: Asked };
  if (isMainThread || parentPort === null || evaluation === undefined) return;
  parentPort.postMessage(await answerOf(evaluation));
}

async function answerOf({ tables, formulas, folder }: Asked): Promise<Answer> {
  try {
    return { outcomes: await evaluateAll(loadBundle(folder), tables, formulas) };
  } catch (error) {
    if (error instanceof UsageError) return { problem: error.message };
    throw error;
  }
}
