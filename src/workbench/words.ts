/* Every text of the page around the pane, in English. */
import { columnLetters } from "../workbook/a1";
import type { Hold } from "./pageState";

/** A time as a person says it; 0 is not known. */
const savedAt = (saved: number): string =>
  saved === 0
    ? "by an earlier release"
    : new Date(saved).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** Why the workbook can be read only. */
function holds(hold: Hold): string {
  switch (hold.kind) {
    case "otherTab":
      return "This workbook is open in another tab of this browser. Here it can be read, not changed.";
    case "unread":
      return `The workbook that this browser keeps could not be read: ${hold.why}. It is not changed. If you start a new one, it stays under Earlier versions.`;
    case "malformed":
      return `What this browser keeps is no workbook that can be shown: ${hold.why}. It is not changed.`;
  }
}

/** The texts of the page. */
export const words = {
  title: "Rotation workbench",
  tools: "Workbook",
  open: "Open …",
  openAbout: "An .xlsx workbook replaces this one; a .csv file becomes a new sheet.",
  save: "Save .xlsx",
  saveValues: "Save values .xlsx",
  saveValuesAbout:
    "The sheets as they look, without formulas: for Excel without the add-in, LibreOffice and Gnumeric.",
  saveSheet: "Save sheet .csv",
  table: "View as table",
  clear: "Clear",
  replaceTitle: "Begin with another workbook?",
  clearAbout: "The page begins with an empty workbook.",
  openAsk: (file: string) => `${file} takes the place of this workbook.`,
  sampleTitle: "Add the sample book?",
  sampleName: "Sample book",
  sampleAsk: "The sheets of the sample book are added to this workbook.",
  staysEarlier: "The one you have now stays in this browser, under Earlier versions.",
  clearDo: "Clear",
  openDo: "Open",
  sampleDo: "Add",
  saveFirst: "Save first",
  undo: "Undo",
  cleared: "This is an empty workbook.",
  sampleSetAside: "The workbook without the sample book is an earlier version now.",
  earlier: "Earlier versions",
  earlierAbout:
    "What this browser keeps beside the workbook that is shown: the version before it, older ones, and workbooks that were replaced; five at most.",
  earlierNone: "There is no earlier version yet.",
  earlierWhen: "Kept",
  earlierName: "Workbook",
  earlierUnread: (why: string) => `The earlier versions could not be read: ${why}.`,
  restore: "Restore",
  restoreOf: (name: string, when: string) => `Restore ${name}, ${when}`,
  restored: ({ name, saved }: { readonly name: string; readonly saved: number }) =>
    `This is ${name} as it was kept ${savedAt(saved)}.`,
  forgetEarlier: "Forget all of them",
  forgetSure: "Yes, forget them: this cannot be undone",
  forgotten: "The earlier versions are forgotten.",
  savedAt,
  cancel: "Cancel",
  close: "Close",
  about: "About this spreadsheet",
  aboutEngine: (engine: {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
  }) =>
    `This page is not Excel: ${engine.name} ${engine.version} (${engine.licence}) calculates, with repairs of its defects. The RV functions are the same as in Excel.`,
  aboutCorpus: (corpus: {
    readonly formulas: number;
    readonly right: number;
    readonly wrong: number;
    readonly measured: string;
  }) =>
    `Of ${corpus.formulas} plain formulas on which other spreadsheets agree, or which Microsoft's documentation decides, ${corpus.right} (${((100 * corpus.right) / corpus.formulas).toFixed(1)}%) come out right and ${corpus.wrong} show another value; the others are errors. Measured ${corpus.measured}.`,
  aboutLimits: "What it does otherwise than Excel",
  limit: "Limit",
  reason: "Reason",
  row: "Row",
  tableOf: (sheet: string) => `Sheet ${sheet} as a table`,
  tableCut: (rows: number, columns: number) =>
    `Only the first ${rows} rows and ${columns} columns are shown.`,
  opened: (file: string) => `Opened ${file}.`,
  dropped: (file: string, what: readonly string[]) =>
    `Opened ${file}. Not as in the file: ${what.join("; ")}.`,
  openedSheet: (file: string, sheet: string, facts: readonly string[]) =>
    [`Opened ${file} as sheet ${sheet}.`, ...facts.map((fact) => `${fact}.`)].join(" "),
  notOpened: (file: string, why: string) =>
    `Not opened: ${why.startsWith(file) ? why : `${file}: ${why}`}`.replace(/\.?$/, "."),
  notSaved: (why: string) => `Not saved: ${why}.`,
  unknownFile: "it must be an .xlsx or .csv file",
  saved: (file: string, formulas: number, lost: readonly string[]) =>
    [
      `Saved ${file}.`,
      ...(lost.length === 0 ? [] : [`Not as here: ${lost.join("; ")}.`]),
      ...(formulas === 0
        ? []
        : [
            "Its RV functions are spelled as Excel is believed to spell them; that has not been checked in an Excel yet. Every cell has its value.",
          ]),
    ].join(" "),
  savedValues: (file: string, lost: readonly string[]) =>
    [
      `Saved ${file}: values, looks and charts, no formulas.`,
      ...(lost.length === 0 ? [] : [`Not as here: ${lost.join("; ")}.`]),
    ].join(" "),
  savedSheet: (
    file: string,
    { rows, columns, days }: { rows: number; columns: number; days: number },
  ) =>
    `Saved ${file}: ${rows} rows and ${columns} columns of values, no formulas` +
    (days === 0 ? "." : `; ${days} dates as days such as 2026-01-15.`),
  pasting: (rows: number, all: number) =>
    `Pasting: ${rows.toLocaleString("en")} of ${all.toLocaleString("en")} rows.`,
  undoing: (share: number) => `Undo or redo of many cells: ${Math.floor(100 * share)}% done.`,
  stop: "Stop",
  period: (years: 0 | 1 | 5) => (years === 0 ? "All" : `${years}y`),
  chartPeriod: (years: 0 | 1 | 5, title: string) =>
    `${years === 0 ? "All" : `${years}y`}: ${title}`,
  removeChart: (title: string) => `Remove the chart ${title}`,
  pasteStopped: "Stopped: nothing was pasted.",
  pastedPlain:
    "Pasted the values alone: fonts, colors and number formats of more than 2,000 cells from elsewhere are left out.",
  pastedBeyond: (a1: string, last: { readonly rows: number; readonly columns: number }) =>
    `Nothing was pasted: it would fill ${a1}, and a sheet must end at row ${last.rows.toLocaleString("en")} and column ${columnLetters(last.columns)}.`,
  beyondSheet: (last: { readonly rows: number; readonly columns: number }) =>
    `Nothing was changed: a sheet must end at row ${last.rows.toLocaleString("en")} and column ${columnLetters(last.columns)}.`,
  unkept: (why: string) =>
    `Not kept: ${why}. Save the workbook as a file before you close this page.`,
  late: "the browser's storage does not answer",
  notReplaced: (why: string) =>
    `Nothing was replaced, because this browser could not keep it: ${why}.`,
  noServer:
    "Nothing was replaced: the server of this page does not answer, and the page begins with another workbook by loading again. Start the server (npm start), then try again.",
  tryAgain: "Try again",
  bar: "The bar",
  pane: "The pane",
  chartsPart: "What draws the charts",
  fileCode: "What reads and writes files",
  partMissing: (name: string) =>
    `${name} could not be loaded. Look whether this page's server can be reached, then try again; after an update of the page, reload it.`,
  startNew: "Start a new workbook",
  saveData: "Save its data as a file",
  clearMalformed: "What could not be shown is forgotten.",
  holds,
  takeOver: "Take over",
  taken: "Another tab has taken this workbook over. Here it can be read, not changed.",
} as const;
