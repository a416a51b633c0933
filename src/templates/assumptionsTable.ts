/* The sheet "Assumptions" with the table RV_Assumptions, written through the port. */
import { sameName } from "../workbook/sameName";
import type { EnteredAssumptions } from "../assumptions/assumptions";
import { AS_OF_COLUMN, newTable, readTable, TABLE_NAME, VALUE_COLUMN } from "../assumptions/table";
import { a1Of, cellA1 } from "../workbook/a1";
import { freeName } from "./names";
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

/** Widths of the table's columns in characters. */
const WIDTHS = [22, 12, 18, 8, 8, 48, 12];

function tableSheet(
  sheet: string,
  name: string,
  cells: readonly (readonly CellValue[])[],
): Change[] {
  const columns = cells[0]?.length ?? 0;
  const a1 = a1Of({ row: 1, column: 1, rows: cells.length, columns });
  const ofColumn = (column: number) =>
    a1Of({ row: 2, column: column + 1, rows: cells.length - 1, columns: 1 });
  const [values, days] = [ofColumn(VALUE_COLUMN), ofColumn(AS_OF_COLUMN)];
  return [
    { kind: "addSheet", name: sheet },
    { kind: "values", sheet, a1, values: cells },
    { kind: "addTable", name, sheet, a1 },
    { kind: "style", sheet, a1: a1Of({ row: 1, column: 1, rows: 1, columns }), style: "heading" },
    { kind: "style", sheet, a1: values, style: "input" },
    ...[...dateRows(cells).map((row) => cellA1(row, VALUE_COLUMN + 1)), days].map((a1): Change => ({
      kind: "numberFormat",
      sheet,
      a1,
      format: "yyyy-mm-dd",
    })),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: 1, columns: 1 },
    { kind: "page", sheet, area: null },
  ];
}

/** The rows, from 1, whose value is a date. */
const dateRows = (cells: readonly (readonly CellValue[])[]): number[] =>
  cells.flatMap(([, , unit], i) => (unit === "date" ? [i + 1] : []));

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
