/* Keeps the workbook in the browser while this tab is the one that writes. */
import { bookOf } from "../host/bookOf";
import { onEdited } from "../host/edits";
import type { Spreadsheet } from "../host/spreadsheet";
import { autosave } from "./autosave";
import type { ChartStore } from "./chartStore";
import { leaveForNext, type NextPage } from "./nextPage";
import { askForWorkbook, handOver, ownWorkbook } from "./ownTab";
import type { Hold, PageState } from "./pageState";
import type { BookStore, Found } from "./store/bookStore";
import type { SavedBook } from "./store/savedBook";
import { NEW_NAME, type Version } from "./store/versions";
import { whyNot } from "./store/whyNot";
import { words } from "./words";

/** What the page does with the workbooks that the browser keeps. */
export interface Keeping {
  /** Begins with another workbook; the one before is an earlier version. */
  readonly replace: (saved: SavedBook, name: string, said: string) => Promise<void>;
  /** Begins with an empty workbook. */
  readonly clear: () => Promise<void>;
  /** Begins with an earlier version. */
  readonly restore: (version: Version) => Promise<void>;
  /** Makes the workbook as it is an earlier version and goes on with it under another name. */
  readonly setAside: (name: string) => Promise<Version | undefined>;
  /** Writes a new workbook beside the one that could not be read. */
  readonly startNew: () => void;
  /** Loads the page again. */
  readonly tryAgain: () => void;
  /** Takes the workbook from the tab that writes now, as that tab left it. */
  readonly takeOver: () => Promise<void>;
}

const EMPTY: SavedBook = { book: null, charts: [] };

/**
 * Keeps a workbook after each change, unless another tab has it or what is kept could not be read.
 *
 * @param page - The workbook, its charts and what the page says.
 * @param store - Where it is kept.
 * @param found - What was found there.
 * @param last - What the page before left.
 * @returns What the page does with what is kept.
 */
export function keepWorkbook(
  page: {
    readonly spreadsheet: Spreadsheet;
    readonly charts: ChartStore;
    readonly state: PageState;
  },
  store: BookStore,
  found: Found,
  last: NextPage,
): Keeping {
  const { spreadsheet, charts, state } = page;
  const taken = (): SavedBook => ({ book: bookOf(spreadsheet), charts: charts.plans() });
  const saver = autosave(taken, store.keep, (why) => {
    state.setUnkept(why === null ? null : why === "late" ? words.late : whyNot(why.error));
  });
  const hold = (why: Hold) => {
    spreadsheet.readOnly = true;
    state.setHold(why);
  };
  let owns = true;
  const lost = () => {
    owns = false;
    saver.stop();
    // That nothing could be read is said first.
    if (state.get().hold === null) hold({ kind: "otherTab" });
  };
  if (found.kind === "unread") hold({ kind: "unread", why: whyNot(found.error) });
  if (found.kind === "malformed") hold(found);
  void ownWorkbook(last.takeOver === true, () => {
    lost();
    state.say(words.taken, "problem");
  }).then((own) => {
    if (!own) {
      lost();
      return;
    }
    handOver(async () => {
      const kept = saver.flush();
      lost();
      state.say(words.taken, "problem");
      await kept;
    });
  });
  // What takes a while is kept when it is done: half of it would be kept again and again.
  let isOwed = false;
  const edited = () => {
    isOwed = state.get().work !== null;
    if (!isOwed) saver.changed();
  };
  onEdited(spreadsheet, edited);
  state.subscribe(() => {
    if (isOwed) edited();
  });
  charts.subscribe(saver.changed);

  let leaving = false;
  window.addEventListener("pagehide", () => void saver.flush());
  window.addEventListener("beforeunload", (event) => {
    if (state.get().unkept !== null && !leaving) event.preventDefault();
  });
  const reload = (next: NextPage) => {
    leaveForNext(next);
    leaving = true;
    saver.stop();
    location.reload();
  };
  /** What the work forgets cannot be gone back to. */
  const begin = async (work: () => Promise<Version | undefined>, said: string) => {
    if (!(await canReload())) {
      state.say(words.noServer, "problem");
      return;
    }
    if (!(await saver.flush())) {
      state.say(words.notReplaced(state.get().unkept ?? words.late), "problem");
      return;
    }
    const before = store.newest();
    let gone: Version | undefined;
    try {
      gone = await work();
    } catch (error) {
      state.say(words.notReplaced(whyNot(error)), "problem");
      return;
    }
    reload({ said, ...(before === undefined || before === gone ? {} : { undo: before }) });
  };
  return {
    replace: (saved, name, said) =>
      begin(async () => {
        await store.begin(saved, name);
        return undefined;
      }, said),
    clear: () =>
      begin(async () => {
        const malformed = found.kind === "malformed" ? store.newest() : undefined;
        await store.begin(EMPTY, NEW_NAME);
        if (malformed !== undefined) await store.forget([malformed]);
        return malformed;
      }, words.cleared),
    restore: (version) =>
      begin(async () => {
        await store.restore(version);
        return undefined;
      }, words.restored(version)),
    setAside: async (name) => {
      await saver.flush();
      const before = store.newest();
      await store.begin(taken(), name);
      return before;
    },
    startNew: () => {
      if (!owns) {
        hold({ kind: "otherTab" });
        return;
      }
      store.beginUnread();
      spreadsheet.readOnly = false;
      state.setHold(null);
    },
    tryAgain: () => {
      reload({});
    },
    takeOver: async () => {
      // The page that is loaded next reads what is kept: by then it must be all there.
      await askForWorkbook();
      reload({ takeOver: true });
    },
  };
}

/** The page can be loaded again where its server answers, or the browser has it in its cache. */
const canReload = async (): Promise<boolean> => {
  try {
    return (await fetch(location.pathname)).ok;
  } catch {
    return false;
  }
};
