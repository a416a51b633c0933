/* What the threads of the command line do; each has an engine of its own. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { loadBundle } from "../bundle";
import { UsageError } from "../usageError";
import type { ThreadAnswer, ThreadTask, ThreadWord } from "./answeringThread";

/** Answers a question. */
type Answering = (question: never) => Promise<unknown>;
type Task = (task: ThreadTask) => Promise<Answering>;

/** By name; each is loaded by the thread that needs it. */
const TASKS: ReadonlyMap<string, Task> = new Map<string, Task>([
  ["batch", async () => (await import("../batch/answeringBatch")).answeringBatch],
  [
    "formulas",
    async ({ folder, given }) => {
      const { evaluatingFormulas } = await import("../evaluatingFormulas");
      return evaluatingFormulas(loadBundle(folder), given as never);
    },
  ],
  [
    "tables",
    async ({ folder }) => {
      const { evaluatingTables } = await import("../mcp/evaluation");
      return evaluatingTables(loadBundle(folder));
    },
  ],
  [
    "workbook",
    async ({ folder }) => {
      const { recalculating } = await import("../recalc/recalculating");
      return recalculating(loadBundle(folder));
    },
  ],
]);

/**
 * Answers what this thread is asked, for as long as it lives, where it is one of these.
 */
export function answerAsThread(): void {
  const { asked } = (workerData ?? {}) as { asked?: ThreadTask };
  const port = parentPort;
  if (isMainThread || port === null || asked === undefined) return;
  const begin = TASKS.get(asked.task);
  if (begin === undefined) throw new Error(`there is no task ${asked.task}`);
  const begun = begin(asked);
  const say = (word: ThreadWord) => {
    port.postMessage(word);
  };
  void begun.then(
    () => {
      say({ ready: true });
    },
    // Its failure is that of the first question.
    () => undefined,
  );
  port.on("message", (question: unknown) => {
    void answerOf(begun, question).then(say);
  });
}

async function answerOf(begun: Promise<Answering>, question: unknown): Promise<ThreadAnswer> {
  try {
    return { answer: await (await begun)(question as never) };
  } catch (error) {
    if (error instanceof UsageError) return { problem: error.message };
    return { failure: `failed (${error instanceof Error ? error.message : String(error)})` };
  }
}
