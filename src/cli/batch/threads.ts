/* Answers by several threads of this machine. */
import { Worker } from "node:worker_threads";
import { noValues, type Answers, type Values } from "../../rows/answers";
import type { Answering } from "./inTurn";
import type { Calculation, Settings, TermRows } from "../../rows/kind";
import { divided, selected } from "./division";

/** Some rows for a thread, and its answers. */
export interface Asked {
  readonly id: number;
  readonly rows: TermRows;
}
export interface Answered {
  readonly id: number;
  readonly answers: Answers;
}

/** A thread gets the settings under this name, so that the program knows what it is. */
export interface ThreadData {
  readonly batchSettings: Settings;
}

/**
 * Starts threads.
 *
 * @param count - How many.
 * @param program - The file that a thread runs.
 * @param settings - What answers depend on.
 * @param calculation - The same calculation in this thread, which says what belongs together.
 * @returns What answers blocks.
 */
export function answeringByThreads(
  count: number,
  program: string,
  settings: Settings,
  calculation: Calculation,
): Answering {
  const threads = Array.from({ length: count }, () => new Thread(program, settings));
  return {
    // Each thread has work while a block's last part is awaited.
    ahead: 2,
    async answer(rows) {
      const parts = divided(calculation.nearness?.(rows) ?? null, rows.rows, count);
      const answers = await Promise.all(
        parts.map((part, i) => (threads[i] as Thread).answer(selected(rows, part))),
      );
      return together(calculation, rows.rows, parts, answers);
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** Answers to parts, as if there had been none. */
function together(
  { columns }: Calculation,
  rows: number,
  parts: readonly Uint32Array[],
  answers: readonly Answers[],
): Answers {
  const values = noValues(columns, rows);
  const errors: [number, string][] = [];
  for (const [i, part] of parts.entries()) {
    const { values: some, errors: words } = answers[i] as Answers;
    values.forEach((all, column) => {
      const own = some[column] as Values;
      for (let j = 0; j < part.length; j++) all[part[j] as number] = own[j] as never;
    });
    for (const [j, sentence] of words) errors.push([part[j] as number, sentence]);
  }
  return { values, errors: new Map(errors.sort(([a], [b]) => a - b)) };
}

/** Megabytes for what is just made: without a bound each thread takes 48 of them. */
const YOUNG = 6;

class Thread {
  private readonly worker: Worker;
  private readonly asked = new Map<
    number,
    { done: (answers: Answers) => void; fail: (why: Error) => void }
  >();
  private next = 0;
  private trouble: Error | null = null;

  constructor(program: string, settings: Settings) {
    const workerData: ThreadData = { batchSettings: settings };
    this.worker = new Worker(program, {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.worker.on("message", ({ id, answers }: Answered) => {
      this.asked.get(id)?.done(answers);
      this.asked.delete(id);
    });
    this.worker.on("error", (error) => {
      this.fail(error);
    });
    this.worker.on("exit", (code) => {
      this.fail(new Error(`a thread has ended with ${code}`));
    });
  }

  answer(rows: TermRows): Promise<Answers> {
    if (this.trouble !== null) return Promise.reject(this.trouble);
    return new Promise((done, fail) => {
      const id = this.next++;
      this.asked.set(id, { done, fail });
      this.worker.postMessage({ id, rows } satisfies Asked);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(why: Error): void {
    this.trouble ??= why;
    for (const { fail } of this.asked.values()) fail(this.trouble);
    this.asked.clear();
  }
}
