/* A thread of this program that answers one question after the other; one that does not come back is ended. */
import { Worker } from "node:worker_threads";
import { UsageError } from "../usageError";

/** What a thread is begun with. */
export interface ThreadTask {
  /** One of the names of threadTasks.ts. */
  readonly task: string;
  /** Where functions.js lies. */
  readonly folder: string;
  /** What all questions have in common. */
  readonly given?: unknown;
}

/** What a thread says to a question. */
export type ThreadAnswer =
  | { readonly answer: unknown }
  /** The one who asked can put it right. */
  | { readonly problem: string }
  | { readonly failure: string };

/** What a thread says: first that questions can begin, then one answer each. */
export type ThreadWord = { readonly ready: true } | ThreadAnswer;

/** A question was not answered; the message is why, without a subject: "took more than 60 s". */
export class Unanswered extends Error {}

/** Megabytes that a thread may use. */
const MOST_MEMORY = 2_048;
/** Seconds until it must be ready; they are none of its first question's. */
const LONGEST_START = 300;

/** What became of a question. */
interface Asked {
  readonly begun: () => void;
  readonly answered: (said: ThreadAnswer) => void;
}

/** A thread, begun when it is asked first, and again after one that had to be ended. */
export class AnsweringThread<Question, Answer> {
  private worker: Worker | null = null;
  private isReady = false;
  private asked: Asked | null = null;

  /**
   * @param program - The file that runs in a thread, `dist/cli.js`.
   * @param task - What the thread does.
   * @param megabytes - The memory it may use.
   */
  constructor(
    private readonly program: string,
    private readonly task: ThreadTask,
    private readonly megabytes = MOST_MEMORY,
  ) {}

  /**
   * Asks; one question at a time.
   *
   * @param question - The question.
   * @param seconds - How long the answer may take, from when the thread is ready.
   * @returns The answer.
   * @throws {UsageError} where the question is wrong.
   * @throws {Unanswered} where it takes too long or too much memory, fails or ends; another may be asked then.
   */
  async ask(question: Question, seconds: number): Promise<Answer> {
    const said = await this.said((this.worker ??= this.begin()), question, seconds);
    if ("answer" in said) return said.answer as Answer;
    throw "problem" in said ? new UsageError(said.problem) : new Unanswered(said.failure);
  }

  /** Ends the thread. */
  end(): void {
    void this.worker?.terminate();
    this.worker = null;
    this.isReady = false;
  }

  private said(worker: Worker, question: Question, seconds: number): Promise<ThreadAnswer> {
    return new Promise((resolve) => {
      const limit = (longest: number, failure: string) =>
        setTimeout(() => {
          this.lose(failure);
        }, longest * 1000);
      let timer = limit(LONGEST_START, `did not begin within ${LONGEST_START} s`);
      const begun = () => {
        clearTimeout(timer);
        timer = limit(seconds, `took more than ${seconds} s`);
      };
      const answered = (said: ThreadAnswer) => {
        clearTimeout(timer);
        this.asked = null;
        resolve(said);
      };
      this.asked = { begun, answered };
      if (this.isReady) begun();
      worker.postMessage(question);
    });
  }

  /** The thread is of no more use, and the question has no answer. */
  private lose(failure: string): void {
    this.end();
    this.asked?.answered({ failure });
  }

  private begin(): Worker {
    const worker = new Worker(this.program, {
      workerData: { asked: this.task },
      resourceLimits: { maxOldGenerationSizeMb: this.megabytes },
      // What a function logs is no answer.
      stdout: true,
    });
    // One that has been ended concerns no one.
    worker.on("message", (said: ThreadWord) => {
      if (worker !== this.worker) return;
      if (!("ready" in said)) {
        this.asked?.answered(said);
        return;
      }
      this.isReady = true;
      this.asked?.begun();
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      const words = isMemory ? `needs more than ${this.megabytes} MB` : `failed (${error.message})`;
      if (worker === this.worker) this.lose(words);
    });
    worker.on("exit", (code) => {
      if (worker === this.worker) this.lose(`ended its thread (exit code ${code})`);
    });
    return worker;
  }
}
