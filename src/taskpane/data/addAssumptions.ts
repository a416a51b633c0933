/* The assumptions table that agrees with the data: its market levels are those of the last row. */
import type { SpreadRow } from "../../calc/series/spreadRow";
import { keyNamed, readAssumption } from "../../assumptions/assumptions";
import { ENTERED, newTable, TABLE_NAME } from "../../assumptions/table";
import { CalcError } from "../../calc/errors";
import { addTable } from "../../templates/assumptionsTable";
import type { CellValue, WorkbookPort } from "../../workbook/workbookPort";

/** The last row with both sides, and where its numbers come from. */
export interface LastRow {
  readonly row: SpreadRow;
  readonly sources: { readonly mbs: string; readonly corporate: string };
}

/**
 * Adds the assumptions table with the levels of the last row.
 *
 * @param workbook - The workbook.
 * @param last - The last row with both sides, or null when there is none.
 * @returns Why a level was not taken over, a sentence each; the table then has its default.
 */
export async function addAssumptions(
  workbook: WorkbookPort,
  last: LastRow | null,
): Promise<readonly string[]> {
  const entered = new Map<string, number>();
  const sources = new Map<CellValue, string>();
  const refused: string[] = [];
  const enter = (key: string, value: number | null, source: string) => {
    if (value === null) return;
    const problem = problemOf(key, value);
    if (problem !== null) {
      refused.push(problem);
      return;
    }
    entered.set(key, value);
    sources.set(key, `the last row of the data: ${source}`);
  };
  if (last !== null) {
    const { row, sources: from } = last;
    enter("mbsSpread", row.mbs, from.mbs);
    enter("corpOas", row.corporate, from.corporate);
    enter("asOf", row.date, `${from.mbs}; ${from.corporate}`);
  }
  const table = newTable(entered).map((cells) => {
    const source = sources.get(cells[0] ?? "");
    return source === undefined ? cells : cells.map((cell) => (cell === ENTERED ? source : cell));
  });
  await addTable(workbook, table, TABLE_NAME);
  return refused;
}

function problemOf(key: string, value: number): string | null {
  try {
    readAssumption(keyNamed(key), value);
    return null;
  } catch (error) {
    if (error instanceof CalcError) return error.message;
    throw error;
  }
}
