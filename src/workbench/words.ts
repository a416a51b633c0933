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
  row: "Row",
  tableOf: (sheet: string) => `Sheet ${sheet} as a table`,
  tableCut: (rows: number, columns: number) =>
    `Only the first ${rows} rows and ${columns} columns are shown.`,
  opened: (file: string) => `Opened ${file}.`,
  dropped: (file: string, what: readonly string[]) =>
    `Opened ${file}. Not taken over: ${what.join("; ")}.`,
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
