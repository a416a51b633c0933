/* Reads and writes .xlsx files beside the page, so that a file that is hard to read stops nothing. */
import type { Book } from "../workbook/book";
import type { ChartPlan } from "../workbook/workbookPort";
import { readXlsx } from "../xlsx/readXlsx";
import { writeXlsx } from "../xlsx/writeXlsx";

/** What the page asks for. */
export type XlsxRequest =
  | { readonly kind: "read"; readonly file: Uint8Array }
  | { readonly kind: "write"; readonly book: Book; readonly charts: readonly ChartPlan[] };

/** What it is told. */
export type XlsxAnswer = { readonly result: unknown } | { readonly refused: string };

const answer = async (request: XlsxRequest): Promise<XlsxAnswer> => {
  try {
    const result =
      request.kind === "read"
        ? await readXlsx(request.file)
        : writeXlsx(request.book, request.charts);
    return { result };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = ({ data }: MessageEvent<XlsxRequest>) => {
  void answer(data).then((words) => {
    self.postMessage(words);
  });
};
