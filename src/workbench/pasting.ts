/* A text that is pasted into the grid: read, then written slice by slice, with news and a way to stop; its undo. */
import { SHEET_LIMITS } from "../workbook/limits";
import { readRecords } from "../data/records";
import { takePastes } from "../host/clipboard";
import { undoInTurns } from "../host/longUndo";
import { pasteCells, type Paste, type Texts, widthOf } from "../host/pastedCells";
import { type CellRange, selectedCells } from "../host/selectedCells";
import { keepSheetEnd } from "../host/sheetEnd";
import type { Spreadsheet } from "../host/spreadsheet";
import { typingLocale } from "../host/typedText";
import { a1Of, type Rectangle } from "../workbook/a1";
import { longWork } from "./longWork";
import type { PageState } from "./pageState";
import { words } from "./words";

/**
 * Pastes texts, and large tables from elsewhere, as if each cell had been typed.
 *
 * @param spreadsheet - The spreadsheet of the page.
 * @param state - Where the page says what it does.
 * @param language - The page's language, such as `de-DE`.
 */
export function pasteTexts(spreadsheet: Spreadsheet, state: PageState, language: string): void {
  const locale = typingLocale(language);
  takePastes(spreadsheet, async (text, withoutLooks) => {
    const selected = selectedCells(spreadsheet);
    if (selected === null) return false;
    const texts = await textsOf(text);
    const target = targetOf(selected.range, texts);
    if (isMerged(spreadsheet, target)) return false;
    if (isBeyond(target)) {
      state.say(words.pastedBeyond(a1Of(target), SHEET_LIMITS), "problem");
      return true;
    }
    const isDone = await write(spreadsheet, state, {
      sheet: selected.sheet,
      texts,
      target,
      locale,
    });
    if (!isDone) state.say(words.pasteStopped);
    else if (withoutLooks) state.say(words.pastedPlain);
    return true;
  });
  keepSheetEnd(spreadsheet, () => {
    state.say(words.beyondSheet(SHEET_LIMITS), "problem");
  });
  undoInTurns(spreadsheet, (work) =>
    longWork({ spreadsheet, state }, (say) =>
      work((share) => {
        say(words.undoing(share));
      }),
    ),
  );
}

/** Writes while nothing else can; false when it was stopped. */
async function write(spreadsheet: Spreadsheet, state: PageState, paste: Paste): Promise<boolean> {
  const stopping = new AbortController();
  const work = (say: (words: string) => void) =>
    pasteCells(spreadsheet, paste, {
      signal: stopping.signal,
      onRows: (rows) => {
        say(words.pasting(rows, paste.target.rows));
      },
    });
  try {
    await longWork({ spreadsheet, state }, work, () => {
      stopping.abort();
    });
    return true;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    return false;
  }
}

/** The texts of the cells; quotes stand around a cell that holds tabs, line ends or quotes. */
async function textsOf(text: string): Promise<Texts> {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const records: string[][] = [];
  const problems = new Set<string>();
  await readRecords(plain, "\t", {}, (record, problem) => {
    records.push(record);
    if (problem !== null) problems.add(problem);
  });
  return problems.size === 0 ? records : plain.split("\n").map((line) => line.split("\t"));
}

/** The whole selection where the texts go into it a whole number of times, else their own size. */
function targetOf(range: CellRange, texts: Texts): Rectangle {
  const [rows, columns] = [texts.length, widthOf(texts)];
  const [height, width] = [
    range.endRow - range.startRow + 1,
    range.endColumn - range.startColumn + 1,
  ];
  const isRepeated = height % rows === 0 && width % columns === 0;
  return {
    row: range.startRow + 1,
    column: range.startColumn + 1,
    ...(isRepeated ? { rows: height, columns: width } : { rows, columns }),
  };
}

const isBeyond = ({ row, column, rows, columns }: Rectangle): boolean =>
  row + rows - 1 > SHEET_LIMITS.rows || column + columns - 1 > SHEET_LIMITS.columns;

/** Merged cells are left to the engine, which knows when they can take a paste. */
function isMerged(spreadsheet: Spreadsheet, { row, column, rows, columns }: Rectangle): boolean {
  const merged = spreadsheet.workbook.getActiveSheet().getSheet().getMergeData();
  return merged.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow < row - 1 + rows &&
      endRow >= row - 1 &&
      startColumn < column - 1 + columns &&
      endColumn >= column - 1,
  );
}
