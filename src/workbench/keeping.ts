/* Keeps the workbook in the browser while this tab is the one that writes. */
import { bookOf } from "../host/bookOf";
import type { Spreadsheet } from "../host/spreadsheet";
import type { Book } from "../workbook/book";
import type { WorkbookPort } from "../workbook/workbookPort";
import { autosave } from "./autosave";
import type { ChartStore } from "./chartStore";
import { askForWorkbook, handOver, ownWorkbook } from "./ownTab";
import type { PageState } from "./pageState";
import { forgetBook, keepBook } from "./savedBook";
import { words } from "./words";

/** What the page does with the workbook that the browser keeps. */
export interface Keeping {
  /** Begins anew with a workbook from a file. */
  readonly replace: (book: Book) => Promise<void>;
  /** Begins anew with an empty workbook. */
  readonly clear: () => Promise<void>;
  /** Takes the workbook from the tab that writes now, as that tab left it. */
  readonly takeOver: () => Promise<void>;
}

/** Set for the page that is loaded next: it takes the workbook over. */
const TAKE_OVER = "rotation-take-over";

/**
 * Keeps a workbook after each change, unless another tab has it.
 *
 * @param spreadsheet - The workbook.
 * @param workbook - Its port.
 * @param charts - Its charts.
 * @param state - What the page says.
 * @returns What the page does with what is kept.
 */
export function keepWorkbook(
  spreadsheet: Spreadsheet,
  workbook: WorkbookPort,
  charts: ChartStore,
  state: PageState,
): Keeping {
  const saver = autosave(
    () => ({ book: bookOf(spreadsheet), charts: charts.plans() }),
    keepBook,
    (error) => {
      state.say(words.notKept(String(error)), "problem");
    },
  );
  const onlyRead = () => {
    saver.stop();
    spreadsheet.readOnly = true;
    state.setReadOnly(true);
  };
  const lost = () => {
    onlyRead();
    state.say(words.taken, "problem");
  };
  const wanted = sessionStorage.getItem(TAKE_OVER) !== null;
  sessionStorage.removeItem(TAKE_OVER);
  void ownWorkbook(wanted, lost).then((own) => {
    if (!own) {
      onlyRead();
      return;
    }
    handOver(async () => {
      const kept = saver.flush();
      lost();
      await kept;
    });
  });
  void workbook.onChanged(saver.changed);
  charts.subscribe(saver.changed);
  window.addEventListener("pagehide", () => void saver.flush());
  const reload = () => {
    saver.stop();
    location.reload();
  };
  return {
    replace: async (book) => {
      await keepBook({ book, charts: [] });
      reload();
    },
    clear: async () => {
      saver.stop();
      await forgetBook();
      reload();
    },
    takeOver: async () => {
      // The page that is loaded next reads what is kept: by then it must be all there.
      await askForWorkbook();
      sessionStorage.setItem(TAKE_OVER, "yes");
      reload();
    },
  };
}
