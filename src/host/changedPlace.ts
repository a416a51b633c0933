import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { Place } from "../workbook/workbookPort";
import type { CellMatrix } from "./cellChanges";
import { a1OfRange, boundsOf } from "./engineRanges";

/**
 * Cells that somebody changed.
 * @param id - What the engine calls the change.
 * @param params - What the change came with.
 * @param sheetName - The name of a sheet by the engine's.
 * @returns The cells; null for what the engine does by itself.
 */
export function changedPlace(
  id: string,
  params: unknown,
  sheetName: (sheetId: string) => string | undefined,
): Place | null {
  const { subUnitId, cellValue, trigger } = Object(params) as {
    subUnitId?: string;
    cellValue?: CellMatrix;
    trigger?: string;
  };
  const sheet = subUnitId === undefined ? undefined : sheetName(subUnitId);
  if (sheet === undefined) return null;
  // Only a user's or the port's own writing has a trigger; results of a calculation have none.
  if (id === SetRangeValuesMutation.id) {
    if (!trigger || !cellValue) return null;
    return { sheet, a1: a1OfRange(boundsOf(cellValue)) };
  }
  return /^sheet\.mutation\.(insert|remove|move|delete)/.test(id) ? { sheet, a1: "A1" } : null;
}
