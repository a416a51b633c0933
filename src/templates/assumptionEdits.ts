/* What is written into an assumptions table that the workbook has. */
import { keyNamed } from "../assumptions/assumptions";
import type { AssumptionValue } from "../assumptions/keys";
import { isLevel } from "../assumptions/levelKeys";
import {
  AS_OF_COLUMN,
  ENTERED,
  rowOf,
  SOURCE_COLUMN,
  tableRow,
  VALUE_COLUMN,
} from "../assumptions/table";
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
 * @param keys - What is edited.
 * @returns One conflict a key.
 */
function conflictsOf(before: OpenTable, now: OpenTable, keys: Iterable<string>): Conflict[] {
  const held = (table: OpenTable, key: string) =>
    table.cells[rowOf(table.cells, key)]?.[VALUE_COLUMN] ?? null;
  return [...keys]
    .filter((key) => held(before, key) !== held(now, key))
    .map((key) => ({ key, theirs: held(now, key) }));
}

/** What is said beside values that are written. */
export interface SaidBeside {
  /** For the column Source. */
  readonly source?: string;
  /** The day that levels of the market are of; that of the assumptions where it is left out. */
  readonly day?: AssumptionValue | null;
}

/** What is written of a key; null: what stands there stays. */
interface Line {
  readonly value: CellValue;
  readonly source: CellValue;
  readonly asOf: CellValue | null;
}

/** The table as it stands after a save, and what was changed meanwhile: where anything was, nothing is written. */
export interface Saved {
  readonly table: OpenTable;
  readonly conflicts: readonly Conflict[];
}

/**
 * Writes edited values into the table, in one step. A key that the table does not have is added below it.
 * Nothing else of the table is touched.
 *
 * @param workbook - The workbook.
 * @param before - The table as the user saw it when editing.
 * @param edits - The edits.
 * @param said - What is said beside them.
 * @returns The table and the conflicts.
 */
export function saveEdits(
  workbook: WorkbookPort,
  before: OpenTable,
  edits: Edits,
  { source = ENTERED, day }: SaidBeside = {},
): Promise<Saved> {
  const asOf = day ?? edits.get("asOf") ?? before.values.get("asOf") ?? "";
  const line = (key: string, value: AssumptionValue | null): Line => ({
    value: value ?? keyNamed(key).default ?? "",
    source: value === null ? keyNamed(key).source : source,
    asOf: isLevel(key) ? (value === null ? "" : asOf) : null,
  });
  return write(
    workbook,
    before,
    new Map([...edits].map(([key, value]) => [key, line(key, value)])),
  );
}

/**
 * Takes a save back: values, sources and days are those of before.
 *
 * @param workbook - The workbook.
 * @param after - The table as the save left it.
 * @param before - The table as it was.
 * @param keys - What was saved.
 * @returns The table and the conflicts.
 */
export function undoEdits(
  workbook: WorkbookPort,
  after: OpenTable,
  before: OpenTable,
  keys: Iterable<string>,
): Promise<Saved> {
  const line = (key: string): Line => {
    const cells = before.cells[rowOf(before.cells, key)] ?? tableRow(keyNamed(key), null);
    const at = (column: number) => cells[column] ?? "";
    return { value: at(VALUE_COLUMN), source: at(SOURCE_COLUMN), asOf: at(AS_OF_COLUMN) };
  };
  return write(workbook, after, new Map([...keys].map((key) => [key, line(key)])));
}

async function write(
  workbook: WorkbookPort,
  before: OpenTable,
  lines: ReadonlyMap<string, Line>,
): Promise<Saved> {
  const now = await reopenTable(workbook, before.name);
  const conflicts = conflictsOf(before, now, lines.keys());
  if (conflicts.length > 0) return { table: now, conflicts };
  const { sheet } = now.place;
  const table = rectangleOf(now.place.a1);
  const changes: Change[] = [];
  const added: CellValue[][] = [];
  for (const [key, { value, source, asOf }] of lines) {
    const contents = [
      [VALUE_COLUMN, value],
      [SOURCE_COLUMN, source],
      [AS_OF_COLUMN, asOf],
    ] as const;
    const row = rowOf(now.cells, key);
    if (row < 0) {
      const fresh: CellValue[] = tableRow(keyNamed(key), null);
      for (const [column, content] of contents) fresh[column] = content ?? "";
      added.push(fresh.slice(0, table.columns));
      continue;
    }
    for (const [column, content] of contents) {
      const isNote =
        column === AS_OF_COLUMN && !now.days.has(key) && now.cells[row]?.[column] !== "";
      if (content === null || column >= table.columns || isNote) continue;
      const a1 = cellA1(table.row + row, table.column + column);
      changes.push({ kind: "values", sheet, a1, values: [[content]] });
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
