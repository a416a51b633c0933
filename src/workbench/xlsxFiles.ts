/* The page's side of the worker: one file at a time, with a limit of time. */
import type { Book, OpenedBook } from "../workbook/book";
import type { ChartPlan } from "../workbook/workbookPort";
import type { XlsxAnswer, XlsxRequest } from "./xlsxWorker";
import { FileRefused } from "../xlsx/fileRefused";
import { LIMITS } from "../xlsx/zipCheck";

/**
 * Reads an .xlsx file in a worker.
 *
 * @param file - Its bytes.
 * @returns The workbook, and what was not taken over.
 * @throws {FileRefused} when it is no workbook, beyond a limit, or takes longer than 20 s.
 */
export const openXlsx = (file: Uint8Array): Promise<OpenedBook> =>
  inWorker({ kind: "read", file }) as Promise<OpenedBook>;

/**
 * Writes an .xlsx file in a worker.
 *
 * @param book - The workbook.
 * @param charts - Its charts.
 * @returns The bytes of the file.
 */
export const makeXlsx = (
  book: Book,
  charts: readonly ChartPlan[],
): Promise<Uint8Array<ArrayBuffer>> =>
  inWorker({ kind: "write", book, charts }) as Promise<Uint8Array<ArrayBuffer>>;

function inWorker(request: XlsxRequest): Promise<unknown> {
  const worker = new Worker(
    /* webpackChunkName: "xlsxWorker" */ new URL("./xlsxWorker.ts", import.meta.url),
  );
  return new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new FileRefused(`the file took longer than ${LIMITS.seconds} s; it is not opened`));
    }, LIMITS.seconds * 1000);
    worker.onmessage = ({ data }: MessageEvent<XlsxAnswer>) => {
      clearTimeout(timer);
      if ("refused" in data) reject(new FileRefused(data.refused));
      else resolve(data.result);
    };
    worker.onerror = ({ message }) => {
      clearTimeout(timer);
      reject(new FileRefused(`the file could not be read (${message})`));
    };
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
}
