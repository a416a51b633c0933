/* What a thread of a job does: rows come in messages, and so do answers. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { kindNamed } from "../../rows/kinds";
import { keepHeapSmall } from "./smallHeap";
import type { Answered, Asked, ThreadData } from "./threads";

/**
 * Answers rows for as long as the job asks.
 *
 * @throws {Error} where this is no thread of a job.
 */
export function serveAsThread(): void {
  const { batchSettings: settings } = workerData as ThreadData;
  const calculation = kindNamed(settings.kind)?.prepare(settings);
  if (calculation === undefined) throw new Error(`there is no kind ${settings.kind}`);
  const port = parentPort as MessagePort;
  port.on("message", ({ id, rows }: Asked) => {
    const answers = calculation.answer(rows);
    const buffers = answers.values.flatMap((values) =>
      values instanceof Float64Array ? [values.buffer as ArrayBuffer] : [],
    );
    port.postMessage({ id, answers } satisfies Answered, buffers);
    keepHeapSmall();
  });
}
