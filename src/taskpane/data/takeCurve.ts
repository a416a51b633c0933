/* The assumptions ust2 to ust30 follow the curve that was brought. */
import { keyNamed, readAssumption } from "../../assumptions/assumptions";
import type { ParCurve } from "../../calc/curve/parCurve";
import { CalcError } from "../../calc/errors";
import { saveEdits } from "../../templates/assumptionEdits";
import { addTable, openTable } from "../../templates/assumptionsTable";
import type { WorkbookPort } from "../../workbook/workbookPort";

/** Tenors that the assumptions have a key for, in years. */
const KEY_TENORS = [2, 3, 5, 7, 10, 30];

/** The tenors whose yields the assumptions took, and those they did not. */
export interface TakenCurve {
  readonly taken: readonly number[];
  readonly notTaken: readonly number[];
}

/**
 * Writes the yields of a curve into the assumptions table; a tenor that the curve does not have is
 * not read off between others, and keeps what it had.
 *
 * @param workbook - The workbook; a table is added where it has none.
 * @param curve - Par yields as decimals.
 * @param source - What the column Source says of them.
 * @returns Which tenors were written.
 */
export async function takeCurve(
  workbook: WorkbookPort,
  { tenors, yields }: ParCurve,
  source: string,
): Promise<TakenCurve> {
  const edits = new Map<string, number>();
  const taken: number[] = [];
  for (const tenor of KEY_TENORS) {
    const value = yields[tenors.indexOf(tenor)];
    if (value === undefined || !isAllowed(`ust${tenor}`, value)) continue;
    edits.set(`ust${tenor}`, value);
    taken.push(tenor);
  }
  const table = (await openTable(workbook)) ?? (await addTable(workbook));
  if (edits.size > 0) await saveEdits(workbook, table, edits, { source });
  return { taken, notTaken: KEY_TENORS.filter((tenor) => !taken.includes(tenor)) };
}

function isAllowed(key: string, value: number): boolean {
  try {
    readAssumption(keyNamed(key), value);
    return true;
  } catch (error) {
    if (error instanceof CalcError) return false;
    throw error;
  }
}
