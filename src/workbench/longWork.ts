import type { Spreadsheet } from "../host/spreadsheet";
import type { PageState } from "./pageState";

/** Work that takes longer shows how far it is. */
const SHOWN_AFTER_MS = 700;

/**
 * Changes the workbook while nothing else can; it is kept when the work is done.
 *
 * @param page - The spreadsheet, and where the page says how far the work is.
 * @param work - The work; it may say how far it is.
 * @param stop - What stops it.
 * @returns What the work returns.
 */
export async function longWork<T>(
  { spreadsheet, state }: { readonly spreadsheet: Spreadsheet; readonly state: PageState },
  work: (say: (words: string) => void) => Promise<T>,
  stop?: () => void,
): Promise<T> {
  const started = performance.now();
  const show = (words: string | null) => {
    state.setWork({ words, ...(stop === undefined ? {} : { stop }) });
  };
  spreadsheet.readOnly = true;
  show(null);
  try {
    return await work((words) => {
      if (performance.now() - started >= SHOWN_AFTER_MS) show(words);
    });
  } finally {
    spreadsheet.readOnly = state.get().hold !== null;
    state.setWork(null);
  }
}
