import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Book } from "../../src/workbook/book";

const inThread = () => new Worker(resolve(__dirname, "freshEngineWorker.js"));

/** Engines in threads of their own, one a workbook: nothing that another has cached or mended is theirs. */
export class FreshEngine {
  /** Made ready while the engine under test goes on. */
  private next = inThread();

  /**
   * Calculates a workbook from nothing.
   * @param book - The workbook.
   * @returns What its cells come to.
   */
  async calculated(book: Book): Promise<Book> {
    const worker = this.next;
    this.next = inThread();
    try {
      return await new Promise((settle, fail) => {
        worker.once("error", fail);
        worker.once("message", settle);
        worker.postMessage(book);
      });
    } finally {
      await worker.terminate();
    }
  }

  /** Ends the thread that was made ready. */
  async end(): Promise<void> {
    await this.next.terminate();
  }
}
