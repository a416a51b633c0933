/* Which formulas an edit changes: the engine looks at all cells of all sheets for it, at every edit. */
import { type ICellData, type Nullable, ObjectMatrix } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";

type Cells = ObjectMatrix<Nullable<ICellData>>;

/** The members of the engine's model that are used or replaced; it keeps some to itself. */
interface EngineModel {
  readonly _univerInstanceService: {
    getUnit(
      unitId: string,
    ): { getSheetBySheetId(id: string): { getCellMatrix(): Cells } | null } | null;
  };
  updateFormulaData: (unitId: string, sheetId: string, cellValue: object) => object;
}

/**
 * Shows the engine only the cells that can matter: those that are written, and those of the same sheet
 * that share their formula with others.
 *
 * @param model - The engine's formulas.
 */
export function repairFormulaData(model: FormulaDataModel): void {
  const engine = model as unknown as EngineModel;
  const { updateFormulaData } = engine;
  engine.updateFormulaData = (unitId, sheetId, cellValue) => {
    const sheet = engine._univerInstanceService.getUnit(unitId)?.getSheetBySheetId(sheetId);
    if (!sheet) return updateFormulaData.call(engine, unitId, sheetId, cellValue);
    const matrix = cellsThatMatter(sheet.getCellMatrix(), cellValue);
    const seen = { getSheetId: () => sheetId, getCellMatrix: () => matrix };
    const unit = {
      getUnitId: () => unitId,
      getSheets: () => [seen],
      getSheetBySheetId: () => seen,
    };
    const instances = { getUnit: () => unit, getAllUnitsForType: () => [unit] };
    const few = Object.create(engine, {
      _univerInstanceService: { value: instances },
    }) as EngineModel;
    return updateFormulaData.call(few, unitId, sheetId, cellValue);
  };
}

function cellsThatMatter(cells: Cells, written: object): Cells {
  const found = new ObjectMatrix<Nullable<ICellData>>();
  const rows = cells.getMatrix() as Readonly<Record<string, Record<string, Nullable<ICellData>>>>;
  for (const row in rows) {
    const inRow = rows[row];
    for (const column in inRow) {
      const cell = inRow[column];
      if (cell?.si) found.setValue(Number(row), Number(column), cell);
    }
  }
  new ObjectMatrix(written as Record<number, Record<number, unknown>>).forValue((row, column) => {
    const cell = cells.getValue(row, column);
    if (cell) found.setValue(row, column, cell);
  });
  return found;
}
