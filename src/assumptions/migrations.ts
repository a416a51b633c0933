/*
 * Tables of older layouts, made into today's. Each step is a function from one layout to the next;
 * what a user entered stays as it is, only what stands around it is renewed.
 */
import { FIRST_SET, isFirstDefault } from "./firstLayout";
import { ASSUMPTION_KEYS, SCHEMA, type AssumptionKey } from "./keys";
import {
  ENTERED,
  rowOf,
  SOURCE_COLUMN,
  TABLE_HEADINGS,
  tableRow,
  VALUE_COLUMN,
  type TableCell,
} from "./table";

/** The rows of a table with its heading. */
export type TableCells = readonly (readonly TableCell[])[];

/** The step from each layout to a later one. */
const STEPS: readonly ((cells: TableCells) => TableCell[][])[] = [fromHandMade, fromFirst];

/**
 * The layout of a table.
 *
 * @param cells - The table with its heading.
 * @returns The number in its row "schema"; 0 for a table made by hand, which has no such row.
 *
 * @example
 * layoutOf([["Key", "Value"], ["corpOas", 70]]); // => 0
 */
export function layoutOf(cells: TableCells): number {
  const layout = Number(cells[rowOf(cells, "schema")]?.[VALUE_COLUMN] ?? 0);
  return Number.isInteger(layout) ? layout : 0;
}

/**
 * Makes a table of an older layout one of today's.
 *
 * @param cells - The table with its heading.
 * @returns The rows of today's layout; null when the table has it already, or a later one.
 *
 * @example
 * migrated([["Key", "Value"], ["corpOas", 70]])?.[1]; // => ["schema", 2, "", 1, 2, "this add-in", ""]
 */
export function migrated(cells: TableCells): TableCell[][] | null {
  let layout = layoutOf(cells);
  if (layout < 0 || layout >= SCHEMA) return null;
  let rows: TableCell[][] = cells.map((row) => [...row]);
  for (let step = STEPS[layout]; step !== undefined; step = STEPS[layout]) {
    rows = step(rows);
    layout = layoutOf(rows);
  }
  return rows;
}

/**
 * Layout 0 had keys and values only, in any order, as typed by hand or by another program. The rows
 * that are not keys stay below, so that nothing is lost.
 */
function fromHandMade(cells: TableCells): TableCell[][] {
  const known = (entry: AssumptionKey): TableCell[] => {
    const [, value = ""] = cells[rowOf(cells, entry.key)] ?? [];
    const row = tableRow(entry, null);
    if (value === "") return row;
    return row.map((cell, i) =>
      i === VALUE_COLUMN ? value : cell === entry.source ? ENTERED : cell,
    );
  };
  return [[...TABLE_HEADINGS], ...ASSUMPTION_KEYS.map(known), ...notesOf(cells)];
}

/** What the set's row says in a table that had its dials. */
const OF_FIRST_LAYOUT = "the dials this table was made with; pooled has today's";

/**
 * Layout 1 listed every dial of the prepayment model with its default of then. Cells that are still
 * at it become blank, and the set is the one that has them, so that no number moves.
 */
function fromFirst(cells: TableCells): TableCell[][] {
  const known = (entry: AssumptionKey): TableCell[] => {
    const fresh = tableRow(entry, null);
    if (entry.key === "schema") return fresh;
    const row = cells[rowOf(cells, entry.key)];
    const value = row?.[VALUE_COLUMN] ?? "";
    if (entry.key === "prepay.set" && value === "") {
      return tableRow({ ...entry, default: FIRST_SET, source: OF_FIRST_LAYOUT }, null);
    }
    if (row === undefined || value === "" || isFirstDefault(entry.key, value)) return fresh;
    return fresh.map((cell, i) =>
      i === VALUE_COLUMN || i >= SOURCE_COLUMN ? (row[i] ?? cell) : cell,
    );
  };
  return [[...TABLE_HEADINGS], ...ASSUMPTION_KEYS.map(known), ...notesOf(cells)];
}

/** Rows that are no keys. */
const notesOf = (cells: TableCells): TableCell[][] =>
  cells
    .slice(1)
    .filter(([key = "", value = ""]) => !isKey(String(key)) && (key !== "" || value !== ""))
    .map((row) => TABLE_HEADINGS.map((_, i) => row[i] ?? ""));

function isKey(name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return ASSUMPTION_KEYS.some(({ key }) => key.toLowerCase() === wanted);
}
