import type { SpreadRow } from "../../calc/series/spreadRow";
import { keyNamed, readAssumption } from "../../assumptions/assumptions";
import { CalcError } from "../../calc/errors";
import { saveEdits } from "../../templates/assumptionEdits";
import { openTable } from "../../templates/assumptionsTable";
import type { WorkbookPort } from "../../workbook/workbookPort";

/** The assumptions that can be levels of the last row. */
const LEVELS = [
  ["asOf", "date"],
  ["mbsSpread", "mbs"],
  ["corpOas", "corporate"],
] as const;

/** What the table's column Source says of them. */
export const SOURCE = "the last row of the data";

/**
 * Lets the assumptions that stand at the levels of the last row go on to a new last row: with an as-of
 * day before the last gap no signal could be given. What the user has set otherwise stays.
 *
 * @param workbook - The workbook.
 * @param before - The last row until now.
 * @param now - The new last row.
 */
export async function followLastRow(
  workbook: WorkbookPort,
  before: SpreadRow,
  now: SpreadRow,
): Promise<void> {
  const table = await openTable(workbook);
  if (table === null) return;
  const edits = new Map<string, number>();
  for (const [key, side] of LEVELS) {
    const [held, level] = [table.values.get(key), now[side]];
    if (level !== null && held === before[side] && isAllowed(key, level)) edits.set(key, level);
  }
  if (edits.size > 0) await saveEdits(workbook, table, edits, { source: SOURCE, day: now.date });
}

/**
 * Whether an assumption may be at a level.
 * @param key - The assumption.
 * @param level - The level.
 * @returns True when it is within its range.
 */
export function isAllowed(key: string, level: number): boolean {
  try {
    readAssumption(keyNamed(key), level);
    return true;
  } catch (error) {
    if (error instanceof CalcError) return false;
    throw error;
  }
}
