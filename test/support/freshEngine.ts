import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Book } from "../../src/workbook/book";

/** Engines in a thread of their own: caches and repairs of the engine under test are not theirs. */
export class FreshEngine {
  private readonly worker = new Worker(resolve(__dirname, "freshEngineWorker.js"));

  /**
   * Calculates a workbook from nothing.
   * @param book - The workbook.
   * @returns What its cells come to; a workbook without a formula never answers.
   */
  calculated(book: Book): Promise<Book> {
    return this.ask<Book>("book", book);
  }

  /**
   * Loads a workbook and calculates it.
   * @param book - The workbook.
   * @returns What the engine holds then, by its own snapshot.
   */
  facts(book: Book): Promise<string[]> {
    return this.ask<string[]>("facts", book);
  }

  private ask<T>(wanted: "book" | "facts", book: Book): Promise<T> {
    return new Promise((settle, fail) => {
      this.worker.once("error", fail);
      this.worker.once("message", (answer: T) => {
        this.worker.off("error", fail);
        settle(answer);
      });
      this.worker.postMessage({ wanted, book });
    });
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
