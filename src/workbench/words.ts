/* Every text of the page around the pane, in English. */

/** The texts of the page. */
export const words = {
  title: "Rotation workbench",
  tools: "Workbook",
  open: "Open …",
  openAbout: "An .xlsx workbook replaces this one; a .csv file becomes a new sheet.",
  save: "Save .xlsx",
  saveSheet: "Save sheet .csv",
  table: "View as table",
  clear: "Clear",
  clearAsk: "Forget this workbook? It is kept in this browser only; save it first to keep it.",
  clearDo: "Forget it",
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
  openedSheet: (file: string, sheet: string) => `Opened ${file} as sheet ${sheet}.`,
  notOpened: (file: string, why: string) =>
    `Not opened: ${why.startsWith(file) ? why : `${file}: ${why}`}`.replace(/\.?$/, "."),
  notSaved: (why: string) => `Not saved: ${why}.`,
  unknownFile: "an .xlsx or .csv file was expected",
  saved: (file: string, formulas: number) =>
    formulas === 0
      ? `Saved ${file}.`
      : `Saved ${file}. Its RV functions are spelled as Excel is believed to spell them; that has not been checked in an Excel yet. Every cell has its value.`,
  notKept: (why: string) =>
    `This browser does not keep the workbook (${why}): save it as a file before you close the page.`,
  readOnly:
    "This workbook is open in another tab of this browser. Here it can be read, not changed.",
  takeOver: "Take over",
  taken: "Another tab has taken this workbook over. Here it can be read, not changed.",
} as const;
