/* The sheet "Data": two spread histories in a table, their gap beside it, and what they say. */
import type { SpreadRow } from "../calc/series/spreadRow";
import { a1Of, bodyOf, cellA1, rectangleOf, type Rectangle } from "../workbook/a1";
import type { Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { WorkbookError } from "../workbook/workbookPort";
import { DATA_NAMES, DATA_TABLE } from "./dataNames";
import { HISTORY_ROWS, historyAnswer, historyFigures } from "./historyFigures";
import { DAY, SPREAD } from "./look";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

/** What the sheet is made of. */
export interface SpreadHistories {
  /** One line that says what the numbers are and where they come from. */
  readonly about: string;
  /** Oldest first. */
  readonly rows: readonly SpreadRow[];
}

const [ABOUT, ANSWER, TOP] = [2, 3, 4];
const HEADINGS = ["Date", "MBS spread (bp)", "Corporate spread (bp)"];
/** Columns, from 1: the table, the gap with its dates beside it, what it says, and the workings of that. */
const [GAP_DATE, GAP, HISTORY, CHECKS, WORKINGS, KEYS] = [5, 6, 8, 12, 16, 19];
const WIDTHS = [12, 19, 25, 2, 12, 10, 2, 34, 26, 8, 2, 30, 26, 60, 3, 16, 14, 3, 16];

const cell = (row: number, column: number) => cellA1(row, column);
const cellsOf = (row: readonly [number, number | null, number | null]) =>
  row.map((value) => value ?? "");

/**
 * The changes that add the sheet.
 *
 * The gap stands beside the table, because a formula cannot spill inside one. Its formula takes the
 * columns by their names, so that a row that is added later moves everything.
 *
 * @param sheet - The new sheet's name.
 * @param histories - What it holds.
 * @returns Changes, in order.
 */
function dataSheet(sheet: string, { about, rows }: SpreadHistories): Change[] {
  const table = a1Of({ row: TOP, column: 1, rows: rows.length + 1, columns: HEADINGS.length });
  const { text, values, formula, style } = sheetWriter(sheet);
  const first = (column: number) => cell(TOP + 1, column);
  const { dates, mbs, corporate } = DATA_NAMES;
  return [
    { kind: "addSheet", name: sheet },
    text(cell(1, 1), "Spread histories"),
    style(cell(1, 1), "title"),
    text(cell(ABOUT, 1), about),
    style(cell(ABOUT, 1), "note"),
    values(table, [HEADINGS, ...rows.map((row) => cellsOf([row.date, row.mbs, row.corporate]))]),
    ...tableFormats(sheet, table),
    { kind: "addTable", name: DATA_TABLE, sheet, a1: table },
    ...columnNames(sheet, table),
    text(cell(TOP, GAP_DATE), "Date"),
    text(cell(TOP, GAP), "Gap (bp)"),
    ...gapFormats(sheet, table),
    formula(first(GAP_DATE), `=${dates}`),
    formula(first(GAP), `=RV.SPREADGAP(${mbs},${corporate})`),
    ...historyFigures(sheet, TOP, { figures: HISTORY, workings: WORKINGS, keys: KEYS }),
    formula(cell(ANSWER, 1), historyAnswer(TOP, WORKINGS)),
    style(cell(ANSWER, 1), "answer"),
    text(cell(TOP, CHECKS), "Checks of the inputs"),
    formula(first(CHECKS), `=RV.CHECKINPUTS(${DATA_TABLE},"history")`),
    ...[
      [1, 3],
      [GAP_DATE, 2],
      [CHECKS, 3],
    ].map(([column = 0, columns = 0]) =>
      style(a1Of({ row: TOP, column, rows: 1, columns }), "heading"),
    ),
    style(a1Of({ row: TOP, column: 2, rows: 1, columns: 2 }), "numberHeading"),
    style(cell(TOP, GAP), "numberHeading"),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: TOP, columns: 1 },
    { kind: "page", sheet, area: printed(table) },
  ];
}

/** What is printed: all but the workings. */
const printed = (table: string): string =>
  a1Of({ row: 1, column: 1, rows: bottomOf(table), columns: WORKINGS - 2 });

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @param histories - What it holds.
 * @returns The name of the sheet.
 * @throws WorkbookError when the workbook has such a table already.
 */
export async function addDataSheet(
  workbook: WorkbookPort,
  histories: SpreadHistories,
): Promise<string> {
  const sheet = freeName("Data", (await workbook.names()).sheets);
  await refuseSecondData(workbook);
  await workbook.change(dataSheet(sheet, histories));
  return sheet;
}

/**
 * What the sheet says of its numbers: where they come from, or that they are made up.
 *
 * @param workbook - The workbook.
 * @returns The line above the table; "" when there is none.
 */
export async function readAbout(workbook: WorkbookPort): Promise<string> {
  const place = await workbook.findTable(DATA_TABLE);
  if (place === null) return "";
  const table = rectangleOf(place.a1);
  const row = table.row - (TOP - ABOUT);
  if (row < 1) return "";
  const a1 = cellA1(row, table.column);
  const [[about = ""] = []] = await workbook.read({ sheet: place.sheet, a1 });
  return String(about);
}

/**
 * Refuses a second table of histories: the names can stand for one only.
 * @param workbook - The workbook.
 */
async function refuseSecondData(workbook: WorkbookPort): Promise<void> {
  const place = await workbook.findTable(DATA_TABLE);
  if (place === null) return;
  throw new WorkbookError(
    `this workbook has the table ${DATA_TABLE} already, on sheet ${place.sheet}: add rows to it, or delete that sheet first`,
    "ItemAlreadyExists",
  );
}

/** The names of the table's columns and of the gap, over as many rows as the table has. */
function columnNames(sheet: string, table: string): Change[] {
  const name = (wanted: string, a1: string): Change => ({
    kind: "defineName",
    name: wanted,
    sheet,
    a1,
  });
  return [
    name(DATA_NAMES.dates, bodyColumn(table, 0)),
    name(DATA_NAMES.mbs, bodyColumn(table, 1)),
    name(DATA_NAMES.corporate, bodyColumn(table, 2)),
    name(DATA_NAMES.gap, gapColumn(table, GAP)),
  ];
}

function bodyColumn(table: string, offset: number): string {
  const body = rectangleOf(bodyOf(table));
  return a1Of({ ...body, column: body.column + offset, columns: 1 });
}

function bottomOf(table: string): number {
  const { row, rows } = rectangleOf(table);
  return Math.max(row + rows - 1, TOP + HISTORY_ROWS);
}

const gapColumn = (table: string, column: number): string =>
  a1Of({ ...rectangleOf(bodyOf(table)), column, columns: 1 });

const tableFormats = (sheet: string, table: string): Change[] => [
  { kind: "numberFormat", sheet, a1: bodyColumn(table, 0), format: DAY.format },
  { kind: "numberFormat", sheet, a1: bodyColumn(table, 1), format: SPREAD.format },
  { kind: "numberFormat", sheet, a1: bodyColumn(table, 2), format: SPREAD.format },
];
const gapFormats = (sheet: string, table: string): Change[] => [
  { kind: "numberFormat", sheet, a1: gapColumn(table, GAP_DATE), format: "yyyy-mm-dd" },
  { kind: "numberFormat", sheet, a1: gapColumn(table, GAP), format: "0.0" },
];

/**
 * Of rows below a table alone: the others are as the user wants them, and the engine takes a spill back where
 * its cells are written to.
 */
function newRowFormats(sheet: string, old: Rectangle, rows: number): Change[] {
  if (rows <= 0) return [];
  const below = a1Of({ ...old, row: old.row + old.rows - 1, rows: rows + 1 });
  return [...tableFormats(sheet, below), ...gapFormats(sheet, below)];
}

/**
 * The changes that put other histories in place of those of the table.
 *
 * @param table - Where the table stands.
 * @param table.sheet - On which sheet.
 * @param table.a1 - In which cells, with its heading.
 * @param histories - What it holds then; rows of the old table below are blank.
 * @returns Changes, in order.
 */
export function replaceRows({ sheet, a1 }: Place, { about, rows }: SpreadHistories): Change[] {
  const old = rectangleOf(a1);
  const body = Math.max(old.rows - 1, rows.length);
  const next = a1Of({ ...old, rows: rows.length + 1 });
  const cells = Array.from({ length: body }, (_, i) => {
    const row = rows[i];
    return row === undefined ? ["", "", ""] : cellsOf([row.date, row.mbs, row.corporate]);
  });
  const place = { ...old, row: old.row + 1, rows: body, columns: HEADINGS.length };
  return [
    { kind: "values", sheet, a1: cell(old.row - (TOP - ABOUT), old.column), values: [[about]] },
    { kind: "values", sheet, a1: a1Of(place), values: cells },
    ...newRowFormats(sheet, old, rows.length - (old.rows - 1)),
    { kind: "resizeTable", name: DATA_TABLE, sheet, a1: next },
    ...columnNames(sheet, next),
    { kind: "printArea", sheet, a1: printed(next) },
  ];
}

/**
 * The changes that put rows at the end of the table, or over rows of the same date.
 *
 * @param table - Where the table stands.
 * @param table.sheet - On which sheet.
 * @param table.a1 - In which cells, with its heading.
 * @param rows - Rows after the last date, oldest first.
 * @param revised - Rows to write over, with their number in the table from 0.
 * @returns Changes, in order.
 */
export function appendRows(
  { sheet, a1 }: Place,
  rows: readonly SpreadRow[],
  revised: readonly { readonly at: number; readonly row: SpreadRow }[],
): Change[] {
  const old = rectangleOf(a1);
  const write = (at: number, count: number, those: readonly SpreadRow[]): Change => ({
    kind: "values",
    sheet,
    a1: a1Of({ row: at, column: old.column, rows: count, columns: HEADINGS.length }),
    values: those.map((row) => cellsOf([row.date, row.mbs, row.corporate])),
  });
  const changes = revised.map(({ at, row }) => write(old.row + 1 + at, 1, [row]));
  if (rows.length === 0) return changes;
  const grown = a1Of({ ...old, rows: old.rows + rows.length });
  return [
    ...changes,
    write(old.row + old.rows, rows.length, rows),
    ...newRowFormats(sheet, old, rows.length),
    { kind: "resizeTable", name: DATA_TABLE, sheet, a1: grown },
    ...columnNames(sheet, grown),
    { kind: "printArea", sheet, a1: printed(grown) },
  ];
}
