/* What the buttons of the bar and a dropped file do. */
import type { Spreadsheet } from "../host/spreadsheet";
import { a1Of } from "../workbook/a1";
import type { WorkbookPort } from "../workbook/workbookPort";
import { WorkbookError } from "../workbook/workbookPort";
import type { BarActions } from "./Bar";
import { openFile, saveCsv, saveXlsx } from "./files";
import type { Keeping } from "./keeping";
import type { PageState } from "./pageState";
import { words } from "./words";
import { FileRefused } from "./xlsx/zipCheck";

/** What the next page says about the file that it begins with. */
const OPENED = "rotation-opened";

/**
 * Opens a file into the page.
 *
 * @param file - What the user chose or dropped.
 * @param workbook - Where a .csv file becomes a sheet.
 * @param keeping - Begins anew with an .xlsx file.
 * @param state - What the page says.
 */
export async function openInto(
  file: File,
  workbook: WorkbookPort,
  keeping: Keeping,
  state: PageState,
): Promise<void> {
  // A dropped file comes past the button that is disabled then.
  if (state.get().readOnly) {
    state.say(words.notOpened(file.name, words.readOnly), "problem");
    return;
  }
  try {
    const opened = await openFile(file, workbook);
    if (opened.kind === "sheet") {
      state.say(opened.words);
      return;
    }
    const { dropped } = opened.book;
    sessionStorage.setItem(
      OPENED,
      dropped.length > 0 ? words.dropped(file.name, dropped) : words.opened(file.name),
    );
    await keeping.replace(opened.book);
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof WorkbookError)) throw error;
    state.say(words.notOpened(file.name, error.message), "problem");
  }
}

/**
 * What the bar does.
 *
 * @param spreadsheet - The workbook.
 * @param workbook - Its port.
 * @param keeping - The workbook that the browser keeps.
 * @param state - What the page says.
 * @returns The actions.
 */
export function barActions(
  spreadsheet: Spreadsheet,
  workbook: WorkbookPort,
  keeping: Keeping,
  state: PageState,
): BarActions {
  const earlier = sessionStorage.getItem(OPENED);
  sessionStorage.removeItem(OPENED);
  if (earlier !== null) state.say(earlier);
  const cells = () => {
    const worksheet = spreadsheet.workbook.getActiveSheet();
    const [rows, columns] = [worksheet.getLastRow() + 1, worksheet.getLastColumn() + 1];
    const sheet = worksheet.getSheetName();
    return { sheet, cells: spreadsheet.read(sheet, a1Of({ row: 1, column: 1, rows, columns })) };
  };
  return {
    open: (file) => openInto(file, workbook, keeping, state),
    save: async () => {
      try {
        state.say(await saveXlsx(spreadsheet));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        state.say(words.notSaved(error.message), "problem");
      }
    },
    saveSheet: () => {
      const shown = cells();
      saveCsv(shown.sheet, shown.cells);
    },
    clear: keeping.clear,
    takeOver: keeping.takeOver,
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
