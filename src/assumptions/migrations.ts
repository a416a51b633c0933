/*
 * Tables of older layouts, made into today's. Each step is a function from one layout to the next;
 * what a user entered stays as it is, only what stands around it is renewed.
 */
import { ASSUMPTION_KEYS, SCHEMA, type AssumptionKey } from "./keys";
import { ENTERED, rowOf, TABLE_HEADINGS, tableRow, VALUE_COLUMN, type TableCell } from "./table";

/** The rows of a table with its heading. */
export type TableCells = readonly (readonly TableCell[])[];

/** The step from each layout to the next, in their order. */
const STEPS: readonly ((cells: TableCells) => TableCell[][])[] = [fromHandMade];

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
 * migrated([["Key", "Value"], ["corpOas", 70]])?.[1]; // => ["schema", 1, "", 1, 1, "this add-in", ""]
 */
export function migrated(cells: TableCells): TableCell[][] | null {
  const from = layoutOf(cells);
  if (from < 0 || from >= SCHEMA) return null;
  return STEPS.slice(from).reduce<TableCell[][]>(
    (rows, step) => step(rows),
    cells.map((row) => [...row]),
  );
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
  const others = cells
    .slice(1)
    .filter(([key = "", value = ""]) => !isKey(String(key)) && (key !== "" || value !== ""))
    .map((row) => TABLE_HEADINGS.map((_, i) => row[i] ?? ""));
  return [[...TABLE_HEADINGS], ...ASSUMPTION_KEYS.map(known), ...others];
}

function isKey(name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return ASSUMPTION_KEYS.some(({ key }) => key.toLowerCase() === wanted);
}
