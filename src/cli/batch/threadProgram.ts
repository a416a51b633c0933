/* What a thread of a job does: the same program, but that rows come in messages. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { kindNamed } from "../../rows/kinds";
import type { Answered, Asked, ThreadData } from "./threads";

/**
 * Answers rows where this is a thread of a job.
 *
 * @returns Whether it is one.
 */
export function servesAsThread(): boolean {
  const { batchSettings: settings } = (workerData ?? {}) as Partial<ThreadData>;
  const port = parentPort;
  if (isMainThread || port === null || settings === undefined) return false;
  const calculation = kindNamed(settings.kind)?.prepare(settings);
  if (calculation === undefined) return false;
  port.on("message", ({ id, rows }: Asked) => {
    const answers = calculation.answer(rows);
    const buffers = answers.values.flatMap((values) =>
      values instanceof Float64Array ? [values.buffer as ArrayBuffer] : [],
    );
    port.postMessage({ id, answers } satisfies Answered, buffers);
  });
  return true;
}
