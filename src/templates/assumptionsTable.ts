/* The sheet "Assumptions" with the table RV_Assumptions, written through the port. */
import { keyNamed } from "../assumptions/assumptions";
import type { EnteredAssumptions } from "../assumptions/assumptions";
import type { AssumptionValue } from "../assumptions/keys";
import {
  ENTERED,
  newTable,
  readTable,
  rowOf,
  SOURCE_COLUMN,
  TABLE_NAME,
  tableRow,
  VALUE_COLUMN,
} from "../assumptions/table";
import { a1Of, rectangleOf } from "../workbook/a1";
import { freeName, sameName } from "./names";
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

/** What an edit makes of a key: a value in library units, or null for the default. */
export type Edits = ReadonlyMap<string, AssumptionValue | null>;

/** A cell that the user edits here and somebody changed in the sheet. */
export interface Conflict {
  readonly key: string;
  /** What the sheet holds now; null when the key is gone from it. */
  readonly theirs: CellValue | null;
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
  return reopened(workbook, name);
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
  const values = a1Of({ row: 2, column: VALUE_COLUMN + 1, rows: cells.length - 1, columns: 1 });
  return [
    { kind: "addSheet", name: sheet },
    { kind: "values", sheet, a1, values: cells },
    { kind: "addTable", name, sheet, a1 },
    { kind: "style", sheet, a1: a1Of({ row: 1, column: 1, rows: 1, columns }), style: "heading" },
    { kind: "style", sheet, a1: values, style: "input" },
    ...dateRows(cells).map((row): Change => ({
      kind: "numberFormat",
      sheet,
      a1: a1Of({ row, column: VALUE_COLUMN + 1, rows: 1, columns: 1 }),
      format: "yyyy-mm-dd",
    })),
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: 1, columns: 1 },
  ];
}

/** The rows, from 1, whose value is a date. */
const dateRows = (cells: readonly (readonly CellValue[])[]): number[] =>
  cells.flatMap(([, , unit], i) => (unit === "date" ? [i + 1] : []));

/**
 * The edited cells that somebody changed in the sheet since it was read.
 *
 * @param before - The table as the user saw it when editing.
 * @param now - The table as it stands.
 * @param edits - The edits.
 * @returns One conflict a key.
 */
function conflictsOf(before: OpenTable, now: OpenTable, edits: Edits): Conflict[] {
  const held = (table: OpenTable, key: string) =>
    table.cells[rowOf(table.cells, key)]?.[VALUE_COLUMN] ?? null;
  return [...edits.keys()]
    .filter((key) => held(before, key) !== held(now, key))
    .map((key) => ({ key, theirs: held(now, key) }));
}

/**
 * Writes edited values into the table, in one step.
 *
 * A key that the table does not have is added below it. Nothing else of the table is touched.
 *
 * @param workbook - The workbook.
 * @param before - The table as the user saw it when editing.
 * @param edits - The edits.
 * @param source - What the column Source says of them.
 * @returns The table as it stands then; or what was changed meanwhile, and then nothing is written.
 */
export async function saveEdits(
  workbook: WorkbookPort,
  before: OpenTable,
  edits: Edits,
  source = ENTERED,
): Promise<{ readonly table: OpenTable } | { readonly conflicts: readonly Conflict[] }> {
  const now = await reopened(workbook, before.name);
  const conflicts = conflictsOf(before, now, edits);
  if (conflicts.length > 0) return { conflicts };
  const { sheet } = now.place;
  const table = rectangleOf(now.place.a1);
  const changes: Change[] = [];
  const added: CellValue[][] = [];
  for (const [key, value] of edits) {
    const entry = keyNamed(key);
    const row = rowOf(now.cells, key);
    if (row < 0) {
      added.push(tableRow(entry, value).slice(0, table.columns));
      continue;
    }
    const cell = (column: number, content: CellValue): Change => ({
      kind: "values",
      sheet,
      a1: a1Of({ row: table.row + row, column: table.column + column, rows: 1, columns: 1 }),
      values: [[content]],
    });
    changes.push(cell(VALUE_COLUMN, value ?? entry.default ?? ""));
    if (table.columns > SOURCE_COLUMN) {
      changes.push(cell(SOURCE_COLUMN, value === null ? entry.source : source));
    }
  }
  if (added.length > 0) {
    const below = a1Of({ ...table, row: table.row + table.rows, rows: added.length });
    await refuseOccupied(workbook, { sheet, a1: below });
    changes.push(
      { kind: "values", sheet, a1: below, values: added },
      {
        kind: "resizeTable",
        name: before.name,
        sheet,
        a1: a1Of({ ...table, rows: table.rows + added.length }),
      },
    );
  }
  await workbook.change(changes);
  return { table: await reopened(workbook, before.name) };
}

/**
 * Writes a table of an older layout anew, in one step.
 *
 * @param workbook - The workbook.
 * @param table - The table as it was read.
 * @param cells - Its rows in today's layout, at least as many and as wide.
 * @returns The table as it stands then.
 * @throws WorkbookError when the cells that it grows into are not empty.
 */
export async function renewTable(
  workbook: WorkbookPort,
  table: OpenTable,
  cells: readonly (readonly CellValue[])[],
): Promise<OpenTable> {
  const { sheet, a1 } = table.place;
  const old = rectangleOf(a1);
  const grown = { ...old, rows: cells.length, columns: cells[0]?.length ?? 0 };
  const right = {
    ...grown,
    column: old.column + old.columns,
    columns: grown.columns - old.columns,
  };
  const below = { ...grown, row: old.row + old.rows, rows: grown.rows - old.rows };
  for (const room of [right, below]) {
    if (room.rows > 0 && room.columns > 0) {
      await refuseOccupied(workbook, { sheet, a1: a1Of(room) });
    }
  }
  await workbook.change([
    { kind: "values", sheet, a1: a1Of(grown), values: cells },
    { kind: "resizeTable", name: table.name, sheet, a1: a1Of(grown) },
  ]);
  return reopened(workbook, table.name);
}

/**
 * The sets of assumptions that a workbook holds.
 *
 * @param workbook - The workbook.
 * @returns The names of their tables, the base set first.
 */
export async function setNames(workbook: WorkbookPort): Promise<string[]> {
  const { tables } = await workbook.names();
  const others = tables.filter((name) =>
    name.toLowerCase().startsWith(`${TABLE_NAME}_`.toLowerCase()),
  );
  return [...tables.filter((name) => sameName(name, TABLE_NAME)), ...others];
}

/**
 * The name of a set's table.
 *
 * @param set - What the user calls the set, for example "bull".
 * @returns For example "RV_Assumptions_bull".
 * @throws WorkbookError when Excel allows no such name.
 */
export function setTableName(set: string): string {
  const word = set.trim();
  if (/^[\p{L}\p{N}_]{1,40}$/u.test(word)) return `${TABLE_NAME}_${word}`;
  throw new WorkbookError(
    `the set is called "${word.slice(0, 60)}"; up to 40 letters, digits and underscores were expected`,
    "InvalidArgument",
  );
}

async function reopened(workbook: WorkbookPort, name: string): Promise<OpenTable> {
  const table = await openTable(workbook, name);
  if (table !== null) return table;
  throw new WorkbookError(
    `the table ${name} is not there any more: it was renamed or deleted; undo that in the sheet, or add the table again`,
    "ItemNotFound",
  );
}

async function refuseOccupied(workbook: WorkbookPort, place: Place): Promise<void> {
  const cells = await workbook.read(place);
  if (cells.flat().every((cell) => cell === "")) return;
  throw new WorkbookError(
    `the cells ${place.a1} beside the table are not empty, and it needs them: move what stands there, then try again`,
    "NonBlankCell",
  );
}
