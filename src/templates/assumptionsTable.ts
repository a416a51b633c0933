/* The sheet "Assumptions" with the table RV_Assumptions, written through the port. */
import { sameName } from "../workbook/sameName";
import type { EnteredAssumptions } from "../assumptions/assumptions";
import {
  AS_OF_COLUMN,
  newTable,
  readTable,
  SOURCE_COLUMN,
  TABLE_NAME,
  VALUE_COLUMN,
} from "../assumptions/table";
import { a1Of, cellA1 } from "../workbook/a1";
import { ILLUSTRATIVE } from "./illustrative";
import { DAY, KEY, SPREAD } from "./look";
import { freeName } from "./names";
import { cellOf, columnsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type Place,
  type WorkbookPort,
} from "../workbook/workbookPort";

/** The table as it stood when it was read. */
export interface OpenTable extends EnteredAssumptions {
  readonly name: string;
  readonly place: Place;
  /** With the heading. */
  readonly cells: readonly (readonly CellValue[])[];
}

/**
 * Reads an assumptions table of a workbook.
 *
 * @param workbook - The workbook.
 * @param name - The table's name; the base set when it is left out.
 * @returns The table, or null when the workbook has none.
 */
export async function openTable(
  workbook: WorkbookPort,
  name = TABLE_NAME,
): Promise<OpenTable | null> {
  const place = await workbook.findTable(name);
  if (place === null) return null;
  const cells = await workbook.read(place);
  return { name, place, cells, ...readTable(cells) };
}

/**
 * Adds an assumptions table on a sheet of its own.
 *
 * @param workbook - The workbook.
 * @param cells - The table with its heading.
 * @param name - The table's name; the base set when it is left out.
 * @returns The table.
 * @throws WorkbookError when the name is taken by something else.
 */
export async function addTable(
  workbook: WorkbookPort,
  cells: readonly (readonly CellValue[])[] = newTable(new Map()),
  name = TABLE_NAME,
): Promise<OpenTable> {
  const { sheets, names, tables } = await workbook.names();
  if ([...names, ...tables].some((taken) => sameName(taken, name))) {
    throw new WorkbookError(
      `the name ${name} is taken in this workbook: delete or rename what has it in the Name Manager, then try again`,
      "ItemAlreadyExists",
    );
  }
  const sheet = freeName(name.replace(TABLE_NAME, "Assumptions").replace("_", " "), sheets);
  await workbook.change(tableSheet(sheet, name, cells));
  return reopenTable(workbook, name);
}

/** Where the parts of the sheet stand: the words of each key, and the table with its heading. */
const [TITLE, ANSWER, NOTE, TOP] = [1, 2, 3, 5];
const [LABELS, KEYS] = [1, 2];
/** Widths in characters: the words, then the table's columns. */
const WIDTHS = [52, 18, 12, 28, 10, 10, 112, 12];
const SAID =
  "Type over the cells in blue, rates and shares as 3.59%; a blank cell takes the default that its source names.";

function tableSheet(
  sheet: string,
  name: string,
  cells: readonly (readonly CellValue[])[],
): Change[] {
  const { text, formula, style, format } = sheetWriter(sheet);
  const all = { row: TOP, column: KEYS, rows: cells.length, columns: cells[0]?.length ?? 0 };
  const a1 = a1Of(all);
  const body = (column: number) => columnsOf(all, column, 1);
  const key = `INDEX(${name},ROW()-${TOP},1)`;
  return [
    { kind: "addSheet", name: sheet },
    text(cellA1(TITLE, 1), name === TABLE_NAME ? "Assumptions" : sheet),
    style(cellA1(TITLE, 1), "title"),
    formula(
      cellA1(ANSWER, 1),
      `=COUNTIF(INDEX(${name},0,${SOURCE_COLUMN + 1}),"${ILLUSTRATIVE}*")&" of "&ROWS(${name})&" rows are examples: put your own in their place."`,
    ),
    style(cellA1(ANSWER, 1), "answer"),
    text(cellA1(NOTE, 1), SAID),
    style(cellA1(NOTE, 1), "note"),
    { kind: "values", sheet, a1, values: cells },
    { kind: "addTable", name, sheet, a1 },
    text(cellA1(TOP, LABELS), "Assumption"),
    style(a1Of({ ...all, column: LABELS, rows: 1, columns: all.columns + 1 }), "heading"),
    // By the row: rows of the table come and go without the cells beside it.
    ...cells
      .slice(1)
      .map((_, i) =>
        formula(cellA1(TOP + 1 + i, LABELS), `=IFERROR(RV.ASSUMPTION(${key},${key},"label"),"")`),
      ),
    style(body(0), KEY),
    style(body(VALUE_COLUMN), "input"),
    format(body(AS_OF_COLUMN), DAY.format),
    ...cells.slice(1).flatMap(([, , unit], i) => {
      const shown = formatOf(String(unit));
      return shown === null
        ? []
        : NUMBERS.map((column) => format(cellOf(all, 1 + i, column), shown));
    }),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: TOP, columns: LABELS },
    {
      kind: "page",
      sheet,
      area: a1Of({
        ...all,
        row: 1,
        column: 1,
        rows: TOP + cells.length - 1,
        columns: all.columns + 1,
      }),
    },
  ];
}

/** The columns that are numbers of a row's unit: value, low and high. */
const NUMBERS = [VALUE_COLUMN, VALUE_COLUMN + 2, VALUE_COLUMN + 3];
/** How numbers of a unit are shown; null as they are typed. */
function formatOf(unit: string): string | null {
  if (unit === "date") return DAY.format;
  if (/\bdecimal\b/.test(unit)) return "0.00%";
  return unit === "bp" ? SPREAD.format : null;
}

/**
 * Reads a table that was there before.
 *
 * @param workbook - The workbook.
 * @param name - The table's name.
 * @returns The table.
 * @throws WorkbookError when it is gone.
 */
export async function reopenTable(workbook: WorkbookPort, name: string): Promise<OpenTable> {
  const table = await openTable(workbook, name);
  if (table !== null) return table;
  throw new WorkbookError(
    `the table ${name} is not there any more: it was renamed or deleted; undo that in the sheet, or add the table again`,
    "ItemNotFound",
  );
}
