import type { RuleStudy } from "../../calc/backtest/ruleStudy";
import type { LongWork } from "../../data/slicedWork";
import { WorkbookError } from "../../workbook/workbookPort";
import type { StudyNews, StudyRequest } from "./studyWorker";

/**
 * Studies a rule in a worker.
 *
 * @param address - The worker's script.
 * @param request - The spreads, the rule and what it has to stand up to.
 * @param options - News and a way to stop.
 * @returns What came of it.
 * @throws WorkbookError with the words of what the data or the rule lack; the signal's reason when it
 *   was stopped.
 */
export function runStudy(
  address: string,
  request: StudyRequest,
  { signal, onProgress }: LongWork,
): Promise<RuleStudy> {
  const worker = new Worker(address);
  return new Promise<RuleStudy>((resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    worker.onmessage = ({ data }: MessageEvent<StudyNews>) => {
      if ("share" in data) onProgress?.(data.share);
      else if ("study" in data) resolve(data.study);
      else reject(new WorkbookError(data.refused, "InvalidArgument"));
    };
    worker.onerror = ({ message }) => {
      reject(new Error(`the backtest stopped: ${message}`));
    };
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
}
