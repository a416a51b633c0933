import { type ICellData, isFormulaId, isFormulaString } from "@univerjs/core";
import type { Nullable, ObjectMatrix } from "@univerjs/core";
import type { PlacedFormula } from "./sharedFormulas";

/** A formula as it stands in a sheet. */
export interface FoundFormula {
  readonly row: number;
  readonly column: number;
  /** Where its text stands: here, or in the cell that this one is filled from. */
  readonly origin: PlacedFormula;
}

/** The formulas of a sheet. */
export interface FormulaSheet {
  readonly unitId: string;
  readonly sheetId: string;
  readonly formulas: readonly FoundFormula[];
}

/**
 * Finds the formulas of a sheet.
 *
 * @param unitId - The workbook.
 * @param cells - The sheet's cells.
 * @returns Its formulas, those that are filled from another cell last.
 */
export function formulasOf(
  unitId: string,
  cells: ObjectMatrix<Nullable<ICellData>>,
): FoundFormula[] {
  const found: FoundFormula[] = [];
  const origins = new Map<string, PlacedFormula>();
  const filled: [row: number, column: number, id: string][] = [];
  cells.forValue((row, column, cell) => {
    const formula = cell?.f;
    const id = cell?.si;
    if (isFormulaString(formula)) {
      const origin = { unitId, formula: String(formula), row, column };
      if (isFormulaId(id)) origins.set(String(id), origin);
      found.push({ row, column, origin });
    } else if (isFormulaId(id)) filled.push([row, column, String(id)]);
  });
  for (const [row, column, id] of filled) {
    const origin = origins.get(id);
    if (origin) found.push({ row, column, origin });
  }
  return found;
}
