/* What is written into an assumptions table that the workbook has. */
import { keyNamed } from "../assumptions/assumptions";
import type { AssumptionValue } from "../assumptions/keys";
import { ENTERED, rowOf, SOURCE_COLUMN, tableRow, VALUE_COLUMN } from "../assumptions/table";
import { a1Of, below, cellA1, rectangleOf } from "../workbook/a1";
import { needRoom } from "../workbook/needRoom";
import type { CellValue, Change, WorkbookPort } from "../workbook/workbookPort";
import { reopenTable, type OpenTable } from "./assumptionsTable";

/** What an edit makes of a key: a value in library units, or null for the default. */
export type Edits = ReadonlyMap<string, AssumptionValue | null>;

/** A cell that the user edits here and somebody changed in the sheet. */
export interface Conflict {
  readonly key: string;
  /** What the sheet holds now; null when the key is gone from it. */
  readonly theirs: CellValue | null;
}

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
 * @returns The table as it stands then, and what was changed meanwhile: where anything was, nothing is
 *   written.
 */
export async function saveEdits(
  workbook: WorkbookPort,
  before: OpenTable,
  edits: Edits,
  source = ENTERED,
): Promise<{ readonly table: OpenTable; readonly conflicts: readonly Conflict[] }> {
  const now = await reopenTable(workbook, before.name);
  const conflicts = conflictsOf(before, now, edits);
  if (conflicts.length > 0) return { table: now, conflicts };
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
      a1: cellA1(table.row + row, table.column + column),
      values: [[content]],
    });
    changes.push(cell(VALUE_COLUMN, value ?? entry.default ?? ""));
    if (table.columns > SOURCE_COLUMN) {
      changes.push(cell(SOURCE_COLUMN, value === null ? entry.source : source));
    }
  }
  if (added.length > 0) {
    const room = below(now.place.a1, added.length);
    await needRoom(workbook, before.name, { sheet, a1: room });
    changes.push(
      { kind: "values", sheet, a1: room, values: added },
      {
        kind: "resizeTable",
        name: before.name,
        sheet,
        a1: a1Of({ ...table, rows: table.rows + added.length }),
      },
    );
  }
  await workbook.change(changes);
  return { table: await reopenTable(workbook, before.name), conflicts };
}

/**
 * Writes a table of an older layout again, in one step.
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
      await needRoom(workbook, table.name, { sheet, a1: a1Of(room) });
    }
  }
  await workbook.change([
    { kind: "values", sheet, a1: a1Of(grown), values: cells },
    { kind: "resizeTable", name: table.name, sheet, a1: a1Of(grown) },
  ]);
  return reopenTable(workbook, table.name);
}
