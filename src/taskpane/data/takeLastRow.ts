import type { SpreadRow } from "../../calc/series/spreadRow";
import { lastWhere } from "../../data/pair";
import { saveEdits } from "../../templates/assumptionEdits";
import { openTable } from "../../templates/assumptionsTable";
import type { WorkbookPort } from "../../workbook/workbookPort";
import { isAllowed, SOURCE } from "./followLastRow";

/**
 * Lets the levels of the assumptions that nobody has entered be those of the last row: an example never
 * stands beside the user's own histories. What the user has entered stays.
 *
 * @param workbook - The workbook.
 * @param rows - Its histories.
 */
export async function takeLastRow(
  workbook: WorkbookPort,
  rows: readonly SpreadRow[],
): Promise<void> {
  const last = lastWhere(rows, ({ mbs, corporate }) => mbs !== null && corporate !== null);
  const assumptions = await openTable(workbook);
  if (last === null || assumptions === null) return;
  const levels = [
    ["asOf", last.date],
    ["mbsSpread", last.mbs],
    ["corpOas", last.corporate],
  ] as const;
  const edits = new Map<string, number>();
  for (const [key, level] of levels) {
    const isFree = assumptions.provenance(key) === "example" || !assumptions.values.has(key);
    if (isFree && level !== null && isAllowed(key, level)) edits.set(key, level);
  }
  if (edits.size > 0) {
    await saveEdits(workbook, assumptions, edits, { source: SOURCE, day: last.date });
  }
}
