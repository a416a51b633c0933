/* What the buttons of the bar and a dropped file do. */
import type { CellTable } from "../host/runtime/cellValue";
import { a1Of } from "../workbook/a1";
import { saveFirst, withFiles } from "./fileCode";
import type { NextPage } from "./nextPage";
import { goBackTo, type Page } from "./page";
import { mayReplace } from "./replacing";
import type { Version } from "./store/versions";
import { whyNot } from "./store/whyNot";
import { words } from "./words";

/** What the bar does. */
export interface BarActions {
  readonly open: (file: File) => Promise<void>;
  readonly save: () => Promise<void>;
  /** A copy without formulas; the workbook stays as it is. */
  readonly saveValues: () => Promise<void>;
  readonly saveSheet: () => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly takeOver: () => Promise<void>;
  /** Loads the page again, to read what is kept. */
  readonly tryAgain: () => void;
  /** Writes a new workbook beside the one that could not be read. */
  readonly startNew: () => void;
  /** Saves what is kept and is no workbook. */
  readonly saveData: () => Promise<void>;
  readonly clearMalformed: () => Promise<void>;
  readonly earlier: () => Promise<readonly Version[]>;
  readonly restore: (version: Version) => Promise<void>;
  readonly forgetEarlier: () => Promise<void>;
  /** The sheet that is shown, from A1 on. */
  readonly cells: () => { readonly sheet: string; readonly cells: CellTable };
}

/**
 * Says what the page before left to say, with what undoes it.
 *
 * @param last - What it left.
 * @param page - Where it is said.
 */
export function sayFromLast({ said, undo }: NextPage, { keeping, state }: Page): void {
  if (said !== undefined) state.say(said, "done", undo && goBackTo(undo, keeping));
}

/**
 * What the bar does.
 *
 * @param page - What it acts on.
 * @returns The actions.
 */
export function barActions(page: Page): BarActions {
  const { spreadsheet, keeping, store, state } = page;
  const cells = () => {
    const worksheet = spreadsheet.workbook.getActiveSheet();
    const [rows, columns] = [worksheet.getLastRow() + 1, worksheet.getLastColumn() + 1];
    const sheet = worksheet.getSheetName();
    return { sheet, cells: spreadsheet.read(sheet, a1Of({ row: 1, column: 1, rows, columns })) };
  };
  /** Whether what is kept, and is no workbook, is a file now. */
  const keepData = async (data: unknown): Promise<boolean> =>
    (await withFiles(state, ({ saveData }) => {
      saveData(data);
      return true;
    })) === true;
  return {
    open: async (file) => {
      await withFiles(state, ({ openAndSay }) => openAndSay(file, page));
    },
    save: async () => {
      await saveFirst(page);
    },
    saveValues: async () => {
      await withFiles(state, ({ saveAndSay }) => saveAndSay(page, "values"));
    },
    saveSheet: async () => {
      await withFiles(state, ({ saveSheetAndSay }) => {
        saveSheetAndSay(page);
      });
    },
    clear: async () => {
      const question = {
        title: words.replaceTitle,
        about: words.clearAbout,
        go: words.clearDo,
      };
      if (await mayReplace(question, page, () => saveFirst(page))) await keeping.clear();
    },
    clearMalformed: async () => {
      const { hold } = state.get();
      if (hold?.kind !== "malformed") return;
      const answer = await state.ask({
        title: words.replaceTitle,
        about: `${words.clearAbout} ${words.clearMalformed}`,
        go: words.clearDo,
        save: words.saveFirst,
      });
      if (answer === "cancel") return;
      if (answer === "save" && !(await keepData(hold.data))) return;
      await keeping.clear();
    },
    saveData: async () => {
      const { hold } = state.get();
      if (hold?.kind === "malformed") await keepData(hold.data);
    },
    startNew: keeping.startNew,
    tryAgain: keeping.tryAgain,
    takeOver: keeping.takeOver,
    earlier: () => store.earlier(),
    restore: keeping.restore,
    forgetEarlier: async () => {
      try {
        await store.forget(await store.earlier());
        state.say(words.forgotten);
      } catch (error) {
        state.say(words.earlierUnread(whyNot(error)), "problem");
      }
    },
    cells,
  };
}

/**
 * Takes files that are dropped on an element.
 *
 * @param target - The element.
 * @param open - Opens one file; several are opened one after the other.
 */
export function acceptDrops(target: HTMLElement, open: (file: File) => Promise<void>): void {
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
  target.addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  target.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void files.reduce((before, file) => before.then(() => open(file)), Promise.resolve());
  });
}
