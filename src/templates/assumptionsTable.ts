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
import {
  WorkbookError,
  type CellValue,
  type Place,
  type WorkbookPort,
  type Write,
} from "../workbook/workbookPort";

/** The table as it stood when it was read. */
export interface OpenTable extends EnteredAssumptions {
  readonly place: Place;
  /** With the heading. */
  readonly cells: readonly (readonly CellValue[])[];
}

/**
 * Reads the assumptions table of a workbook.
 *
 * @param workbook - The workbook.
 * @returns The table, or null when the workbook has none.
 */
export async function openTable(workbook: WorkbookPort): Promise<OpenTable | null> {
  const place = await workbook.findTable(TABLE_NAME);
  if (place === null) return null;
  const cells = await workbook.read(place);
  return { place, cells, ...readTable(cells) };
}

/**
 * Adds the assumptions table on a sheet of its own.
 *
 * @param workbook - The workbook.
 * @param entered - Values that differ from the defaults, by key.
 * @returns The table.
 * @throws WorkbookError when the name RV_Assumptions is taken by something else.
 */
export async function addTable(
  workbook: WorkbookPort,
  entered: ReadonlyMap<string, AssumptionValue>,
): Promise<OpenTable> {
  const { sheets, names } = await workbook.names();
  if (names.some((name) => sameName(name, TABLE_NAME))) {
    throw new WorkbookError(
      `the name ${TABLE_NAME} is taken by a defined name: delete or rename it in the Name Manager, then try again`,
      "ItemAlreadyExists",
    );
  }
  const cells = newTable(entered);
  const sheet = freeSheetName(sheets);
  const a1 = a1Of({ row: 1, column: 1, rows: cells.length, columns: cells[0]?.length ?? 0 });
  await workbook.addTable(TABLE_NAME, { sheet, a1, values: cells });
  return reopened(workbook);
}

/**
 * Writes edited values into the table, in one step.
 *
 * A key that the table does not have is added below it. Nothing else of the table is touched.
 *
 * @param workbook - The workbook.
 * @param before - The table as the user saw it when editing.
 * @param edits - New values in library units by key; null sets a key back to its default.
 * @returns The table as it stands then.
 * @throws WorkbookError "Conflict" when an edited cell was changed in the sheet meanwhile; nothing
 * is written then.
 */
export async function saveEdits(
  workbook: WorkbookPort,
  before: OpenTable,
  edits: ReadonlyMap<string, AssumptionValue | null>,
): Promise<OpenTable> {
  const now = await reopened(workbook);
  refuseConflicts(before, now, [...edits.keys()]);
  const table = rectangleOf(now.place.a1);
  const writes: Write[] = [];
  const added: CellValue[][] = [];
  for (const [key, value] of edits) {
    const entry = keyNamed(key);
    const row = rowOf(now.cells, key);
    if (row < 0) {
      added.push(tableRow(entry, value).slice(0, table.columns));
      continue;
    }
    const cell = (column: number, content: CellValue): Write => ({
      sheet: now.place.sheet,
      a1: a1Of({ row: table.row + row, column: table.column + column, rows: 1, columns: 1 }),
      values: [[content]],
    });
    writes.push(cell(VALUE_COLUMN, value ?? entry.default ?? ""));
    if (table.columns > SOURCE_COLUMN) {
      writes.push(cell(SOURCE_COLUMN, value === null ? entry.source : ENTERED));
    }
  }
  if (added.length > 0) {
    const below = { ...table, row: table.row + table.rows, rows: added.length };
    writes.push({ sheet: now.place.sheet, a1: a1Of(below), values: added });
    await refuseOccupied(workbook, { sheet: now.place.sheet, a1: a1Of(below) });
  }
  await workbook.write(writes);
  if (added.length > 0) {
    const a1 = a1Of({ ...table, rows: table.rows + added.length });
    await workbook.resizeTable(TABLE_NAME, { sheet: now.place.sheet, a1 });
  }
  return reopened(workbook);
}

async function reopened(workbook: WorkbookPort): Promise<OpenTable> {
  const table = await openTable(workbook);
  if (table !== null) return table;
  throw new WorkbookError(
    `the table ${TABLE_NAME} is not there any more: it was renamed or deleted; undo that in the sheet, or add the table again`,
    "ItemNotFound",
  );
}

function refuseConflicts(before: OpenTable, now: OpenTable, keys: readonly string[]): void {
  const held = (table: OpenTable, key: string) =>
    table.cells[rowOf(table.cells, key)]?.[VALUE_COLUMN];
  const changed = keys.filter((key) => held(before, key) !== held(now, key));
  if (changed.length === 0) return;
  const words = changed
    .map((key) => `${key} is now ${String(held(now, key) ?? "gone")}`)
    .join(", ");
  throw new WorkbookError(
    `changed in the sheet since it was read: ${words}; nothing was written. Read the workbook again, then enter your value`,
    "Conflict",
  );
}

async function refuseOccupied(workbook: WorkbookPort, place: Place): Promise<void> {
  const cells = await workbook.read(place);
  if (cells.flat().every((cell) => cell === "")) return;
  throw new WorkbookError(
    `the cells ${place.a1} below the table are not empty, and new keys need them: move what stands there, then try again`,
    "NonBlankCell",
  );
}

/** "Assumptions", or with a number when the workbook has such a sheet already. */
function freeSheetName(sheets: readonly string[]): string {
  const taken = (name: string) => sheets.some((sheet) => sameName(sheet, name));
  if (!taken("Assumptions")) return "Assumptions";
  let number = 2;
  while (taken(`Assumptions ${number}`)) number++;
  return `Assumptions ${number}`;
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
